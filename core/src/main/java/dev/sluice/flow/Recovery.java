package dev.sluice.flow;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What becomes of a call that a crash has cut off, so that nobody knows whether it arrived. */
public enum Recovery {
    /** It is made again with the same delivery key. */
    RESEND,
    /** It is not made again: its outcome is unknown until somebody settles it. */
    ASK;

    /** The word in definitions: {@code resend}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The one with this word. */
    public static Optional<Recovery> named(String word) {
        return Stream.of(values()).filter(each -> each.text().equals(word)).findFirst();
    }
}
