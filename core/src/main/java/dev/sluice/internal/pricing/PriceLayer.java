package dev.sluice.internal.pricing;

import dev.sluice.flow.Pricing;
import dev.sluice.flow.Pricing.Operation;
import dev.sluice.internal.mapping.ValueSource;
import dev.sluice.rules.CompiledRules;
import dev.sluice.templates.TemplateException;
import dev.sluice.types.At;
import dev.sluice.types.Scope;
import dev.sluice.types.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One layer of prices: rules of which the last match wins, or the price that the other side names, within its bounds; then
 * the adjustments that apply, in their order. What leaves the bounds of all prices is no price.
 */
public final class PriceLayer {
    private static final Logger LOG = LoggerFactory.getLogger("dev.sluice.pricing");

    private final Pricing definition;
    private final List<Choice> choices;
    private final List<Change> changes;
    /** The price when it is the same for every lead; empty when it is not. */
    private final Optional<Priced> always;

    public PriceLayer(Pricing definition, List<Choice> choices, List<Change> changes) {
        this.definition = definition;
        this.choices = List.copyOf(choices);
        this.changes = List.copyOf(changes);
        this.always = definition.override() || choices.isEmpty() || !changes.isEmpty()
                ? Optional.empty()
                : choices.get(choices.size() - 1).always();
    }

    /** A price and when it applies; null for always. */
    public record Choice(
            @Nullable CompiledRules when,
            ValueSource amount,
            @Nullable String id) {
        Optional<Priced> always() {
            return when == null && amount instanceof ValueSource.Constant constant
                    ? Money.of(constant.constant()).map(this::priced)
                    : Optional.empty();
        }

        Priced priced(BigDecimal found) {
            return new Priced(found, id, List.of());
        }
    }

    /** An adjustment and when it applies; null for always. */
    public record Change(Operation operation, @Nullable CompiledRules when, ValueSource amount, String id) {}

    public Pricing definition() {
        return definition;
    }

    /**
     * The price that this layer gives.
     *
     * @param named what the other side names; missing when nothing
     */
    public Optional<Priced> price(Scope scope, At at, Value named) {
        if (always.isPresent()) {
            return always;
        }
        Optional<Priced> found =
                definition.override() ? Money.of(named).filter(this::isWithin).map(PriceLayer::bare) : last(scope, at);
        return changes.isEmpty() ? found : found.flatMap(price -> adjusted(price, scope, at));
    }

    /** The price that this layer gives, or nothing. */
    public BigDecimal amount(Scope scope, At at, Value named) {
        Optional<Priced> price = price(scope, at, named);
        return price.isPresent() ? price.get().amount() : BigDecimal.ZERO;
    }

    /** The price that is the same for every lead, whatever the other side names; empty when there is no such price. */
    public Optional<Priced> always() {
        return always;
    }

    /** The most that a lead may earn here: the price, or the highest that the other side may name. */
    public BigDecimal most(Scope scope, At at) {
        if (!definition.override()) {
            return amount(scope, at, Value.missing());
        }
        return Optional.ofNullable(definition.maximum())
                .flatMap(highest -> adjusted(bare(highest), scope, at))
                .map(Priced::amount)
                .orElse(BigDecimal.ZERO);
    }

    private static Priced bare(BigDecimal amount) {
        return new Priced(amount, null, List.of());
    }

    private Optional<Priced> last(Scope scope, At at) {
        for (int i = choices.size() - 1; i >= 0; i--) {
            Choice choice = choices.get(i);
            if (applies(choice.when(), scope, at)) {
                return amount(choice.amount(), scope, at).filter(Money::isPrice).map(choice::priced);
            }
        }
        return Optional.empty();
    }

    private Optional<Priced> adjusted(Priced found, Scope scope, At at) {
        BigDecimal running = found.amount();
        List<String> applied = new ArrayList<>(changes.size());
        for (Change change : changes) {
            BigDecimal amount = applies(change.when(), scope, at)
                    ? amount(change.amount(), scope, at).orElse(null)
                    : null;
            if (amount != null) {
                running = change.operation() == Operation.ADD ? running.add(amount) : running.multiply(amount);
                applied.add(change.id());
            }
            if (!Money.isPlain(running)) {
                return Optional.empty();
            }
        }
        return Optional.of(new Priced(running, found.id(), applied)).filter(price -> Money.isPrice(price.amount()));
    }

    private static boolean applies(@Nullable CompiledRules when, Scope scope, At at) {
        return when == null || when.decide(scope, at).passed();
    }

    /** A template that fails gives no amount. */
    private static Optional<BigDecimal> amount(ValueSource source, Scope scope, At at) {
        try {
            return Money.signed(source.value(scope, at));
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
