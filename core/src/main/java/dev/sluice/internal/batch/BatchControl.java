package dev.sluice.internal.batch;

import dev.sluice.DueReport;
import dev.sluice.Time;
import dev.sluice.batches.BatchStatus;
import dev.sluice.batches.Batches;
import dev.sluice.batches.Download;
import dev.sluice.batches.SentFile;
import dev.sluice.batches.Settings;
import dev.sluice.store.WorkItem;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;

/** What people see of batches and ask of them. Safe on any thread. */
final class BatchControl implements Batches {
    private static final int MOST_FILES = 1_000;

    private final Ledger ledger;
    private final Time time;
    private final Copies copies;
    private final IntFunction<DueReport> due;

    BatchControl(Ledger ledger, Time time, Copies copies, IntFunction<DueReport> due) {
        this.ledger = ledger;
        this.time = time;
        this.copies = copies;
        this.due = due;
    }

    @Override
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

    @Override
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

    @Override
    public Optional<SentFile> file(String batch, long number) {
        return ledger.file(ledger.keys(batch), number);
    }

    @Override
    public boolean redeliver(String batch, long number, Settings settings) {
        Again wish = new Again(number, settings == Settings.AS_SENT);
        return file(batch, number).isPresent() && changed(batch, state -> state.wantedAgain(wish));
    }

    @Override
    public Download download(String batch, long number, OutputStream out) throws IOException {
        return copies.write(ledger.keys(batch), number, out);
    }

    @Override
    public boolean deliverNow(String batch) {
        return changed(batch, BatchState::wanted);
    }

    @Override
    public boolean pause(String batch) {
        return changed(batch, state -> state.paused(true));
    }

    @Override
    public boolean resume(String batch) {
        return changed(batch, state -> state.paused(false));
    }

    @Override
    public DueReport runDue(int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("at least 1 piece of work is done, not " + limit);
        }
        return due.apply(limit);
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
