package dev.sluice.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.DeliveryReport;
import dev.sluice.Sluice;
import dev.sluice.Submission;
import dev.sluice.delivery.DeliveryPlugin;
import dev.sluice.delivery.DeliveryResult;
import dev.sluice.flow.DistributeStep;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.flow.RecipientStep;
import dev.sluice.flow.Standing;
import dev.sluice.flow.Strategy;
import dev.sluice.store.MemoryStore;
import dev.sluice.types.Lead;
import dev.sluice.types.Value;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class FeedbackRatesTest extends SoldLeads {
    @Test
    void returns_move_a_buyer_down() {
        MemoryStore own = MemoryStore.create();
        FeedbackRates rates = FeedbackRates.over(own.events(), "default");
        Strategy byScore = Strategy.Score.by("returns");
        FlowDefinition flow = FlowDefinition.builder("f")
                .source("web")
                .step(DistributeStep.by(
                        byScore,
                        "buyers",
                        RecipientStep.to("first", "stub")
                                .standing(Standing.ofScore(Value.number(10)))
                                .build(),
                        RecipientStep.to("second", "stub")
                                .standing(Standing.ofScore(Value.number(9)))
                                .build()))
                .build();
        Sluice scored = Sluice.builder()
                .store(own)
                .delivery("stub", DeliveryPlugin.inProcess(request -> DeliveryResult.success()))
                .scorer("returns", rates.scorer(new BigDecimal("0.1"), 2))
                .build();
        Feedback back = Feedback.over(scored).accepting(FeedbackTerms.returns());

        for (int i = 0; i < 4; i++) {
            Submission answer = scored.open(flow).submit(Lead.from("web"));
            assertThat(answer.deliveries().get(0).recipient()).isEqualTo("first");
            if (i < 2) {
                back.receive(FeedbackItem.returned(delivered(answer), "bad"));
            }
        }
        rates.refresh();

        assertThat(rates.of("first").returnRate())
                .hasValueSatisfying(rate -> assertThat(rate).isEqualByComparingTo("50"));
        Submission next = scored.open(flow).submit(Lead.from("web"));
        assertThat(next.deliveries().get(0).recipient())
                .as("10 - 50 x 0.1 is less than 9")
                .isEqualTo("second");
    }

    @Test
    void rules_read_what_became_of_the_leads_that_a_buyer_got() {
        MemoryStore own = MemoryStore.create();
        FeedbackRates rates = FeedbackRates.over(own.events(), "default");
        FlowDefinition flow = FlowDefinition.read("""
                {"id": "f", "sources": [{"id": "web"}], "steps": [
                  {"id": "first", "type": "recipient", "plugin": "stub",
                   "ruleSet": {"op": "and", "not": true, "rules": [
                     {"lhv": "source.recipients.first.return_rate", "op": "is greater than", "rhv": 40}]}},
                  {"id": "second", "type": "recipient", "plugin": "stub"}]}
                """);
        Sluice ruled = Sluice.builder()
                .store(own)
                .delivery("stub", DeliveryPlugin.inProcess(request -> DeliveryResult.success()))
                .metrics(rates.metrics("first"))
                .build();
        assertThat(recipients(ruled.open(flow).submit(Lead.from("web")))).contains("first");
        Submission sold = ruled.open(flow).submit(Lead.from("web"));
        Feedback.over(ruled).accepting(FeedbackTerms.returns()).receive(FeedbackItem.returned(delivered(sold), "bad"));
        rates.refresh();

        assertThat(recipients(ruled.open(flow).submit(Lead.from("web"))))
                .as("half of what it got came back")
                .containsExactly("second");
    }

    private static List<String> recipients(Submission answer) {
        return answer.deliveries().stream().map(DeliveryReport::recipient).toList();
    }
}
