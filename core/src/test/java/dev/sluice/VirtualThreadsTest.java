package dev.sluice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.delivery.Enricher;
import dev.sluice.delivery.Enrichment;
import dev.sluice.flow.AcceptanceCriteria;
import dev.sluice.flow.Cap;
import dev.sluice.flow.EnhancementStep;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.flow.ListCheck;
import dev.sluice.flow.LookUp;
import dev.sluice.flow.PurchasingDecisions;
import dev.sluice.flow.TimeUnit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;

/** Leads and their look-ups on virtual threads, which Java has from 21 on. */
@EnabledForJreRange(min = JRE.JAVA_21)
class VirtualThreadsTest {
    @TempDir
    Path folder;

    /** Compiled for 17, where there is no such method. */
    private static ExecutorService virtualThreads() throws ReflectiveOperationException {
        return (ExecutorService)
                Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
    }

    private interface Work {
        void run() throws Exception;
    }

    private List<RecordedEvent> pinned(Work work) throws Exception {
        Path file = folder.resolve("pinned.jfr");
        try (Recording recording = new Recording()) {
            recording
                    .enable("jdk.VirtualThreadPinned")
                    .withThreshold(Duration.ZERO)
                    .withStackTrace();
            recording.start();
            work.run();
            recording.stop();
            recording.dump(file);
        }
        return events(file);
    }

    private static List<RecordedEvent> events(Path file) throws IOException {
        try {
            return RecordingFile.readAllEvents(file).stream()
                    .filter(event -> event.getEventType().getName().equals("jdk.VirtualThreadPinned"))
                    .toList();
        } finally {
            Files.delete(file);
        }
    }

    /** A look-up that blocks for a moment, as one over a network does. */
    private static Enricher blocking() {
        return request -> {
            try {
                Thread.sleep(2);
            } catch (InterruptedException end) {
                return Enrichment.error("interrupted");
            }
            return Enrichment.of("risk", 1);
        };
    }

    @Test
    void leads_that_wait_for_look_ups_pin_no_thread() throws Exception {
        try (Threads leads = new Threads(virtualThreads());
                Threads calls = new Threads(virtualThreads())) {
            Sluice sluice = Sluice.builder()
                    .executor(calls.threads())
                    .enricher("slow", blocking())
                    .build();
            FlowDefinition flow = Solar.flow()
                    .acceptance(AcceptanceCriteria.ALL)
                    .duplicateCheck(Solar.sameEmailAndPhone())
                    .listCheck("dnc", ListCheck.of("{{lead.phone_1}}", "dnc"))
                    .cap(Cap.of("all", 1_000_000, TimeUnit.DAY))
                    .decisions(PurchasingDecisions.of(
                            LookUp.of("a", "slow"), LookUp.of("b", "slow"), LookUp.of("c", "slow")))
                    .step(EnhancementStep.of("s1", "slow", "more"))
                    .build();
            Flow open = sluice.open(flow);

            // The first leads load classes, which holds a thread once in the life of a process.
            submit(open, leads.threads(), "first");

            List<Submission> answers = new ArrayList<>();
            List<RecordedEvent> pinned = pinned(() -> answers.addAll(submit(open, leads.threads(), "then")));

            assertThat(answers).allMatch(answer -> answer.outcome().text().equals("success"));
            assertThat(answers).allMatch(answer -> answer.events()
                    .get(1)
                    .snapshot()
                    .get("decisions.c.risk")
                    .text()
                    .equals("1"));
            assertThat(pinned).isEmpty();
        }
    }

    private static List<Submission> submit(Flow flow, ExecutorService threads, String name) throws Exception {
        List<Future<Submission>> submitted = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            String email = name + i + "@example.com";
            submitted.add(threads.submit(() -> flow.submit(Solar.lead(email))));
        }
        List<Submission> answers = new ArrayList<>();
        for (Future<Submission> answer : submitted) {
            answers.add(answer.get());
        }
        return answers;
    }

    /** Blocks while a class is initialised, which holds its carrier on all of these Javas. */
    private static final class Pinning {
        static final int VALUE = blocked();

        private static int blocked() {
            try {
                Thread.sleep(50);
            } catch (InterruptedException end) {
                Thread.currentThread().interrupt();
            }
            return 1;
        }
    }

    @Test
    void a_thread_that_is_pinned_would_be_seen() throws Exception {
        try (Threads threads = new Threads(virtualThreads())) {
            List<RecordedEvent> pinned =
                    pinned(() -> threads.threads().submit(() -> Pinning.VALUE).get());

            assertThat(pinned).isNotEmpty();
        }
    }

    /** Executors can be closed from 19 on only. */
    private record Threads(ExecutorService threads) implements AutoCloseable {
        @Override
        public void close() {
            threads.shutdownNow();
        }
    }
}
