package dev.sluice.store;

import static java.util.Objects.requireNonNull;

/**
 * The id of planned work.
 *
 * @param account the owner
 * @param id unique in the account; derived from what the work is about, so that planning twice plans once
 */
public record WorkId(String account, String id) {
    public WorkId {
        requireNonNull(account, "account");
        requireNonNull(id, "id");
    }
}
