package dev.sluice.json.internal.part;

import dev.sluice.flow.CapWindow;
import dev.sluice.flow.TimeUnit;
import dev.sluice.flow.Window;
import dev.sluice.json.internal.tree.Members;
import dev.sluice.json.internal.tree.Node;
import dev.sluice.json.internal.tree.Out;
import dev.sluice.types.Text;
import dev.sluice.types.Value;

/** The window of a cap, whose keys stand among the cap's own: a number of units, perhaps rolling, or {@code total}. */
final class CapWindowForm {
    private static final String TOTAL = "total";
    private static final CapWindow STOPGAP = CapWindow.each(1, TimeUnit.DAY);

    private CapWindowForm() {}

    static CapWindow read(Members cap) {
        return cap.need("durationUnits", units -> isTotal(units) ? total(cap) : lasting(cap, units), STOPGAP);
    }

    private static boolean isTotal(Node units) {
        return units.value() instanceof Text text && text.value().equalsIgnoreCase(TOTAL);
    }

    private static CapWindow total(Members cap) {
        if (cap.has("duration") || cap.flag("rolling", false)) {
            String key = cap.has("duration") ? "duration" : "rolling";
            cap.owner()
                    .faults()
                    .wrong(
                            "conflicting_keys",
                            cap.owner().pointer() + "/" + key,
                            "a total cap counts for ever; remove '" + key + "', or name a unit of time");
        }
        return CapWindow.TOTAL;
    }

    private static CapWindow lasting(Members cap, Node units) {
        Window length = new Window(cap.or("duration", Node::smallInteger, 1), unit(units));
        return cap.flag("rolling", false) ? new CapWindow.Rolling(length) : new CapWindow.Calendar(length);
    }

    private static TimeUnit unit(Node units) {
        return units.word(WindowForm.UNITS, TimeUnit.DAY);
    }

    static void write(CapWindow window, Out out) {
        if (window instanceof CapWindow.Calendar calendar) {
            write(calendar.length(), out);
        } else if (window instanceof CapWindow.Rolling rolling) {
            write(rolling.length(), out);
            out.put("rolling", Value.bool(true));
        } else {
            out.text("durationUnits", TOTAL);
        }
    }

    private static void write(Window length, Out out) {
        out.unless(1, "duration", length.value(), Value::number)
                .text("durationUnits", WindowForm.UNITS.word(length.interval()));
    }
}
