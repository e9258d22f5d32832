package dev.sluice.cli.run;

/** Text brought to a width, for tables in a terminal. */
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
}
