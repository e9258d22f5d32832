package dev.sluice.email;

import static java.util.Objects.requireNonNull;

/** A message, or the settings of one, that cannot be sent by anybody. The text holds no values. */
public final class InvalidMailException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private final String pointer;

    InvalidMailException(String pointer, String text) {
        super(requireNonNull(text, "text"));
        this.pointer = requireNonNull(pointer, "pointer");
    }

    /** Where it is: a JSON pointer such as {@code /to/0}. */
    public String pointer() {
        return pointer;
    }

    /** What is wrong and what to do. */
    public String text() {
        return String.valueOf(getMessage());
    }
}
