package dev.sluice.cli.log;

import dev.sluice.Sluice;
import dev.sluice.Submission;
import dev.sluice.cli.frame.Arguments;
import dev.sluice.cli.frame.UsageException;
import dev.sluice.cli.open.Roles;
import dev.sluice.cli.open.Stores;
import dev.sluice.event.Reader;
import dev.sluice.store.MemoryStore;
import dev.sluice.store.Store;
import dev.sluice.workbench.page.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** The page of a run: written at its end, and now and then before it where somebody watches. */
public final class RunPage implements Consumer<Submission> {
    public static final String REPORT = "--report";
    public static final String WATCH = "--watch";
    public static final String ROLE = "--role";
    public static final String ROLES = "ROLE";
    public static final String ROLE_SUMMARY =
            "who the page is for: auditor sees everything, operator masks, analyst nothing personal";
    private static final Duration PAUSE = Duration.ofSeconds(5);
    /** Writing takes no more than one part in so many of the time. */
    private static final long SHARE = 10;

    private final Page page;
    private final Path file;
    private final boolean watched;
    private final LongSupplier nanos;
    private long next;

    private RunPage(Page page, Path file, boolean watched, LongSupplier nanos) {
        this.page = page;
        this.file = file;
        this.watched = watched;
        this.nanos = nanos;
        this.next = nanos.getAsLong();
    }

    /** The page that the arguments ask for. */
    public static Optional<RunPage> of(Arguments arguments, Sluice sluice, String title, LongSupplier nanos) {
        if (arguments.has(WATCH) && arguments.value(REPORT).isEmpty()) {
            throw new UsageException("say which page is to be watched: --report out.html");
        }
        Page page = Page.over(sluice).titled(title).seenBy(Reader.of("sluice run", Roles.of(arguments)));
        return arguments.value(REPORT).map(file -> new RunPage(page, Path.of(file), arguments.has(WATCH), nanos));
    }

    /** The store of a run; a page tells of every event, so it is kept where there is one. */
    public static Store store(Arguments arguments) {
        boolean kept = arguments.value(Stores.OPTION).isEmpty()
                && arguments.value(REPORT).isPresent();
        return kept ? MemoryStore.create() : Stores.open(arguments);
    }

    /** Writes the page anew when its time has come. */
    @Override
    public void accept(Submission answer) {
        if (watched && nanos.getAsLong() - next >= 0) {
            long start = nanos.getAsLong();
            write(page.refreshing(PAUSE));
            long end = nanos.getAsLong();
            next = end + Math.max(PAUSE.toNanos(), SHARE * (end - start));
        }
    }

    /** Writes the page that stays. */
    public void end() {
        write(page);
    }

    private void write(Page what) {
        try {
            what.write(file);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
