package dev.sluice.internal.record;

/** A lead's secret values are there, and the key that opens them is not. The message names the key. */
public final class SealedAwayException extends RuntimeException {
    private static final long serialVersionUID = 1;

    SealedAwayException(String message) {
        super(message);
    }
}
