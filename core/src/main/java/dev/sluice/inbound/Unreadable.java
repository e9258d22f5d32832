package dev.sluice.inbound;

import java.io.Serial;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Ends the reading of a request from any depth. Its message is told to the sender, so it never quotes the body. */
final class Unreadable extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    private final int status;
    private final transient Map<String, String> headers;

    Unreadable(int status, String reason) {
        this(status, reason, Map.of());
    }

    Unreadable(int status, String reason, Map<String, String> headers) {
        super(reason, null, false, false);
        this.status = status;
        this.headers = headers;
    }

    int status() {
        return status;
    }

    String reason() {
        @Nullable String message = getMessage();
        return message == null ? "" : message;
    }

    Map<String, String> headers() {
        return headers;
    }
}
