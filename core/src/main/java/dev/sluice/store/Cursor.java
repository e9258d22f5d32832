package dev.sluice.store;

import static java.util.Objects.requireNonNull;

/**
 * A place in the reading order of a log. Opaque: only the store that gave it understands the text, which may be kept.
 *
 * @param text what to keep
 */
public record Cursor(String text) {
    /** Before the first event. */
    public static final Cursor START = new Cursor("");

    public Cursor {
        requireNonNull(text, "text");
    }
}
