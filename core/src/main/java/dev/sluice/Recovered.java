package dev.sluice;

import static java.util.Objects.requireNonNull;

/**
 * What recovery did with one lead.
 *
 * @param leadId the lead
 * @param fate what became of it
 * @param resent how many calls were made again, with the same delivery keys
 * @param unknown how many were left open because their step asks for that
 * @param reason why it waits, with the id of the key that is missing, or was given up; blank otherwise
 */
public record Recovered(String leadId, Fate fate, int resent, int unknown, String reason) {
    public Recovered {
        requireNonNull(leadId, "leadId");
        requireNonNull(fate, "fate");
        requireNonNull(reason, "reason");
    }

    /** What can become of a lead. */
    public enum Fate {
        /** It went on where it was cut off, and came to its end. */
        FINISHED,
        /** It had come to its end, or nothing of it was recorded: it is no longer open. */
        CLOSED,
        /** It went on, and a delivery that broke is tried again later. */
        QUEUED,
        /** It was ended as an error: secret values that it needs were not kept, and nothing brings them back. */
        ABANDONED,
        /** It stays open: something that it needs is not there, or somebody else goes on with it. */
        WAITING,
        /** It stays open: its secret values are sealed, and the key that opens them is not among the working keys. */
        SEALED
    }
}
