package dev.sluice.delivery.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.delivery.Deadline;
import dev.sluice.delivery.Enricher;
import dev.sluice.delivery.Enrichment;
import dev.sluice.delivery.EnrichmentRequest;
import dev.sluice.delivery.Outcome;
import dev.sluice.types.At;
import dev.sluice.types.Obj;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What every {@link Enricher} must do. Extend it and wire the enricher to a service of your own. */
public abstract class EnricherContract {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration TIMEOUT = Duration.ofMillis(300);
    private static final Duration SLACK = Duration.ofSeconds(3);

    /** The enricher, and a service that answers. Called once for each test. */
    protected abstract Enricher enricher();

    /** The enricher and a service that never answers; the enricher itself when it asks nobody outside the process. */
    protected abstract Enricher unanswered();

    /** What a good question holds. */
    protected abstract Obj input();

    /** Settings that are right; none by default. */
    protected Obj config() {
        return Obj.EMPTY;
    }

    static Stream<Arguments> hostile() {
        return HostileData.all();
    }

    private EnrichmentRequest request(Obj input, Duration timeout) {
        At at = At.utc(Instant.parse("2026-03-15T14:30:00Z"));
        return new EnrichmentRequest(input, config(), "lead_1", at, Deadline.in(timeout, System::nanoTime), false);
    }

    private static Enrichment ask(Enricher enricher, EnrichmentRequest request, Duration limit) {
        Enrichment answer = Limited.call(limit, "enrich", () -> enricher.enrich(request));
        assertThat(answer.outcome())
                .as("an outcome that a look-up can have")
                .isIn(EnumSet.of(Outcome.SUCCESS, Outcome.FAILURE, Outcome.ERROR));
        assertThat(answer.cost()).as("the cost").isNotNegative();
        return answer;
    }

    @Test
    void a_good_question_is_answered_with_data() {
        Enrichment answer = ask(enricher(), request(input(), PATIENCE), PATIENCE);

        assertThat(answer.outcome()).isEqualTo(Outcome.SUCCESS);
        assertThat(answer.data().isBlank()).as("no data").isFalse();
    }

    @Test
    void the_same_question_is_answered_again() {
        Enricher enricher = enricher();

        Enrichment first = ask(enricher, request(input(), PATIENCE), PATIENCE);
        Enrichment second = ask(enricher, request(input(), PATIENCE), PATIENCE);

        assertThat(second.outcome()).isEqualTo(first.outcome());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostile")
    void hostile_data_is_answered_and_not_repeated_in_the_reason(String name, Obj input) {
        Enrichment answer = ask(enricher(), request(input, PATIENCE), PATIENCE);

        String reason = answer.reason();
        assertThat(answer.outcome() == Outcome.SUCCESS || reason != null)
                .as("success, or a reason")
                .isTrue();
        assertThat(reason == null ? "" : reason).as("the reason").doesNotContain(HostileData.PERSONAL);
    }

    @Test
    void a_service_that_never_answers_costs_no_more_than_the_deadline() {
        Enricher enricher = unanswered();

        ask(enricher, request(input(), TIMEOUT), TIMEOUT.plus(SLACK));
    }

    @Test
    void settings_that_are_right_have_no_problems() {
        ConfigChecks.acceptsGood(enricher()::check, config());
    }

    @Test
    void settings_of_any_kind_are_checked_without_breaking() {
        ConfigChecks.survivesAll(enricher()::check, config());
    }

    @Test
    void what_the_enricher_declares_is_there_and_stays_the_same() {
        Enricher enricher = enricher();

        assertThat(enricher.effect()).isNotNull().isEqualTo(enricher.effect());
        assertThat(enricher.outputs()).isNotNull().isEqualTo(enricher.outputs());
        Enrichment answer = ask(enricher, request(input(), PATIENCE), PATIENCE);
        if (!enricher.outputs().isEmpty()) {
            assertThat(enricher.outputs()).containsAll(answer.data().members().keySet());
        }
    }
}
