package dev.sluice.store;

import static java.util.Objects.requireNonNull;

/**
 * The key of a document.
 *
 * @param account the owner
 * @param kind what it is: {@code revision}, {@code submission}
 * @param id unique in its kind
 */
public record DocKey(String account, String kind, String id) {
    public DocKey {
        requireNonNull(account, "account");
        requireNonNull(kind, "kind");
        requireNonNull(id, "id");
    }
}
