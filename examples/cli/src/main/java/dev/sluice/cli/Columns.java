package dev.sluice.cli;

/** Text brought to a width, for tables in a terminal. */
final class Columns {
    private Columns() {}

    /** {@code text} with blanks behind it. */
    static String left(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }

    /** {@code text} with blanks before it. */
    static String right(String text, int width) {
        return " ".repeat(Math.max(0, width - text.length())) + text;
    }
}
