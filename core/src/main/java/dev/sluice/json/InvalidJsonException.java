package dev.sluice.json;

/** A text is not JSON, or is more of it than the limits allow. The message says where and never quotes the text. */
public final class InvalidJsonException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private final String code;
    private final String fault;
    private final int line;
    private final int column;

    InvalidJsonException(String code, String fault, int line, int column) {
        super(fault + " (line " + line + ", column " + column + ")");
        this.code = code;
        this.fault = fault;
        this.line = line;
        this.column = column;
    }

    /** {@code json_syntax}, {@code json_limit} or {@code duplicate_key}. */
    public String code() {
        return code;
    }

    /** What is wrong, without the place. */
    public String fault() {
        return fault;
    }

    /** The line of the fault, from 1. */
    public int line() {
        return line;
    }

    /** The column of the fault in its line, from 1. */
    public int column() {
        return column;
    }
}
