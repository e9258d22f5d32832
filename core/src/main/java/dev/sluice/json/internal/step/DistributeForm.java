package dev.sluice.json.internal.step;

import dev.sluice.flow.DistributeStep;
import dev.sluice.flow.RecipientStep;
import dev.sluice.json.internal.part.ConditionForm;
import dev.sluice.json.internal.tree.Members;
import dev.sluice.json.internal.tree.Node;
import dev.sluice.json.internal.tree.Out;
import dev.sluice.json.internal.tree.Vocabulary;
import dev.sluice.json.internal.tree.Words;
import dev.sluice.types.Obj;
import dev.sluice.types.Value;
import java.util.List;
import java.util.function.Function;

/** A distribution over recipients, which need not say that they are recipients. */
public final class DistributeForm {
    public static final Vocabulary KEYS = Vocabulary.of(
            "a distribution",
            "id",
            "type",
            "name",
            "enabled",
            "ruleSet",
            "executeWhen",
            "skipWhen",
            "strategy",
            "minimumScore",
            "scorer",
            "floor",
            "choice",
            "pricing",
            "pingTimeoutMs",
            "totalTimeoutMs",
            "pingFields",
            "maxBuyers",
            "recipients");
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
                CriteriaForm.read(members),
                StrategyForm.read(members),
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
        return StrategyForm.write(step.strategy(), StepForm.head(step))
                .unless(1, "maxBuyers", step.maxBuyers(), Value::number)
                .optional("ruleSet", step.ruleSet(), ConditionForm::write)
                .put("recipients", Out.array(step.recipients(), RecipientForm::write))
                .done();
    }
}
