package dev.sluice.json;

import dev.sluice.flow.DistributeStep;
import dev.sluice.flow.DistributeStep.Strategy;
import dev.sluice.flow.RecipientStep;
import dev.sluice.types.Obj;
import dev.sluice.types.Value;
import java.util.List;
import java.util.function.Function;

/** A distribution over recipients, which need not say that they are recipients. */
final class DistributeForm {
    static final Vocabulary KEYS = Vocabulary.of(
            "a distribution", "id", "type", "name", "enabled", "ruleSet", "strategy", "maxBuyers", "recipients");
    static final Words<Strategy> STRATEGIES =
            Words.<Strategy>of("strategy", "unknown_word").with(Strategy.WATERFALL, "waterfall");
    static final Words<Function<Node, RecipientStep>> CANDIDATES = Words.<Function<Node, RecipientStep>>of(
                    "type of candidate", "unknown_step_type")
            .with(RecipientForm::recipient, "recipient")
            .with(RecipientForm::notification, "notify");

    private DistributeForm() {}

    static DistributeStep read(Node node) {
        Members members = node.members(KEYS);
        return new DistributeStep(
                members.text("id"),
                members.textOrNull("name"),
                members.flag("enabled", true),
                ConditionForm.readSet(members),
                members.or("strategy", strategy -> strategy.word(STRATEGIES, Strategy.WATERFALL), Strategy.WATERFALL),
                members.or("maxBuyers", Node::smallInteger, 1),
                members.need("recipients", all -> all.list(DistributeForm::candidate), List.of()));
    }

    private static RecipientStep candidate(Node node) {
        Function<Node, RecipientStep> standard = RecipientForm::recipient;
        return StepForm.type(node)
                .map(type -> type.word(CANDIDATES, standard))
                .orElse(standard)
                .apply(node);
    }

    static Obj write(DistributeStep step) {
        return StepForm.head(step)
                .unless(
                        Strategy.WATERFALL,
                        "strategy",
                        step.strategy(),
                        strategy -> Out.text(STRATEGIES.word(strategy)))
                .unless(1, "maxBuyers", step.maxBuyers(), Value::number)
                .optional("ruleSet", step.ruleSet(), ConditionForm::write)
                .put("recipients", Out.array(step.recipients(), RecipientForm::write))
                .done();
    }
}
