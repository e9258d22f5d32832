package dev.sluice.store;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * Who reserves: a lead for the caps of flow and source, a delivery key for a recipient's.
 *
 * @param account the owner
 * @param id the lead id or delivery key
 */
public record Holder(String account, String id) {
    public Holder {
        requireNonNull(account, "account");
        requireNonNull(id, "id");
    }

    /** Written out because keys are compared for every lead: what the compiler makes is not always inlined. */
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || other instanceof Holder key && id.equals(key.id) && account.equals(key.account);
    }

    @Override
    public int hashCode() {
        return 31 * account.hashCode() + id.hashCode();
    }
}
