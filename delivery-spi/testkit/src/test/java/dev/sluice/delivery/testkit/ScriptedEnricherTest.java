package dev.sluice.delivery.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.delivery.Deadline;
import dev.sluice.delivery.Enricher;
import dev.sluice.delivery.Enrichment;
import dev.sluice.delivery.EnrichmentRequest;
import dev.sluice.delivery.Outcome;
import dev.sluice.types.At;
import dev.sluice.types.Obj;
import dev.sluice.types.Text;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScriptedEnricherTest extends EnricherContract {
    @Override
    protected Enricher enricher() {
        return ScriptedEnricher.answering(Enrichment.of("line_type", "mobile"));
    }

    @Override
    protected Enricher unanswered() {
        return enricher();
    }

    @Override
    protected Obj input() {
        return Obj.EMPTY.with("phone", new Text("5125550123"));
    }

    @Test
    void answers_come_in_order_and_questions_are_remembered() {
        ScriptedEnricher scripted =
                ScriptedEnricher.answering(Enrichment.error("down"), Enrichment.failure("no such number"));
        EnrichmentRequest request = new EnrichmentRequest(
                input(),
                Obj.EMPTY,
                "lead_1",
                At.utc(Instant.EPOCH),
                Deadline.in(Duration.ofSeconds(1), () -> 0L),
                false);

        List<Outcome> outcomes = List.of(1, 2, 3).stream()
                .map(i -> scripted.enrich(request).outcome())
                .toList();

        assertThat(outcomes).containsExactly(Outcome.ERROR, Outcome.FAILURE, Outcome.FAILURE);
        assertThat(scripted.asked()).containsExactly(request, request, request);
    }
}
