package dev.sluice;

import dev.sluice.Recovered.Fate;
import java.util.List;

/**
 * What recovery found and did. Immutable.
 *
 * @param leads those that were taken over, in the order in which they were
 */
public record RecoveryReport(List<Recovered> leads) {
    public RecoveryReport {
        leads = List.copyOf(leads);
    }

    /** Leads that went on and came to their end. */
    public List<String> finished() {
        return with(Fate.FINISHED);
    }

    /** Leads that had ended before, or of which nothing was recorded. */
    public List<String> closed() {
        return with(Fate.CLOSED);
    }

    /** Leads that were ended as errors; {@link Recovered#reason} says why. */
    public List<String> abandoned() {
        return with(Fate.ABANDONED);
    }

    /** Leads that stay open, {@link #sealed} ones among them; {@link Recovered#reason} says why. */
    public List<String> waiting() {
        return leads.stream()
                .filter(lead -> lead.fate() == Fate.WAITING || lead.fate() == Fate.SEALED)
                .map(Recovered::leadId)
                .toList();
    }

    /** Leads that stay open until the keys of their secret values are given. */
    public List<String> sealed() {
        return with(Fate.SEALED);
    }

    /** Leads of which a call was made again. */
    public List<String> resent() {
        return leads.stream()
                .filter(lead -> lead.resent() > 0)
                .map(Recovered::leadId)
                .toList();
    }

    /** Leads of which a call is now unknown. */
    public List<String> unknown() {
        return leads.stream()
                .filter(lead -> lead.unknown() > 0)
                .map(Recovered::leadId)
                .toList();
    }

    private List<String> with(Fate fate) {
        return leads.stream()
                .filter(lead -> lead.fate() == fate)
                .map(Recovered::leadId)
                .toList();
    }

    @Override
    public String toString() {
        int given = abandoned().size();
        return finished().size() + " finished, " + resent().size() + " re-sent, "
                + unknown().size() + " unknown, " + closed().size() + " closed, "
                + waiting().size() + " waiting" + (given == 0 ? "" : ", " + given + " given up");
    }
}
