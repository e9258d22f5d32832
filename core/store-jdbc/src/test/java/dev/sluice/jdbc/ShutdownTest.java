package dev.sluice.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.Flow;
import dev.sluice.Sluice;
import dev.sluice.Submission;
import dev.sluice.delivery.DeliveryResult;
import dev.sluice.event.Event;
import dev.sluice.event.EventType;
import dev.sluice.flow.Cap;
import dev.sluice.flow.FieldDefinition;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.flow.RecipientStep;
import dev.sluice.flow.SourceDefinition;
import dev.sluice.flow.TimeUnit;
import dev.sluice.store.Cursor;
import dev.sluice.store.StateCheck;
import dev.sluice.store.StreamId;
import dev.sluice.testkit.Race;
import dev.sluice.types.Lead;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Instances that are closed while threads submit: what was answered is there, and the next one finishes the rest. */
class ShutdownTest {
    private static final int SHUTDOWNS = Integer.getInteger("shutdowns", 5);
    private static final int THREADS = 4;
    private static final int ANSWERS = 8;

    @TempDir
    Path folder;

    private final Set<String> answered = ConcurrentHashMap.newKeySet();

    private Sluice instance() {
        return Sluice.builder()
                .store(JdbcStore.open("jdbc:sqlite:" + folder.resolve("leads.db")))
                .delivery("crm", request -> DeliveryResult.success())
                .build();
    }

    private static FlowDefinition flow() {
        return FlowDefinition.builder("f")
                .field(FieldDefinition.of("email", "email").mandatory())
                .source(SourceDefinition.of("web"))
                .cap(Cap.of("all", 1_000_000, TimeUnit.MONTH))
                .step(RecipientStep.to("buyer", "crm")
                        .cap(Cap.of("month", 1_000_000, TimeUnit.MONTH))
                        .build())
                .build();
    }

    /** Submits until the instance is closed; true once it is. */
    private boolean submits(Flow flow, String name, CountDownLatch answers) {
        for (int i = 0; true; i++) {
            Submission answer = flow.submit(Lead.from("web").with("email", name + "-" + i + "@example.com"));
            if (answer.status() != Submission.Status.ANSWERED) {
                return answer.status() == Submission.Status.UNSETTLED;
            }
            answered.add(answer.leadId().orElseThrow());
            answers.countDown();
        }
    }

    private void submitAndClose(int round) {
        CountDownLatch answers = new CountDownLatch(ANSWERS);
        Sluice sluice = instance();
        sluice.recover();
        Flow flow = sluice.open(flow());
        List<Boolean> ends = Race.run(THREADS + 1, thread -> () -> {
            if (thread < THREADS) {
                return submits(flow, round + "-" + thread, answers);
            }
            answers.await();
            sluice.close();
            return true;
        });
        assertThat(ends).as("each is told that its last lead is unsettled").containsOnly(true);
    }

    @Test
    void no_answer_is_lost_and_no_lead_is_stuck() {
        for (int round = 0; round < SHUTDOWNS; round++) {
            submitAndClose(round);
        }
        try (Sluice last = instance()) {
            assertThat(last.recover().waiting()).isEmpty();

            List<Event> all =
                    last.events().after(Cursor.START, Integer.MAX_VALUE).events();
            Set<StreamId> leads = ConcurrentHashMap.newKeySet();
            Set<StreamId> over = ConcurrentHashMap.newKeySet();
            for (Event event : all) {
                leads.add(event.stream());
                if (event.type().equals(EventType.FLOW_COMPLETED)) {
                    over.add(event.stream());
                }
            }
            assertThat(leads).extracting(StreamId::id).containsAll(answered);
            assertThat(over).isEqualTo(leads);
            assertThat(answered).hasSizeGreaterThanOrEqualTo(SHUTDOWNS * ANSWERS);
            assertThat(StateCheck.of(last.store(), "default").differences()).isEmpty();
        }
    }
}
