package dev.sluice.cli.open;

import dev.sluice.cli.frame.Arguments;
import dev.sluice.cli.frame.Failure;
import dev.sluice.cli.frame.UsageException;
import dev.sluice.jdbc.JdbcStore;
import dev.sluice.store.MemoryStore;
import dev.sluice.store.Privacy;
import dev.sluice.store.Store;
import dev.sluice.store.StoreUnavailableException;
import java.util.Optional;
import java.util.function.Function;

/** Stores by their address. */
public final class Stores {
    public static final String OPTION = "--store";
    public static final String ADDRESS = "URL";

    /** Timelines of a run that ends with the process are of no use for long. */
    private static final int KEPT_EVENTS = 50_000;

    private Stores() {}

    /** The store at {@code url}, or one that ends with the process. */
    public static Store open(Optional<String> url) {
        return url.isPresent() ? open(url.get()) : MemoryStore.keepingLast(KEPT_EVENTS);
    }

    /** The store that the options name, sealed when they name keys. */
    public static Store open(Arguments arguments) {
        Optional<String> url = arguments.value(OPTION);
        Optional<Privacy> keys = arguments.value(KeyFile.OPTION).map(KeyFile::open);
        return url.isPresent() && keys.isPresent() ? open(url.get(), keys.get()) : open(url);
    }

    /** The store at {@code url}. */
    public static Store open(String url) {
        return open(url, JdbcStore::open);
    }

    /** The store at {@code url}, whose personal values are sealed. */
    public static Store open(String url, Privacy keys) {
        return open(url, at -> JdbcStore.open(at, keys));
    }

    private static Store open(String url, Function<String, Store> opening) {
        if (!url.startsWith("jdbc:")) {
            throw new UsageException("'" + url + "' is no address of a store; write it as jdbc:sqlite:leads.db");
        }
        try {
            return opening.apply(url);
        } catch (StoreUnavailableException unavailable) {
            throw new Failure("cannot open " + url + ": " + unavailable.getMessage());
        }
    }
}
