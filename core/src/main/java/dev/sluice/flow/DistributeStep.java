package dev.sluice.flow;

import static java.util.Objects.requireNonNull;

import dev.sluice.rules.RuleSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the lead a buyer among several recipients.
 *
 * @param id unique in the flow
 * @param name for people; null for the id
 * @param enabled false: the step is passed over
 * @param ruleSet when it runs; null for always
 * @param strategy how recipients are chosen
 * @param maxBuyers how many recipients may take the lead; 1 sells it exclusively
 * @param recipients the candidates, in the order of preference
 */
public record DistributeStep(
        String id,
        @Nullable String name,
        boolean enabled,
        @Nullable RuleSet ruleSet,
        Strategy strategy,
        int maxBuyers,
        List<RecipientStep> recipients)
        implements StepDefinition {
    public DistributeStep {
        requireNonNull(id, "id");
        requireNonNull(strategy, "strategy");
        recipients = List.copyOf(recipients);
    }

    /** A waterfall that sells to one of {@code recipients}. */
    public static DistributeStep waterfall(String id, RecipientStep... recipients) {
        return new DistributeStep(id, null, true, null, Strategy.WATERFALL, 1, List.of(recipients));
    }

    /** Sells to one of {@code recipients}, chosen by {@code strategy}. */
    public static DistributeStep by(Strategy strategy, String id, RecipientStep... recipients) {
        return new DistributeStep(id, null, true, null, strategy, 1, List.of(recipients));
    }

    /** This distribution for up to {@code count} buyers. */
    public DistributeStep sharedBy(int count) {
        return new DistributeStep(id, name, enabled, ruleSet, strategy, count, recipients);
    }

    @Override
    public String kind() {
        return "distribute";
    }

    @Override
    public Map<String, List<? extends StepDefinition>> nested() {
        return Map.of("recipients", recipients);
    }
}
