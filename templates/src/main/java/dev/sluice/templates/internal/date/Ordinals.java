package dev.sluice.templates.internal.date;

/** English ordinals. */
public final class Ordinals {
    private Ordinals() {}

    /** {@code st}, {@code nd}, {@code rd} or {@code th}. */
    public static String of(long number) {
        long tens = Math.abs(number) % 100;
        if (tens >= 11 && tens <= 13) {
            return "th";
        }
        return switch ((int) (tens % 10)) {
            case 1 -> "st";
            case 2 -> "nd";
            case 3 -> "rd";
            default -> "th";
        };
    }
}
