package dev.sluice.templates.internal.date;

import java.time.ZonedDateTime;

/** One part of a date pattern. */
@FunctionalInterface
interface Field {
    void write(ZonedDateTime moment, Names names, StringBuilder out);

    static Field literal(String text) {
        return (moment, names, out) -> out.append(text);
    }

    /** A number with at least {@code digits} digits. */
    static Field number(int digits, Number number) {
        return (moment, names, out) -> pad(number.of(moment), digits, out);
    }

    /** A number with its ordinal. */
    static Field ordinal(Number number) {
        return (moment, names, out) -> out.append(names.ordinal((int) number.of(moment)));
    }

    static void pad(long number, int digits, StringBuilder out) {
        String text = Long.toString(Math.abs(number));
        out.append(number < 0 ? "-" : "")
                .append("0".repeat(Math.max(0, digits - text.length())))
                .append(text);
    }

    /** A number of a moment. */
    @FunctionalInterface
    interface Number {
        long of(ZonedDateTime moment);
    }
}
