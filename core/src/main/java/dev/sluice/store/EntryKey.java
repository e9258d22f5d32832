package dev.sluice.store;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * A place in a list: duplicates, suppression, unique values.
 *
 * @param account the owner
 * @param list the list's name
 * @param token a keyed hash of the value, never the value
 */
public record EntryKey(String account, String list, String token) {
    public EntryKey {
        requireNonNull(account, "account");
        requireNonNull(list, "list");
        requireNonNull(token, "token");
    }

    /** Written out because keys are compared for every lead: what the compiler makes is not always inlined. */
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || other instanceof EntryKey key
                        && token.equals(key.token)
                        && list.equals(key.list)
                        && account.equals(key.account);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * account.hashCode() + list.hashCode()) + token.hashCode();
    }
}
