package dev.sluice.store;

import static java.util.Objects.requireNonNull;

/**
 * A line of events with numbers of its own: a lead's, a ping's, a batch's, an account's.
 *
 * @param account the owner
 * @param id begins with its kind: {@code lead_}, {@code ping_}, {@code batch_}, {@code conn_}, {@code acct_}
 */
public record StreamId(String account, String id) {
    public StreamId {
        requireNonNull(account, "account");
        requireNonNull(id, "id");
    }

    /** Whether it is the line of a lead. */
    public boolean isLead() {
        return id.startsWith("lead_");
    }
}
