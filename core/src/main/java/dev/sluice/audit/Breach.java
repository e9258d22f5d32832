package dev.sluice.audit;

import static java.util.Objects.requireNonNull;

import java.util.Locale;

/**
 * Something in a log that is not as it was written.
 *
 * @param kind what
 * @param place the stream and the number, or the seal
 * @param text what was found, without values of leads
 */
public record Breach(Kind kind, String place, String text) {
    public Breach {
        requireNonNull(kind, "kind");
        requireNonNull(place, "place");
        requireNonNull(text, "text");
    }

    /** What may have happened. */
    public enum Kind {
        /** An event does not have the hash of its content, or of the event before it. */
        CHANGED,
        /** A number of a stream is not there, or stands twice, or in another place. */
        MISPLACED,
        /** A part was emptied, and no erasure or purge on record says so. */
        EMPTIED,
        /** A sealed piece of the log does not hold the events that were sealed. */
        SEALED_PIECE,
        /** A seal is missing, was changed, or follows another one than it says. */
        SEAL,
        /** The seal that was kept outside is not in the store: the store was put back to an earlier state, or is another. */
        ROLLED_BACK,
        /** What stands there cannot even be read. */
        UNREADABLE
    }

    @Override
    public String toString() {
        return place + " " + kind.name().toLowerCase(Locale.ROOT) + ": " + text;
    }
}
