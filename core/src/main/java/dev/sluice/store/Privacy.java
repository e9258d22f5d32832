package dev.sluice.store;

import static java.util.Objects.requireNonNull;

import dev.sluice.WorkingKeys;

/**
 * The host's keys, with which a store seals personal values under a key for each lead. Keep both outside the store: who has
 * them and the database reads everything.
 *
 * @param keys encrypt the keys of leads; one that is not current any more must be found as long as leads are kept
 * @param indexKey makes the hashes by which a person's leads are found; at least 16 bytes, the same for ever; not copied
 */
public record Privacy(WorkingKeys keys, byte[] indexKey) {
    private static final int LEAST = 16;

    public Privacy {
        requireNonNull(keys, "keys");
        if (indexKey.length < LEAST) {
            throw new IllegalArgumentException("an index key has at least " + LEAST + " bytes, not " + indexKey.length);
        }
    }

    /** Without the bytes. */
    @Override
    public String toString() {
        return "keys that seal personal values";
    }
}
