package dev.sluice.store;

import org.jspecify.annotations.Nullable;

/** The store cannot write or read now; what was handed in may be lost and must not be reported as kept. */
public final class StoreUnavailableException extends StoreException {
    private static final long serialVersionUID = 1;

    public StoreUnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
