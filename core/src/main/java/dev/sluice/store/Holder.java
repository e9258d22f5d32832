package dev.sluice.store;

import static java.util.Objects.requireNonNull;

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
}
