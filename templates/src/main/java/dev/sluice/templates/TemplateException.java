package dev.sluice.templates;

/**
 * A template is wrong, or met one of its {@link Limits} while it ran. The message says what and what to do, and where;
 * it never holds a lead's values.
 */
public final class TemplateException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int line;
    private final int column;

    public TemplateException(String fault, int line, int column) {
        super(fault + " (line " + line + ", column " + column + ")");
        this.line = line;
        this.column = column;
    }

    /** The line of the fault, from 1. */
    public int line() {
        return line;
    }

    /** The column of the fault in its line, in UTF-16 units, from 1. */
    public int column() {
        return column;
    }
}
