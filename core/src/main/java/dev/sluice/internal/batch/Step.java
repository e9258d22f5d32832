package dev.sluice.internal.batch;

import dev.sluice.event.Event;
import dev.sluice.flow.BatchDefinition;
import dev.sluice.internal.batch.Ledger.Standing;
import dev.sluice.schedule.Waiting;
import dev.sluice.store.Changes;
import dev.sluice.store.Doc;
import dev.sluice.store.View;
import dev.sluice.store.WorkItem;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One write of a batch: what it stands on, and what it changes. */
record Step(BatchKeys keys, BatchDefinition batch, Standing standing, View view, Changes changes, Instant now) {

    BatchState state() {
        return standing.state();
    }

    /** The number of the batch's next event. */
    long seq() {
        return view.head(keys.stream()).seq() + 1;
    }

    void save(BatchState next) {
        changes.put(next.doc(keys));
    }

    void append(Event event) {
        changes.append(keys.stream(), List.of(event));
    }

    void put(Doc doc) {
        changes.put(doc);
    }

    void lookAgainAt(Instant moment) {
        changes.schedule(new WorkItem(keys.work(), BatchRunner.KIND, moment, 0, keys.batch()));
    }

    /** Whether a file is to be made of what waits. */
    boolean isDue(Waiting waiting) {
        if (onlyCollects()) {
            return false;
        }
        boolean wanted = state().asked() && waiting.rows() > 0;
        return wanted
                || bounded(batch.schedule().due(waiting))
                        .filter(due -> !due.isAfter(now))
                        .isPresent();
    }

    boolean onlyCollects() {
        return !batch.enabled() || state().paused();
    }

    /** Plans when to look again. A time that went by with too few rows is over. */
    void planNext(Waiting waiting) {
        boolean over = batch.schedule()
                .nextTime(waiting.since())
                .filter(time -> !time.isAfter(now))
                .isPresent();
        Waiting next =
                over ? new Waiting(waiting.rows(), waiting.bytes(), waiting.oldest(), waiting.newest(), now) : waiting;
        if (over) {
            save(state().passed(now));
        }
        Optional<Instant> look =
                onlyCollects() ? Optional.empty() : bounded(batch.schedule().look(next, now));
        look.ifPresentOrElse(this::lookAgainAt, () -> changes.done(keys.work()));
    }

    private Optional<Instant> bounded(Optional<Instant> due) {
        Instant earliest = state().notBefore();
        return due.map(moment -> earliest != null && moment.isBefore(earliest) ? earliest : moment);
    }
}
