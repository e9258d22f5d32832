package dev.sluice.store;

import org.jspecify.annotations.Nullable;

/** Something about a store: root of its faults. */
public class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public StoreException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
