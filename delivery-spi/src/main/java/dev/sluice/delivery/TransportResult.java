package dev.sluice.delivery;

import static java.util.Objects.requireNonNull;

/** What became of a file. */
public sealed interface TransportResult {

    /** The whole file stands under its final name, or was taken. */
    static Delivered delivered(String place) {
        return new Delivered(place, false);
    }

    /** The whole file stood there already: an earlier try had arrived. */
    static Delivered alreadyThere(String place) {
        return new Delivered(place, true);
    }

    /** Nothing stands under the final name; another try may work. */
    static Failed failed(String reason) {
        return new Failed(reason, true, false);
    }

    /** Nothing stands under the final name, and another try gives the same until somebody changes something. */
    static Failed refused(String reason) {
        return new Failed(reason, false, false);
    }

    /** The file may have arrived, but the answer was lost; the next try uses the same name and key. */
    static Failed unknown(String reason) {
        return new Failed(reason, true, true);
    }

    /**
     * It arrived.
     *
     * @param place where it stands, for people; no secrets, no personal values
     * @param alreadyThere whether an earlier try had brought it
     */
    record Delivered(String place, boolean alreadyThere) implements TransportResult {
        public Delivered {
            requireNonNull(place, "place");
        }
    }

    /**
     * It did not, as far as is known.
     *
     * @param reason what was wrong, for people; no secrets, no personal values
     * @param retryable whether the same try may work later
     * @param mayHaveArrived whether the file may stand there after all
     */
    record Failed(String reason, boolean retryable, boolean mayHaveArrived) implements TransportResult {
        public Failed {
            requireNonNull(reason, "reason");
        }
    }
}
