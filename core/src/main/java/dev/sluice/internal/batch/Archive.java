package dev.sluice.internal.batch;

import dev.sluice.DueWork;
import dev.sluice.delivery.FileName;
import dev.sluice.internal.wiring.FileWiring;
import dev.sluice.store.Changes;
import dev.sluice.store.DocKey;
import dev.sluice.store.Reads;
import dev.sluice.store.WorkId;
import dev.sluice.store.WorkItem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Copies of files that were sent, in a folder of the host, until their time is over. Without a folder it keeps nothing. */
public final class Archive implements DueWork {
    /** The kind of due work. */
    public static final String KIND = "batch_archive";

    private final Ledger ledger;
    private final FileWiring wiring;

    Archive(Ledger ledger, FileWiring wiring) {
        this.ledger = ledger;
        this.wiring = wiring;
    }

    /** Takes the file over; false when none is kept, or it cannot be: what was sent is sent all the same. */
    boolean take(BatchKeys keys, long number, Path file) {
        Path folder = wiring.archive();
        if (folder == null) {
            return false;
        }
        try {
            Files.move(file, path(folder, keys, number), StandardCopyOption.REPLACE_EXISTING);
            return true;
        } catch (IOException fault) {
            return false;
        }
    }

    /** The copy; empty when there is none. */
    Optional<Path> copy(BatchKeys keys, long number) {
        return Optional.ofNullable(wiring.archive())
                .map(folder -> path(folder, keys, number))
                .filter(Files::exists);
    }

    private static Path path(Path folder, BatchKeys keys, long number) {
        return folder.resolve(FileName.safe("sluice-" + keys.account() + "-" + keys.batch() + "-" + number));
    }

    /** Plans the end of a copy. */
    void plan(BatchKeys keys, long number, Instant now, Changes changes) {
        String ref = keys.batch() + "/" + number;
        WorkId id = new WorkId(keys.account(), KIND + "/" + ref);
        changes.schedule(new WorkItem(id, KIND, now.plus(wiring.archiveFor()), 0, ref));
    }

    @Override
    public void run(WorkItem item) {
        int slash = item.ref().indexOf('/');
        BatchKeys keys = ledger.keys(item.ref().substring(0, slash));
        long number = Long.parseLong(item.ref().substring(slash + 1));
        try {
            Optional<Path> copy = copy(keys, number);
            if (copy.isPresent()) {
                Files.delete(copy.get());
            }
        } catch (IOException fault) {
            throw new UncheckedIOException("the archive cannot be cleared", fault);
        }
        DocKey key = keys.file(number);
        Reads reads = new Reads(List.of(), List.of(), List.of(key), List.of(), List.of());
        ledger.change(reads, (view, changes) -> {
            view.doc(key).map(SentFiles::withoutCopy).ifPresent(changes::put);
            changes.done(item.id());
            return item;
        });
    }
}
