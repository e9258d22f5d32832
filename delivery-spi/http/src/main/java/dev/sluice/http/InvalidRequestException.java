package dev.sluice.http;

import static java.util.Objects.requireNonNull;

/** Settings or fields of which no request can be made. The message holds no value of a lead and no secret. */
public final class InvalidRequestException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String pointer;

    /**
     * @param pointer JSON pointer of the setting at fault; empty for the whole
     * @param message what is wrong and what to do
     */
    public InvalidRequestException(String pointer, String message) {
        super(requireNonNull(message, "message"));
        this.pointer = requireNonNull(pointer, "pointer");
    }

    /** JSON pointer of the setting at fault; empty for the whole. */
    public String pointer() {
        return pointer;
    }

    /** What is wrong and what to do. */
    public String text() {
        return requireNonNull(getMessage());
    }
}
