package dev.sluice;

import static java.util.Objects.requireNonNull;

import dev.sluice.event.Event;
import java.util.List;

/**
 * What came of settling a delivery, or of making it anew.
 *
 * @param fate what was done
 * @param reason why nothing was done; blank otherwise
 * @param missing the fields whose values are gone
 * @param events what was recorded now
 */
public record Settled(Fate fate, String reason, List<String> missing, List<Event> events) {
    public Settled {
        requireNonNull(fate, "fate");
        requireNonNull(reason, "reason");
        missing = List.copyOf(missing);
        events = List.copyOf(events);
    }

    /** Nothing was done. */
    public static Settled not(Fate why, String reason) {
        return new Settled(why, reason, List.of(), List.of());
    }

    /** What can come of it. */
    public enum Fate {
        /** It is settled, or was made anew; the events say how. */
        DONE,
        /** There is no such lead, recipient or delivery. */
        NOT_FOUND,
        /** The lead is still on its way, or somebody sees to it, or a delivery that was cut off waits for recovery. */
        TOO_EARLY,
        /** It does not need that: it is settled, known, or with somebody. */
        NOT_NEEDED,
        /** The recipient cannot say, or what it says is not known either. */
        STILL_UNKNOWN,
        /** Values are missing that were kept only until the lead's end. */
        MISSING_VALUES,
        /** What the lead needs is not there: its plugin, or the revision of its flow. */
        NOT_POSSIBLE
    }

    @Override
    public String toString() {
        return reason.isEmpty() ? fate.name() : fate + ": " + reason;
    }
}
