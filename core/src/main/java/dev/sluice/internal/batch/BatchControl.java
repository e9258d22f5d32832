package dev.sluice.internal.batch;

import dev.sluice.Time;
import dev.sluice.batches.BatchStatus;
import dev.sluice.batches.SentFile;
import dev.sluice.store.Store;
import dev.sluice.store.WorkItem;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;

/** What people see of batches and ask of them. Needs nothing but the store. Safe on any thread. */
public final class BatchControl {
    private static final int MOST_FILES = 1_000;

    private final Ledger ledger;
    private final Time time;

    public BatchControl(String account, Store store, Time time) {
        this.ledger = new Ledger(account, store);
        this.time = time;
    }

    /** How the batch stands; empty when it was never defined. */
    public Optional<BatchStatus> status(String batch) {
        Ledger.Standing standing = ledger.standing(ledger.keys(batch), time.instant());
        return standing.definition()
                .map(definition -> new BatchStatus(
                        definition,
                        standing.pending(),
                        standing.rows(),
                        standing.state().files(),
                        standing.state().paused(),
                        standing.state().file() != null));
    }

    /** The latest files that were sent, the last first. */
    public List<SentFile> sent(String batch, int limit) {
        BatchKeys keys = ledger.keys(batch);
        long last = ledger.standing(keys, time.instant()).state().files();
        long first = Math.max(1, last - MOST_FILES + 1);
        return ledger
                .docs(LongStream.rangeClosed(first, last)
                        .map(number -> last + first - number)
                        .mapToObj(keys::file)
                        .toList())
                .stream()
                .map(doc -> SentFiles.read(batch, doc))
                .limit(limit)
                .toList();
    }

    /** Wants a file of what waits as soon as due work is done. */
    public boolean deliverNow(String batch) {
        return changed(batch, BatchState::wanted);
    }

    /** Collects only, from now on. */
    public boolean pause(String batch) {
        return changed(batch, state -> state.paused(true));
    }

    /** Makes files again. */
    public boolean resume(String batch) {
        return changed(batch, state -> state.paused(false));
    }

    private boolean changed(String batch, UnaryOperator<BatchState> change) {
        BatchKeys keys = ledger.keys(batch);
        Instant now = time.instant();
        return ledger.change(Ledger.reads(keys), (view, changes) -> {
            if (view.doc(keys.definition()).isEmpty()) {
                return false;
            }
            BatchState state = change.apply(BatchState.of(view.doc(keys.state()), now));
            changes.put(state.doc(keys));
            OpenFile file = state.file();
            Instant look = file != null && file.until().isAfter(now) ? file.until() : now;
            changes.schedule(new WorkItem(keys.work(), BatchRunner.KIND, look, 0, batch));
            return true;
        });
    }
}
