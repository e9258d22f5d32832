package dev.sluice.internal.gate;

import dev.sluice.internal.Gate;
import dev.sluice.internal.Hearing;
import dev.sluice.internal.LeadRun;
import dev.sluice.internal.Question;
import dev.sluice.internal.pricing.Deal;
import dev.sluice.internal.pricing.MarginGuard;
import dev.sluice.internal.pricing.PriceLayer;
import dev.sluice.internal.pricing.Priced;
import dev.sluice.internal.record.Verdict;
import dev.sluice.internal.wiring.PluginFault;
import dev.sluice.pricing.MetricsProvider;
import dev.sluice.types.Num;
import dev.sluice.types.Obj;
import dev.sluice.types.Section;
import dev.sluice.types.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a lead costs: the first side that gives a price, the source before the flow; of each the service before rules, named
 * price or share. Nothing when none does.
 */
public final class PurchasePrice implements Gate {
    private final List<Side> sides;
    private final MarginGuard margin;
    /** What is the same for every lead; null where it is not. */
    private final @Nullable Known known;

    private final @Nullable MetricsProvider metrics;

    public PurchasePrice(List<Side> sides, MarginGuard margin, @Nullable MetricsProvider metrics) {
        this.sides = List.copyOf(sides);
        this.margin = margin;
        this.metrics = metrics;
        this.known = known();
    }

    /** Terms, and what the event says of them. */
    private record Known(Deal deal, Num price, Supplier<Obj> facts) {
        Known(BigDecimal price, MarginGuard margin, Supplier<Obj> facts) {
            this(new Deal(price, null, margin), Num.of(price), facts);
        }
    }

    private @Nullable Known known() {
        Side first = sides.stream().filter(side -> !side.isEmpty()).findFirst().orElse(null);
        if (first == null) {
            return new Known(BigDecimal.ZERO, margin, Question.NO_FACTS);
        }
        Priced always = first.rules().always().orElse(null);
        if (always == null
                || first.service() != null
                || first.rules().definition().share() != null) {
            return null;
        }
        Obj facts = Obj.EMPTY.with("pricing", new PriceTrace().by(first.layer(), always));
        return new Known(always.amount(), margin, () -> facts);
    }

    /**
     * One side's pricing.
     *
     * @param name for events: {@code source} or {@code flow}
     */
    public record Side(String name, @Nullable PriceService service, PriceLayer rules) {
        boolean isEmpty() {
            return rules.definition().isEmpty();
        }

        /** What the layer behind the service is called. */
        String layer() {
            if (rules.definition().share() != null) {
                return name + ".share";
            }
            return name + (rules.definition().override() ? ".override" : ".rules");
        }
    }

    @Override
    public @Nullable Verdict refusal(Hearing hearing) {
        if (metrics != null) {
            measure(metrics, hearing);
        }
        if (known == null) {
            find(hearing);
        } else {
            hearing.deal(known.deal(), known.price());
            hearing.note(known.facts());
        }
        return null;
    }

    private static void measure(MetricsProvider provider, Hearing hearing) {
        LeadRun run = hearing.run();
        PluginFault.Answer<Obj> answer = PluginFault.guard(
                "metrics",
                () -> provider.metrics(
                        run.plan().id(), run.source().definition().id(), hearing.at()),
                fault -> Obj.EMPTY);
        hearing.learn(Section.SOURCE, hearing.scope().section(Section.SOURCE).merge(answer.value()));
        if (!answer.detail().isBlank()) {
            hearing.detail(Obj.EMPTY.with("metrics_fault", answer.detail().get("fault")));
        }
    }

    private void find(Hearing hearing) {
        PriceTrace trace = new PriceTrace();
        Supplier<Obj> found = null;
        for (int i = 0; i < sides.size() && found == null; i++) {
            found = byService(sides.get(i), hearing, trace);
            found = found == null ? byRules(sides.get(i), hearing, trace) : found;
        }
        if (found == null) {
            found = () -> trace.by("none", BigDecimal.ZERO);
            buy(hearing, BigDecimal.ZERO, null);
        }
        Supplier<Obj> told = found;
        hearing.note(() -> Obj.EMPTY.with("pricing", told.get()));
        hearing.detail(trace.detail());
    }

    private void buy(Hearing hearing, BigDecimal price, @Nullable BigDecimal share) {
        hearing.deal(new Deal(price, share, margin), Num.of(price));
    }

    private @Nullable Supplier<Obj> byService(Side side, Hearing hearing, PriceTrace trace) {
        if (side.service() == null) {
            return null;
        }
        PriceService.Answer answer = side.service().ask(hearing);
        trace.asked(answer);
        if (answer.price().isEmpty()) {
            return null;
        }
        buy(hearing, answer.price().get(), null);
        return () -> trace.by(side.name() + ".service", answer.price().get());
    }

    private @Nullable Supplier<Obj> byRules(Side side, Hearing hearing, PriceTrace trace) {
        BigDecimal share = side.rules().definition().share();
        if (share != null) {
            buy(hearing, BigDecimal.ZERO, share);
            return () -> trace.pending(side.layer(), share);
        }
        Value named = side.rules().definition().override() ? named(hearing.run()) : Value.missing();
        Optional<Priced> price = side.rules().price(hearing.scope(), hearing.at(), named);
        if (price.isEmpty()) {
            return null;
        }
        buy(hearing, price.get().amount(), null);
        return () -> trace.by(side.layer(), price.get());
    }

    /** The price that the source names, in its field {@code price} or under that very name. */
    private static Value named(LeadRun run) {
        Value field = run.scope().section(Section.LEAD).get("price");
        return field.isBlank() ? run.lead().get("price") : field;
    }
}
