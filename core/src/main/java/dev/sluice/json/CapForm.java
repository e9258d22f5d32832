package dev.sluice.json;

import dev.sluice.flow.Cap;
import dev.sluice.flow.TimeUnit;
import dev.sluice.flow.Window;
import dev.sluice.types.Obj;
import dev.sluice.types.Value;

/** A cap, with the caps inside it. */
final class CapForm {
    static final Vocabulary KEYS = Vocabulary.of(
                    "a cap",
                    "id",
                    "name",
                    "type",
                    "maximum",
                    "duration",
                    "durationUnits",
                    "ruleSet",
                    "caps",
                    "timeZone",
                    "reason")
            .alias("max", "maximum")
            .alias("units", "durationUnits")
            .alias("timezone", "timeZone");
    /** What is counted; there is one kind of cap so far. */
    static final Words<String> TYPES =
            Words.<String>of("type of cap", "unknown_word").with("volume", "volume");

    private CapForm() {}

    static Cap read(Node node) {
        Members members = node.members(KEYS);
        members.orNull("type", type -> type.word(TYPES, "volume"));
        return new Cap(
                members.text("id"),
                members.textOrNull("name"),
                members.need("maximum", Node::integer, 1L),
                new Window(
                        members.or("duration", Node::smallInteger, 1),
                        members.need("durationUnits", WindowForm::unit, TimeUnit.DAY)),
                ConditionForm.readSet(members),
                members.list("caps", CapForm::read),
                members.orNull("timeZone", Node::zone),
                members.textOrNull("reason"));
    }

    static Obj write(Cap cap) {
        return new Out()
                .text("id", cap.id())
                .text("name", cap.name())
                .put("maximum", Value.number(cap.maximum()))
                .unless(1, "duration", cap.window().value(), Value::number)
                .text("durationUnits", WindowForm.UNITS.word(cap.window().interval()))
                .optional("timeZone", cap.timeZone(), Out::zone)
                .optional("ruleSet", cap.ruleSet(), ConditionForm::write)
                .text("reason", cap.reason())
                .list("caps", cap.caps(), CapForm::write)
                .done();
    }
}
