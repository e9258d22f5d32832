package dev.sluice.json.internal.part;

import dev.sluice.flow.TimeUnit;
import dev.sluice.flow.Window;
import dev.sluice.json.internal.tree.Members;
import dev.sluice.json.internal.tree.Node;
import dev.sluice.json.internal.tree.Out;
import dev.sluice.json.internal.tree.Vocabulary;
import dev.sluice.json.internal.tree.Words;
import dev.sluice.types.Obj;
import dev.sluice.types.Value;

/** A length of time as a number of units. */
public final class WindowForm {
    public static final Vocabulary KEYS = Vocabulary.of("a window", "value", "interval");
    static final Words<TimeUnit> UNITS = Words.<TimeUnit>of("unit of time", "unknown_word")
            .with(TimeUnit.MINUTE, "minute", "minutes")
            .with(TimeUnit.HOUR, "hour", "hours")
            .with(TimeUnit.DAY, "day", "days")
            .with(TimeUnit.WEEK, "week", "weeks")
            .with(TimeUnit.MONTH, "month", "months")
            .with(TimeUnit.YEAR, "year", "years");

    private WindowForm() {}

    public static Window read(Node node) {
        Members members = node.members(KEYS);
        return new Window(
                members.need("value", Node::smallInteger, 1), members.need("interval", WindowForm::unit, TimeUnit.DAY));
    }

    public static TimeUnit unit(Node node) {
        return node.word(UNITS, TimeUnit.DAY);
    }

    public static Obj write(Window window) {
        return new Out()
                .put("value", Value.number(window.value()))
                .text("interval", UNITS.word(window.interval()))
                .done();
    }
}
