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
import dev.sluice.types.Scope;
import dev.sluice.types.Value;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Takes leads as rows of batches, each in the write of its event, so that there is no row without its event and no event
 * without its row. Immutable.
 */
public final class Collecting {
    private final String account;
    private final Map<String, Queue> queues;

    private Collecting(String account, Map<String, Queue> queues) {
        this.account = account;
        this.queues = queues;
    }

    /**
     * A batch as far as rows care.
     *
     * @param schedule when its file is made
     * @param weighed its columns where that depends on their texts, else none
     * @param required the columns that a lead has to have
     */
    private record Queue(FileSchedule schedule, List<Column> weighed, List<Column> required) {

        static Queue of(BatchDefinition batch, List<Column> columns) {
            return new Queue(
                    batch.schedule(),
                    batch.schedule().afterBytes() == 0 ? List.of() : columns,
                    columns.stream().filter(Column::required).toList());
        }

        /** The headers of what a lead lacks. */
        List<String> lacking(Scope scope, At at) {
            return required.stream()
                    .filter(column -> column.isLacking(scope, at))
                    .map(Column::header)
                    .toList();
        }

        /** Of how many bytes a lead's row is; 0 where nobody asks. */
        long bytes(Scope scope, At at) {
            long bytes = 0;
            for (Column column : weighed) {
                Value value = column.value(scope, at);
                bytes += 1 + (value.isAbsent() ? 0 : value.text().getBytes(StandardCharsets.UTF_8).length);
            }
            return bytes;
        }
    }

    /** Into the batches of a flow, and into those of the host. */
    public static Collecting of(
            String account,
            List<BatchDefinition> own,
            List<BatchDefinition> shared,
            Function<BatchDefinition, List<Column>> columns) {
        Map<String, Queue> queues = new LinkedHashMap<>();
        Stream.concat(shared.stream(), own.stream())
                .forEach(batch -> queues.put(batch.id(), Queue.of(batch, columns.apply(batch))));
        return new Collecting(account, Map.copyOf(queues));
    }

    /** The result, or an error when it names a batch that nobody has defined, or one that has to have more of a lead. */
    public DeliveryResult known(DeliveryResult result, Scope scope, At at) {
        return result.batch().map(batch -> known(result, batch, scope, at)).orElse(result);
    }

    private DeliveryResult known(DeliveryResult result, String batch, Scope scope, At at) {
        Queue queue = queues.get(batch);
        if (queue == null) {
            return DeliveryResult.error("No batch is called '" + batch + "'");
        }
        List<String> lacking = queue.lacking(scope, at);
        return lacking.isEmpty()
                ? result
                : DeliveryResult.error("The lead has nothing for what batch '" + batch + "' requires: " + lacking);
    }

    /** The row of a lead that the event which comes next tells of. */
    public LeadWriter.Addition row(String batch, String step, String key, Scope scope, At at) {
        Queue queue = queues.get(batch);
        if (queue == null) {
            throw new IllegalArgumentException("no batch is called '" + batch + "'");
        }
        return new Queued(
                new BatchKeys(account, batch), queue.schedule(), step, key, queue.bytes(scope, at), at.instant());
    }

    private record Queued(BatchKeys keys, FileSchedule schedule, String step, String key, long bytes, Instant at)
            implements LeadWriter.Addition {

        @Override
        public Object about() {
            return keys;
        }

        @Override
        public Reads reads() {
            return new Reads(
                    List.of(keys.rows(), keys.bytes()),
                    List.of(),
                    List.of(keys.state()),
                    List.of(),
                    List.of(keys.stream()));
        }

        @Override
        public void decide(View view, Changes changes, StreamId lead, long seq, int before) {
            long number = view.counter(keys.rows()).committed() + 1 + before;
            Row row = new Row(lead.id(), seq, key, at);
            changes.add(keys.rows(), 1);
            if (bytes > 0) {
                changes.add(keys.bytes(), bytes);
            }
            changes.put(new Doc(keys.row(number), 1, row.write()));
            changes.append(keys.stream(), List.of(event(view.head(keys.stream()).seq() + 1 + before, number, lead)));
            BatchState state = BatchState.of(view.doc(keys.state()), at);
            plan(state, number, waiting(view, state, before), changes);
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

        /** Rows of the same write do not see each other: the second one has the runner weigh them all. */
        private long waiting(View view, BatchState state, int before) {
            long waiting = state.pendingBytes(view.counter(keys.bytes()).committed()) + bytes;
            return before == 0 ? waiting : Math.max(waiting, schedule.afterBytes());
        }

        /** Only a row that can change when the next file is made plans anything. */
        private void plan(BatchState state, long number, long waiting, Changes changes) {
            long rows = state.pending(number);
            boolean counts =
                    rows == 1 || rows == schedule.minimum() || rows == schedule.afterRows() || isReached(waiting);
            if (state.file() == null && counts) {
                schedule.look(new Waiting(rows, waiting, at, at, state.since()), at)
                        .map(due ->
                                state.notBefore() != null && due.isBefore(state.notBefore()) ? state.notBefore() : due)
                        .ifPresent(due ->
                                changes.schedule(new WorkItem(keys.work(), BatchRunner.KIND, due, 0, keys.batch())));
            }
        }

        /** By this row, and not by one before it. */
        private boolean isReached(long waiting) {
            return schedule.afterBytes() > 0
                    && waiting >= schedule.afterBytes()
                    && waiting - bytes < schedule.afterBytes();
        }
    }
}
