package dev.sluice.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.Flow;
import dev.sluice.Ids;
import dev.sluice.Sluice;
import dev.sluice.Submission;
import dev.sluice.delivery.DeliveryPlugin;
import dev.sluice.delivery.DeliveryResult;
import dev.sluice.flow.Cap;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.flow.RecipientStep;
import dev.sluice.flow.TimeUnit;
import dev.sluice.store.StreamId;
import dev.sluice.testkit.VirtualTime;
import dev.sluice.types.Lead;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many leads ahead of what is durable, with commits on a thread of their own and without. */
class AheadTest {
    private static final int LEADS = 1_000;
    private static final int HALF = Flow.IN_FLIGHT / 2;
    private static final int WAVE = Flow.IN_FLIGHT / 4;

    @TempDir
    Path folder;

    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private final Set<Thread> committing = ConcurrentHashMap.newKeySet();

    @AfterEach
    void end() {
        thread.shutdownNow();
    }

    private Sluice.Builder sluice(CountingSource source) {
        VirtualTime time = VirtualTime.at("2026-03-15T14:30:00Z");
        return Sluice.builder()
                .store(JdbcStore.open(source))
                .delivery("buyer", DeliveryPlugin.inProcess(request -> DeliveryResult.success()))
                .time(time)
                .ids(Ids.timeOrdered(time, 7))
                .random(new Random(7));
    }

    private CountingSource database(String name) {
        return new CountingSource("jdbc:sqlite:" + folder.resolve(name + ".db"));
    }

    private static FlowDefinition capped() {
        return FlowDefinition.builder("solar")
                .field("n", "number")
                .source("web")
                .cap(Cap.of("day", LEADS - 100, TimeUnit.DAY))
                .step(RecipientStep.to("premier", "buyer")
                        .cap(Cap.of("first", 50, TimeUnit.DAY))
                        .build())
                .build();
    }

    private static Stream<Lead> leads() {
        return IntStream.range(0, LEADS).mapToObj(i -> Lead.from("web").with("n", i));
    }

    private static List<String> answers(Flow flow) {
        List<String> answers = new ArrayList<>();
        flow.submitAll(leads(), answer -> answers.add(answer + " " + answer.leadId() + " " + answer.deliveries()));
        return answers;
    }

    private void onAnyThread(Runnable commit) {
        thread.execute(() -> {
            committing.add(Thread.currentThread());
            commit.run();
        });
    }

    private List<String> answers(String name, Executor commits) {
        try (Sluice sluice = sluice(database(name)).commits(commits).build()) {
            return answers(sluice.open(capped()));
        }
    }

    @Test
    void a_thread_for_commits_changes_no_answer() {
        List<String> alone;
        try (Sluice sluice = sluice(database("alone")).build()) {
            alone = answers(sluice.open(capped()));
        }

        assertThat(answers("beside", this::onAnyThread)).isEqualTo(alone).hasSize(LEADS);
        assertThat(committing).hasSize(1).doesNotContain(Thread.currentThread());
        assertThat(alone.get(LEADS - 101)).contains("success");
        assertThat(alone.get(LEADS - 100)).contains("Cap reached");
    }

    @Test
    void threads_that_are_not_to_be_had_or_never_come_stop_nothing() {
        List<String> refused = answers("refused", commit -> {
            throw new RejectedExecutionException("full");
        });

        assertThat(answers("never", commit -> {})).isEqualTo(refused).hasSize(LEADS);
    }

    @Test
    void a_commit_is_one_of_many_leads() {
        CountingSource source = database("waves");
        try (Sluice sluice = sluice(source).commits(this::onAnyThread).build()) {
            Flow flow = sluice.open(capped());
            int before = source.commits.get();

            flow.submitAll(leads(), answer -> {});

            assertThat(source.commits.get() - before).isBetween(LEADS / Flow.IN_FLIGHT, 2 * (LEADS / WAVE + 1));
        }
    }

    @Test
    void what_is_answered_is_durable_and_no_more_than_so_many_leads_are_ahead() {
        Set<String> missing = new HashSet<>();
        List<Integer> ahead = new ArrayList<>();
        int[] read = {0};
        try (Sluice sluice =
                sluice(database("durable")).commits(this::onAnyThread).build()) {
            sluice.open(capped()).submitAll(leads().peek(lead -> read[0]++), answer -> {
                ahead.add(read[0] - ahead.size());
                missing.addAll(notThere(sluice, answer));
            });
        }

        assertThat(missing).isEmpty();
        assertThat(ahead).hasSize(LEADS).allMatch(leads -> leads <= Flow.IN_FLIGHT);
        assertThat(ahead.get(0)).isEqualTo(Flow.IN_FLIGHT);
    }

    private static List<String> notThere(Sluice sluice, Submission answer) {
        StreamId stream = answer.events().get(0).stream();
        return sluice.events().stream(stream).size() == answer.events().size() ? List.of() : List.of(stream.id());
    }

    @Test
    void leads_of_a_commit_that_fails_are_unsettled_and_so_are_those_behind_them() {
        CountingSource source = database("failing");
        List<Submission.Status> answers = new ArrayList<>();
        Sluice sluice = sluice(source).commits(this::onAnyThread).build();
        sluice.open(capped()).submitAll(leads(), answer -> {
            answers.add(answer.status());
            source.failing = answers.size() >= 2 * HALF && answers.size() < 4 * HALF;
        });

        assertThat(answers).hasSize(LEADS);
        assertThat(answers.subList(0, 2 * HALF)).containsOnly(Submission.Status.ANSWERED);
        assertThat(answers.subList(LEADS - HALF, LEADS)).containsOnly(Submission.Status.UNSETTLED);
    }
}
