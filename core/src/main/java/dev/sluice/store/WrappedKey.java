package dev.sluice.store;

import static java.util.Objects.requireNonNull;

/**
 * A data key in encrypted form.
 *
 * @param account the owner
 * @param leadId whose values it seals
 * @param wrappedBy the id of the key that encrypts it
 * @param bytes the encrypted key; not copied
 */
public record WrappedKey(String account, String leadId, String wrappedBy, byte[] bytes) {
    public WrappedKey {
        requireNonNull(account, "account");
        requireNonNull(leadId, "leadId");
        requireNonNull(wrappedBy, "wrappedBy");
        requireNonNull(bytes, "bytes");
    }
}
