package dev.sluice.cli.frame;

import java.util.Locale;

/** Texts and numbers for tables in a terminal. */
public final class Columns {
    private Columns() {}

    /** {@code text} with blanks behind it. */
    public static String left(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }

    /** {@code text} with blanks before it. */
    public static String right(String text, int width) {
        return " ".repeat(Math.max(0, width - text.length())) + text;
    }

    /** A whole number with commas between its thousands. */
    public static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
