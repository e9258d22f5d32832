package dev.sluice.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.Flow;
import dev.sluice.RecoveryReport;
import dev.sluice.Sluice;
import dev.sluice.Submission;
import dev.sluice.delivery.DeliveryResult;
import dev.sluice.flow.Cap;
import dev.sluice.flow.DuplicateCheck;
import dev.sluice.flow.FieldDefinition;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.flow.RecipientStep;
import dev.sluice.flow.SourceDefinition;
import dev.sluice.flow.TimeUnit;
import dev.sluice.flow.Window;
import dev.sluice.store.Cursor;
import dev.sluice.store.Durability;
import dev.sluice.store.EventStore;
import dev.sluice.store.Inventory;
import dev.sluice.store.MemoryStore;
import dev.sluice.store.Page;
import dev.sluice.store.StateCheck;
import dev.sluice.store.Store;
import dev.sluice.store.StoreUnavailableException;
import dev.sluice.store.StoredEvent;
import dev.sluice.store.StreamId;
import dev.sluice.types.Lead;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rows of the crash table that only a log and a state of their own can meet: the process ends between the two. */
class SplitRecoveryTest {
    private final MemoryEventStore log = MemoryEventStore.create();
    private final MemoryStore state = MemoryStore.create();
    private final VirtualTime time = VirtualTime.at("2026-03-15T14:30:00Z");
    private final List<String> keys = new ArrayList<>();

    /** Lets so many appends through; the process ends before the next one, or right after it. */
    private final class EndingLog implements EventStore {
        private final boolean after;
        private int left;

        EndingLog(int left, boolean after) {
            this.left = left;
            this.after = after;
        }

        @Override
        public Cursor append(List<StoredEvent> batch) {
            if (batch.isEmpty() || left-- > 0) {
                return log.append(batch);
            }
            if (after) {
                log.append(batch);
            }
            throw new StoreUnavailableException("the process has ended", null);
        }

        @Override
        public Durability durability() {
            return log.durability();
        }

        @Override
        public List<StoredEvent> stream(StreamId stream) {
            return log.stream(stream);
        }

        @Override
        public Page<StoredEvent> after(Cursor cursor, int limit) {
            return log.after(cursor, limit);
        }
    }

    private Sluice process(EventStore events) {
        return Sluice.builder()
                .store(Store.split(events, state))
                .time(time)
                .delivery("crm", request -> {
                    keys.add(request.delivery().key());
                    return DeliveryResult.success();
                })
                .build();
    }

    private static FlowDefinition flow() {
        return FlowDefinition.builder("solar")
                .field(FieldDefinition.of("email", "email").mandatory())
                .source(SourceDefinition.of("web"))
                .duplicateCheck(new DuplicateCheck(
                        List.of("email"), new Window(30, TimeUnit.DAY), DuplicateCheck.Scope.FLOW, null))
                .cap(Cap.of("source", 5, TimeUnit.DAY))
                .step(RecipientStep.to("buyer", "crm")
                        .cap(Cap.of("buyer", 5, TimeUnit.DAY))
                        .build())
                .build();
    }

    private static Submission submit(Flow flow) {
        return flow.submit(Lead.from("web").with("email", "ann@example.com").withKey("k1"));
    }

    private void endAt(int append, boolean after) {
        Flow flow = process(new EndingLog(append, after)).open(flow());
        assertThat(submit(flow).status()).isEqualTo(Submission.Status.UNSETTLED);
        time.advance(Duration.ofHours(1));
    }

    private RecoveryReport recover() {
        return process(log).recover();
    }

    private Inventory inventory() {
        return state.inventory("default");
    }

    private void nothingIsLeft() {
        assertThat(inventory().holds()).isEmpty();
        assertThat(inventory().open()).isEmpty();
        assertThat(StateCheck.of(Store.split(log, state), "default").differences())
                .isEmpty();
    }

    @Test
    void row_4_what_was_granted_to_a_lead_that_has_no_event_is_given_back_and_its_key_is_free() {
        endAt(0, false);
        assertThat(inventory().holds()).isNotEmpty();
        assertThat(inventory().entries()).isNotEmpty();

        assertThat(recover().leads()).hasSize(1);

        nothingIsLeft();
        assertThat(inventory().entries()).isEmpty();
        assertThat(keys).isEmpty();
        assertThat(submit(process(log).open(flow())).status()).isEqualTo(Submission.Status.ANSWERED);
        assertThat(keys).hasSize(1);
        nothingIsLeft();
    }

    @Test
    void row_10_what_the_result_settles_is_settled_by_who_finds_its_event() {
        endAt(1, true);
        assertThat(keys).hasSize(1);
        assertThat(inventory().holds())
                .as("reserved for the lead and for the delivery")
                .hasSize(2);

        recover();

        nothingIsLeft();
        assertThat(keys).hasSize(1);
        assertThat(inventory().counters().values()).allMatch(counter -> counter.reserved() == 0);
        assertThat(submit(process(log).open(flow())).status()).isEqualTo(Submission.Status.REPEATED);
    }

    @Test
    void a_process_that_ends_at_any_append_leaves_nothing_that_the_next_one_does_not_finish() {
        for (int append = 0; append < 2; append++) {
            for (boolean after : new boolean[] {false, true}) {
                SplitRecoveryTest each = new SplitRecoveryTest();
                each.endAt(append, after);
                each.recover();
                each.nothingIsLeft();
                Submission again = submit(each.process(each.log).open(flow()));
                assertThat(again.outcome().text())
                        .as("append %s, %s", append, after)
                        .isEqualTo("success");
                assertThat(each.keys.stream().distinct()).hasSize(1);
            }
        }
    }
}
