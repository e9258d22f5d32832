package dev.sluice.export.internal;

import java.io.IOException;

/** Rows have more columns than a file can have; another try changes nothing. */
public final class TooManyColumnsException extends IOException {
    private static final long serialVersionUID = 1;

    TooManyColumnsException(String message) {
        super(message);
    }
}
