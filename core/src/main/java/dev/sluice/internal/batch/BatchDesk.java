package dev.sluice.internal.batch;

import dev.sluice.DueReport;
import dev.sluice.DueWork;
import dev.sluice.Time;
import dev.sluice.batches.Batches;
import dev.sluice.flow.BatchDefinition;
import dev.sluice.internal.wiring.FileWiring;
import dev.sluice.json.BatchJson;
import dev.sluice.store.Doc;
import dev.sluice.store.Store;
import dev.sluice.store.WorkItem;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;

/** Defines the batches of an account and does their due work. Safe on any thread. */
public final class BatchDesk {
    private final Ledger ledger;
    private final Time time;
    private final BatchRunner runner;
    private final Arrivals arrivals;
    private final Archive archive;
    private final Copies copies;

    /** @param sender the id of this run of the process */
    public BatchDesk(
            String account,
            Store store,
            FileWiring wiring,
            Function<BatchDefinition, List<Column>> columns,
            Time time,
            String sender) {
        this.ledger = new Ledger(account, store);
        this.time = time;
        this.archive = new Archive(ledger, wiring);
        this.runner = new BatchRunner(ledger, wiring, columns, time, sender, archive);
        this.copies = new Copies(ledger, wiring, columns, archive);
        this.arrivals = new Arrivals(ledger, time);
    }

    /** Who does the due work of batches, by its kind: makes and sends files, tells leads that theirs has arrived, clears the archive. */
    public Map<String, DueWork> work() {
        return Map.of(BatchRunner.KIND, runner, Arrivals.KIND, arrivals, Archive.KIND, archive);
    }

    /**
     * What people see of batches and ask of them.
     *
     * @param due does so many pieces of that work
     */
    public Batches control(IntFunction<DueReport> due) {
        return new BatchControl(ledger, time, copies, due);
    }

    /** Notes a definition in place of the one before, and looks at once when its files are due now. */
    public void define(BatchDefinition batch) {
        BatchKeys keys = ledger.keys(batch.id());
        String text = BatchJson.write(batch);
        Instant now = time.instant();
        ledger.change(Ledger.reads(keys), (view, changes) -> {
            Optional<Doc> known = view.doc(keys.definition());
            if (known.filter(doc -> doc.body().equals(text)).isEmpty()) {
                long version = known.map(Doc::version).orElse(0L) + 1;
                changes.put(new Doc(keys.definition(), version, text));
                BatchState state = BatchState.of(view.doc(keys.state()), now);
                changes.put(state.doc(keys));
                changes.schedule(new WorkItem(keys.work(), BatchRunner.KIND, now, 0, batch.id()));
            }
            return known;
        });
    }
}
