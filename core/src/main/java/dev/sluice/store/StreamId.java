package dev.sluice.store;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

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

    /** Written out because keys are compared for every lead: what the compiler makes is not always inlined. */
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || other instanceof StreamId key && id.equals(key.id) && account.equals(key.account);
    }

    @Override
    public int hashCode() {
        return 31 * account.hashCode() + id.hashCode();
    }
}
