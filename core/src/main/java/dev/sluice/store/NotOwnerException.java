package dev.sluice.store;

import static java.util.Objects.requireNonNull;

/** The writer no longer owns the lead: somebody has taken it over. Nothing of the write was kept; drop the lead. */
public final class NotOwnerException extends StoreException {
    private static final long serialVersionUID = 1;

    private final transient StreamId lead;

    public NotOwnerException(StreamId lead) {
        super(requireNonNull(lead, "lead").id() + " was taken over: who has it now goes on with it", null);
        this.lead = lead;
    }

    /** Whose stream it was about. */
    public StreamId lead() {
        return lead;
    }
}
