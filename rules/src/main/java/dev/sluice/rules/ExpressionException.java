package dev.sluice.rules;

import static java.util.Objects.requireNonNull;

/** An expression is refused; the message says why and what may be written instead. */
public final class ExpressionException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String fault;
    private final int column;

    /** Refuses an expression for {@code fault} at {@code column}, counted from 1 in UTF-16 units. */
    public ExpressionException(String fault, int column) {
        super(requireNonNull(fault, "fault") + " (column " + column + ")");
        this.fault = fault;
        this.column = column;
    }

    /** What is wrong and where. */
    @Override
    public String getMessage() {
        return fault + " (column " + column + ")";
    }

    /** Where, from 1. */
    public int column() {
        return column;
    }
}
