package dev.sluice.templates.internal.helper;

import dev.sluice.types.Value;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Moves a moment by what a call says: {@code operator=} add or subtract, and numbers of units. */
final class Shift {
    private static final List<ChronoUnit> UNITS = List.of(
            ChronoUnit.YEARS,
            ChronoUnit.MONTHS,
            ChronoUnit.WEEKS,
            ChronoUnit.DAYS,
            ChronoUnit.HOURS,
            ChronoUnit.MINUTES,
            ChronoUnit.SECONDS);
    private static final int MOST = 1_000_000;

    private final int first;
    private final int sign;

    private Shift(int first, int sign) {
        this.first = first;
        this.sign = sign;
    }

    /** Binds the operator in {@code slot}; the units stand behind it. */
    static Shift bind(Site site, int slot) {
        Value operator = site.constant(slot);
        String name = operator == null ? "?" : operator.text();
        int sign =
                switch (name) {
                    case "", "add" -> 1;
                    case "subtract" -> -1;
                    default -> throw site.fault("the operator is add or subtract, written in the template");
                };
        return new Shift(slot + 1, sign);
    }

    boolean moves(Value[] arguments) {
        for (int i = 0; i < UNITS.size(); i++) {
            if (Values.whole(arguments[first + i], 0) != 0) {
                return true;
            }
        }
        return false;
    }

    /** The moved moment; no unit moves by more than a million. */
    ZonedDateTime apply(ZonedDateTime moment, Value[] arguments) {
        ZonedDateTime moved = moment;
        for (int i = 0; i < UNITS.size(); i++) {
            int count = Math.max(-MOST, Math.min(MOST, Values.whole(arguments[first + i], 0)));
            moved = moved.plus((long) sign * count, UNITS.get(i));
        }
        return moved;
    }
}
