package dev.sluice.json.internal.part;

import dev.sluice.flow.PingLimit;
import dev.sluice.flow.TimeUnit;
import dev.sluice.flow.Window;
import dev.sluice.json.internal.tree.Members;
import dev.sluice.json.internal.tree.Node;
import dev.sluice.json.internal.tree.Out;
import dev.sluice.json.internal.tree.Vocabulary;
import dev.sluice.types.Obj;
import dev.sluice.types.Value;

/** A limit of pings. */
public final class PingLimitForm {
    public static final Vocabulary KEYS = Vocabulary.of(
                    "a ping limit", "name", "maximum", "duration", "durationUnits", "timeZone")
            .alias("max", "maximum")
            .alias("units", "durationUnits")
            .alias("timezone", "timeZone");

    private PingLimitForm() {}

    public static PingLimit read(Node node) {
        Members members = node.members(KEYS);
        return new PingLimit(
                members.textOrNull("name"),
                members.need("maximum", Node::integer, 1L),
                new Window(
                        members.or("duration", Node::smallInteger, 1),
                        members.need("durationUnits", WindowForm::unit, TimeUnit.DAY)),
                members.orNull("timeZone", Node::zone));
    }

    public static Obj write(PingLimit limit) {
        return new Out()
                .text("name", limit.name())
                .put("maximum", Value.number(limit.maximum()))
                .unless(1, "duration", limit.window().value(), Value::number)
                .text("durationUnits", WindowForm.UNITS.word(limit.window().interval()))
                .optional("timeZone", limit.timeZone(), Out::zone)
                .done();
    }
}
