package dev.sluice.types;

/** A path in a definition cannot be read, or names data that its place may not read. */
public final class InvalidPathException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private final String path;
    private final int column;

    public InvalidPathException(String path, int column, String fault) {
        super("path '" + path + "': " + fault + " (column " + (column + 1) + ")");
        this.path = path;
        this.column = column + 1;
    }

    /** The path as it was written. */
    public String path() {
        return path;
    }

    /** Where the fault is, from 1. */
    public int column() {
        return column;
    }
}
