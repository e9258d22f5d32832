package dev.sluice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.store.Changes;
import dev.sluice.store.Reads;
import dev.sluice.store.StoreUnavailableException;
import dev.sluice.store.View;
import dev.sluice.store.WorkId;
import dev.sluice.store.WorkItem;
import dev.sluice.store.Write;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Planned work goes to who said that they do its kind, when it is due. */
class DueWorkTest {
    private static final Instant NOON = Instant.parse("2026-03-15T12:00:00Z");

    private final StillTime time = new StillTime(NOON.toString());
    private final Sluice sluice = Sluice.builder().time(time).build();
    private final List<String> ran = new ArrayList<>();

    @Test
    void nothing_is_due_in_a_new_store() {
        sluice.dueWork("retry", this::end);

        assertThat(sluice.runDue(10).isEmpty()).isTrue();
    }

    @Test
    void work_is_done_when_its_time_has_come_the_oldest_first_and_once() {
        plan(item("b", "retry", 2), item("a", "report", 1), item("later", "retry", 60));
        sluice.dueWork("retry", this::end);
        sluice.dueWork("report", this::end);
        time.pass(Duration.ofSeconds(2));

        DueReport report = sluice.runDue(10);

        assertThat(ran).containsExactly("a", "b");
        assertThat(report.done()).extracting(WorkId::id).containsExactly("a", "b");
        assertThat(sluice.runDue(10).isEmpty()).isTrue();
    }

    @Test
    void what_nobody_here_does_waits_for_who_can() {
        plan(item("a", "report", 0));
        sluice.dueWork("retry", this::end);
        assertThat(sluice.runDue(10).isEmpty()).isTrue();

        sluice.dueWork("report", this::end);

        assertThat(sluice.runDue(10).done()).hasSize(1);
    }

    @Test
    void no_more_is_done_than_was_asked_for() {
        plan(item("a", "retry", 0), item("b", "retry", 0), item("c", "retry", 0));
        sluice.dueWork("retry", this::end);

        assertThat(sluice.runDue(2).done()).hasSize(2);
        assertThat(sluice.runDue(2).done()).hasSize(1);
    }

    @Test
    void work_that_fails_stops_no_other_and_comes_again() {
        plan(item("a", "retry", 0), item("b", "retry", 0));
        sluice.dueWork("retry", item -> {
            ran.add(item.id().id() + item.attempts());
            if (item.id().id().equals("a") && item.attempts() == 1) {
                throw new IllegalStateException("broken");
            }
            finish(item);
        });

        DueReport first = sluice.runDue(10);
        time.pass(Duration.ofMinutes(DueWork.LEASE_MINUTES));
        DueReport second = sluice.runDue(10);

        assertThat(first.failed()).extracting(WorkId::id).containsExactly("a");
        assertThat(second.done()).extracting(WorkId::id).containsExactly("a");
        assertThat(ran).containsExactly("a1", "b1", "a2");
    }

    @Test
    void a_store_that_is_away_is_told_of() {
        plan(item("a", "retry", 0));
        sluice.dueWork("retry", item -> {
            throw new StoreUnavailableException("away", null);
        });

        assertThatThrownBy(() -> sluice.runDue(10)).isInstanceOf(StoreUnavailableException.class);
    }

    private void end(WorkItem item) {
        ran.add(item.id().id());
        finish(item);
    }

    private void finish(WorkItem item) {
        change(changes -> changes.done(item.id()));
    }

    private void plan(WorkItem... items) {
        change(changes -> List.of(items).forEach(changes::schedule));
    }

    private static WorkItem item(String id, String kind, long seconds) {
        return new WorkItem(new WorkId("default", id), kind, NOON.plusSeconds(seconds), 0, "ref");
    }

    private void change(Consumer<Changes> body) {
        sluice.store()
                .write(new Write<Boolean>() {
                    @Override
                    public Reads reads() {
                        return Reads.NONE;
                    }

                    @Override
                    public Boolean decide(View view, Changes changes) {
                        body.accept(changes);
                        return true;
                    }
                })
                .durable();
    }
}
