package dev.sluice.store;

import java.util.Optional;

/** Data keys of leads, each wrapped by a key that is kept elsewhere. May block. */
public interface Keys {

    /** Keeps a key unless the lead has one; gives the one that is kept. */
    WrappedKey putIfAbsent(WrappedKey key);

    /** The lead's key; empty when it never had one or it was destroyed. */
    Optional<WrappedKey> get(String account, String leadId);

    /** Destroys the lead's key for good, so that what it sealed can never be read again; false when there was none. */
    boolean destroy(String account, String leadId);
}
