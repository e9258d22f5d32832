package dev.sluice.rules.internal.pattern;

/** A pattern cannot be used; the message says why and where. */
public final class InvalidPatternException extends Exception {
    private static final long serialVersionUID = 1;

    /** Refuses a pattern for {@code fault} at {@code column}, counted from 1. */
    InvalidPatternException(String fault, int column) {
        super(fault + " (column " + column + ")");
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
