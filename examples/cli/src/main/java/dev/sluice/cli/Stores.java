package dev.sluice.cli;

import dev.sluice.jdbc.JdbcStore;
import dev.sluice.store.MemoryStore;
import dev.sluice.store.Store;
import dev.sluice.store.StoreUnavailableException;
import java.util.Optional;

/** Stores by their address. */
final class Stores {
    static final String OPTION = "--store";
    static final String ADDRESS = "URL";

    /** Timelines of a run that ends with the process are of no use for long. */
    private static final int KEPT_EVENTS = 50_000;

    private Stores() {}

    /** The store at {@code url}, or one that ends with the process. */
    static Store open(Optional<String> url) {
        return url.isPresent() ? open(url.get()) : MemoryStore.keepingLast(KEPT_EVENTS);
    }

    /** The store at {@code url}. */
    static Store open(String url) {
        if (!url.startsWith("jdbc:")) {
            throw new UsageException("'" + url + "' is no address of a store; write it as jdbc:sqlite:leads.db");
        }
        try {
            return JdbcStore.open(url);
        } catch (StoreUnavailableException unavailable) {
            throw new Failure("cannot open " + url + ": " + unavailable.getMessage());
        }
    }
}
