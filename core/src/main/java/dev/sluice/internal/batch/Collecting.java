package dev.sluice.internal.batch;

import dev.sluice.delivery.DeliveryResult;
import dev.sluice.event.Event;
import dev.sluice.event.EventType;
import dev.sluice.flow.BatchDefinition;
import dev.sluice.internal.record.LeadWriter;
import dev.sluice.schedule.FileSchedule;
import dev.sluice.schedule.Waiting;
import dev.sluice.store.Changes;
import dev.sluice.store.Doc;
import dev.sluice.store.Reads;
import dev.sluice.store.StreamId;
import dev.sluice.store.View;
import dev.sluice.store.WorkItem;
import dev.sluice.types.At;
import dev.sluice.types.Obj;
import dev.sluice.types.Value;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Takes leads as rows of batches, each in the write of its event, so that there is no row without its event and no event
 * without its row. Immutable.
 */
public final class Collecting {
    private final String account;
    private final Map<String, FileSchedule> schedules;

    private Collecting(String account, Map<String, FileSchedule> schedules) {
        this.account = account;
        this.schedules = schedules;
    }

    /** Into the batches of a flow, and into those of the host. */
    public static Collecting of(String account, List<BatchDefinition> own, List<BatchDefinition> shared) {
        Map<String, FileSchedule> schedules = new LinkedHashMap<>();
        shared.forEach(batch -> schedules.put(batch.id(), batch.schedule()));
        own.forEach(batch -> schedules.put(batch.id(), batch.schedule()));
        return new Collecting(account, Map.copyOf(schedules));
    }

    /** The result, or an error when it names a batch that nobody has defined. */
    public DeliveryResult known(DeliveryResult result) {
        String batch = result.batch().orElse(null);
        return batch == null || schedules.containsKey(batch)
                ? result
                : DeliveryResult.error("No batch is called '" + batch + "'");
    }

    /** The row of a lead that the event which comes next tells of. */
    public LeadWriter.Addition row(String batch, String step, String key, At at) {
        FileSchedule schedule = schedules.get(batch);
        if (schedule == null) {
            throw new IllegalArgumentException("no batch is called '" + batch + "'");
        }
        return new Queued(new BatchKeys(account, batch), schedule, step, key, at.instant());
    }

    private record Queued(BatchKeys keys, FileSchedule schedule, String step, String key, Instant at)
            implements LeadWriter.Addition {

        @Override
        public Object about() {
            return keys;
        }

        @Override
        public Reads reads() {
            return new Reads(List.of(keys.rows()), List.of(), List.of(keys.state()), List.of(), List.of(keys.stream()));
        }

        @Override
        public void decide(View view, Changes changes, StreamId lead, long seq, int before) {
            long number = view.counter(keys.rows()).committed() + 1 + before;
            Row row = new Row(lead.id(), seq, key, at);
            changes.add(keys.rows(), 1);
            changes.put(new Doc(keys.row(number), 1, row.write()));
            changes.append(keys.stream(), List.of(event(view.head(keys.stream()).seq() + 1 + before, number, lead)));
            plan(BatchState.of(view.doc(keys.state()), at), number, changes);
        }

        private Event event(long seq, long number, StreamId lead) {
            return Event.of(keys.stream(), seq, EventType.BATCH_QUEUED, at)
                    .step(step)
                    .facts(Obj.EMPTY
                            .with("batch", Value.text(keys.batch()))
                            .with("row", Value.number(number))
                            .with("lead_id", Value.text(lead.id())))
                    .build();
        }

        /** Only a row that can change when the next file is made plans anything. */
        private void plan(BatchState state, long number, Changes changes) {
            long rows = state.pending(number);
            boolean counts = rows == 1 || rows == schedule.minimum() || rows == schedule.afterRows();
            if (state.file() == null && counts) {
                schedule.look(new Waiting(rows, at, at, state.since()), at)
                        .map(due ->
                                state.notBefore() != null && due.isBefore(state.notBefore()) ? state.notBefore() : due)
                        .ifPresent(due ->
                                changes.schedule(new WorkItem(keys.work(), BatchRunner.KIND, due, 0, keys.batch())));
            }
        }
    }
}
