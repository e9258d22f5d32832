package dev.sluice.internal;

import dev.sluice.flow.Pricing;
import dev.sluice.rules.CompiledRules;
import dev.sluice.templates.TemplateException;
import dev.sluice.types.At;
import dev.sluice.types.Scope;
import dev.sluice.types.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One layer of prices: rules of which the last match wins, or the price that the other side names, within its bounds. */
final class PriceLayer {
    private static final Logger LOG = LoggerFactory.getLogger("dev.sluice.pricing");

    private final Pricing definition;
    private final List<Choice> choices;

    PriceLayer(Pricing definition, List<Choice> choices) {
        this.definition = definition;
        this.choices = List.copyOf(choices);
    }

    /** A price and when it applies; null for always. */
    record Choice(@Nullable CompiledRules when, ValueSource amount) {}

    /**
     * The price that this layer gives.
     *
     * @param named what the other side names; missing when nothing
     */
    Optional<BigDecimal> price(Scope scope, At at, Value named) {
        return definition.override() ? Money.of(named).filter(this::isWithin) : last(scope, at);
    }

    /** The most that a lead may earn here: the price, or the highest that the other side may name. */
    BigDecimal most(Scope scope, At at) {
        if (!definition.override()) {
            return last(scope, at).orElse(BigDecimal.ZERO);
        }
        return definition.maximum() == null ? BigDecimal.ZERO : definition.maximum();
    }

    private Optional<BigDecimal> last(Scope scope, At at) {
        for (int i = choices.size() - 1; i >= 0; i--) {
            Choice choice = choices.get(i);
            if (choice.when() == null || choice.when().decide(scope, at).passed()) {
                return amount(choice, scope, at);
            }
        }
        return Optional.empty();
    }

    /** A template that fails gives no price. */
    private static Optional<BigDecimal> amount(Choice choice, Scope scope, At at) {
        try {
            return Money.of(choice.amount().value(scope, at));
        } catch (TemplateException fault) {
            LOG.warn("price template failed: {}", fault.getMessage());
            return Optional.empty();
        }
    }

    private boolean isWithin(BigDecimal price) {
        BigDecimal minimum = definition.minimum();
        BigDecimal maximum = definition.maximum();
        return (minimum == null || price.compareTo(minimum) >= 0) && (maximum == null || price.compareTo(maximum) <= 0);
    }
}
