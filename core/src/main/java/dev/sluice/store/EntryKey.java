package dev.sluice.store;

import static java.util.Objects.requireNonNull;

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
}
