package dev.sluice;

import static dev.sluice.rules.Conditions.allOf;
import static dev.sluice.rules.Conditions.field;

import dev.sluice.delivery.Backoff;
import dev.sluice.delivery.Outcome;
import dev.sluice.distribution.Auction;
import dev.sluice.flow.AcceptanceCriteria;
import dev.sluice.flow.CallStep;
import dev.sluice.flow.Cap;
import dev.sluice.flow.CapWindow;
import dev.sluice.flow.DistributeStep;
import dev.sluice.flow.EnhancementStep;
import dev.sluice.flow.Entity;
import dev.sluice.flow.FieldDefinition;
import dev.sluice.flow.FilterAction;
import dev.sluice.flow.FilterStep;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.flow.GroupStep;
import dev.sluice.flow.ListStep;
import dev.sluice.flow.LookUp;
import dev.sluice.flow.MappingDefinition;
import dev.sluice.flow.OutcomeFrom;
import dev.sluice.flow.Pricing;
import dev.sluice.flow.PurchasingDecisions;
import dev.sluice.flow.RecipientStep;
import dev.sluice.flow.Retry;
import dev.sluice.flow.RouteStep;
import dev.sluice.flow.RouteStep.Branch;
import dev.sluice.flow.SetStep;
import dev.sluice.flow.SourceDefinition;
import dev.sluice.flow.Standing;
import dev.sluice.flow.StepDefinition;
import dev.sluice.flow.Strategy;
import dev.sluice.flow.SubFlowStep;
import dev.sluice.flow.TimeUnit;
import dev.sluice.rules.RuleSet;
import dev.sluice.types.Value;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Flows of any steps, all of which the {@link Market} can serve. The same seed gives the same flow. */
final class GeneratedFlows {
    private static final CapWindow DAY = CapWindow.each(1, TimeUnit.DAY);

    private final SplittableRandom random;
    private final List<String> ended = new ArrayList<>();
    private int ids;

    private GeneratedFlows(long seed) {
        this.random = new SplittableRandom(seed);
    }

    static FlowDefinition of(long seed) {
        return new GeneratedFlows(seed).flow();
    }

    private FlowDefinition flow() {
        FlowDefinition.Builder flow = FlowDefinition.builder("gen")
                .field(FieldDefinition.of("email", "email").mandatory())
                .field("state", "state")
                .field("amount", "number")
                .source(SourceDefinition.of("web").pricing(pricing()))
                .outcomeFrom(any(OutcomeFrom.values()));
        if (random.nextInt(3) == 0) {
            flow.acceptance(AcceptanceCriteria.of(allOf(field("state").isIncludedIn("TX", "CA"))));
        }
        if (random.nextInt(3) == 0) {
            LookUp lookUp = LookUp.of("intel", any("paid", "free"), MappingDefinition.of("who", "{{lead.email}}"));
            flow.decisions(PurchasingDecisions.of(lookUp));
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            flow.cap(cap());
        }
        flow.subFlow("inner", sequence(1 + random.nextInt(2), 1, "x").toArray(StepDefinition[]::new));
        return flow.steps(sequence(1 + random.nextInt(4), 2, "s")).build();
    }

    private Pricing pricing() {
        return switch (random.nextInt(3)) {
            case 0 -> Pricing.fixed("3");
            case 1 -> Pricing.share("40");
            default -> Pricing.NONE;
        };
    }

    /** A cap of the flow, which may count anything. */
    private Cap cap() {
        String id = "cap" + ids++;
        return switch (random.nextInt(4)) {
            case 0 -> Cap.cost(id, "7", DAY);
            case 1 -> Cap.of(id, 1 + random.nextInt(4), TimeUnit.DAY).counting(any(Cap.Counts.values()));
            default -> narrow(id);
        };
    }

    private Cap narrow(String id) {
        return switch (random.nextInt(3)) {
            case 0 -> Cap.revenue(id, "60", DAY);
            case 1 -> Cap.of(id, 1 + random.nextInt(3), CapWindow.last(2, TimeUnit.HOUR));
            default -> Cap.of(id, 1 + random.nextInt(4), TimeUnit.DAY);
        };
    }

    private List<StepDefinition> sequence(int length, int depth, String prefix) {
        List<StepDefinition> steps = new ArrayList<>();
        String last = prefix + "last" + ids++;
        for (int i = 0; i < length; i++) {
            StepDefinition step = step(prefix + ids++, depth, last);
            steps.add(step);
            ended.add(step.id());
        }
        steps.add(recipient(last).build());
        return steps;
    }

    private StepDefinition step(String id, int depth, String last) {
        return switch (random.nextInt(depth > 0 ? 12 : 9)) {
            case 0 -> again(recipient(id)).build();
            case 1 -> recipient(id).notBillable().build();
            case 2 -> look(id);
            case 3 -> SetStep.of(id, MappingDefinition.of("lead.amount", "{{lead.amount}}7"));
            case 4 -> list(id);
            case 5 -> new FilterStep(id, null, true, rules(), action(last), action(last));
            case 6 -> group(id);
            case 7, 8 -> distribution(id);
            case 9, 10 ->
                RouteStep.of(id, branch(depth), branch(depth))
                        .otherwise(recipient("o" + id).build());
            default -> depth == 2 ? SubFlowStep.of(id, "inner") : look(id);
        };
    }

    private Branch branch(int depth) {
        List<StepDefinition> steps = sequence(1 + random.nextInt(2), depth - 1, "b");
        return Branch.when(rules(), steps.toArray(StepDefinition[]::new));
    }

    private FilterAction action(String last) {
        return switch (random.nextInt(5)) {
            case 0 -> FilterAction.skipTo(last);
            case 1 -> FilterAction.stop(any(Outcome.SUCCESS, Outcome.FAILURE, Outcome.ERROR), "Stopped for a reason");
            default -> FilterAction.CONTINUE;
        };
    }

    private StepDefinition list(String id) {
        return switch (random.nextInt(4)) {
            case 0 -> ListStep.unique(id, "{{lead.state}}", "seen");
            case 1 -> ListStep.add(id, "seen", "{{lead.email}}", "{{lead.state}}");
            case 2 -> ListStep.delete(id, "seen", "{{lead.state}}");
            default -> ListStep.query(id, "{{lead.state}}", "seen");
        };
    }

    private EnhancementStep look(String id) {
        return EnhancementStep.of(
                id, any("paid", "free"), "k" + id, MappingDefinition.of("who", id + " {{lead.email}}"));
    }

    private GroupStep group(String id) {
        CallStep[] members = IntStream.range(0, 2 + random.nextInt(3))
                .mapToObj(i -> random.nextInt(3) == 0
                        ? (CallStep) look("m" + i + id)
                        : recipient("m" + i + id).build())
                .toArray(CallStep[]::new);
        return GroupStep.of(id, members);
    }

    private RecipientStep.Builder recipient(String id) {
        RecipientStep.Builder step = RecipientStep.to(id, any("outside", "outside", "inside"))
                .key("k" + id)
                .map("who", "{{lead.email}} {{lead.amount}}")
                .pricing(any(Pricing.fixed("12"), Pricing.fixed("5"), Pricing.NONE));
        if (random.nextInt(3) == 0) {
            step.cap(narrow("cap" + ids++));
        }
        if (random.nextInt(3) == 0) {
            step.when(rules());
        }
        if (random.nextInt(3) == 0) {
            step.entity(new Entity("ent" + random.nextInt(3), "Buyer"));
        }
        return step.enabled(random.nextInt(12) > 0);
    }

    /** One that is tried again, at once or later. */
    private RecipientStep.Builder again(RecipientStep.Builder step) {
        return random.nextInt(2) == 0 ? step : step.retry(retry(Retry.Mode.INLINE));
    }

    /** Without a wait: one that was cut off begins anew, so that all after it would be later. */
    private Retry retry(Retry.Mode mode) {
        return Retry.USUAL
                .attempts(2 + random.nextInt(2))
                .backoff(new Backoff(Duration.ZERO, Duration.ZERO, BigDecimal.ONE, 0))
                .mode(mode);
    }

    private DistributeStep distribution(String id) {
        RecipientStep[] all = IntStream.range(0, 2 + random.nextInt(4))
                .mapToObj(i -> candidate("c" + i + id).standing(standing(i)).build())
                .toArray(RecipientStep[]::new);
        Strategy strategy = strategy();
        DistributeStep step = DistributeStep.by(strategy, id, all);
        return strategy instanceof Strategy.Parallel ? step : step.sharedBy(1 + random.nextInt(3));
    }

    private RecipientStep.Builder candidate(String id) {
        RecipientStep.Builder step = recipient(id);
        return random.nextInt(4) > 0 ? step : step.retry(retry(Retry.Mode.INLINE));
    }

    private Standing standing(int place) {
        return new Standing(
                1 + random.nextInt(3),
                Value.number(random.nextInt(5)),
                place == 0 ? 1 : 1 + random.nextInt(6) / 4,
                random.nextInt(2));
    }

    private Strategy strategy() {
        return switch (random.nextInt(7)) {
            case 0 -> Strategy.WATERFALL;
            case 1 -> new Strategy.Parallel();
            case 2 -> new Strategy.RoundRobin();
            case 3 -> new Strategy.Weighted();
            case 4 -> new Strategy.Score(random.nextBoolean() ? BigDecimal.valueOf(2) : null);
            default -> auction();
        };
    }

    private Strategy auction() {
        Auction.Choice choice = any(Auction.Choice.values());
        return new Strategy.PingPost(
                Value.number(11),
                choice,
                choice == Auction.Choice.BEST_TOTAL ? Auction.Charge.FIRST_PRICE : any(Auction.Charge.values()),
                Duration.ofMillis(500),
                Duration.ofMillis(750),
                List.of("state"));
    }

    /** Rules over the lead, or over how a step before has ended. */
    private RuleSet rules() {
        Supplier<RuleSet> ofLead = () -> allOf(field("state").isIncludedIn("TX", any("CA", "NY")));
        if (ended.isEmpty() || random.nextBoolean()) {
            return ofLead.get();
        }
        String step = ended.get(random.nextInt(ended.size()));
        return allOf(field("steps." + step + ".outcome").isNotEqualTo(any("success", "failure", "skip")));
    }

    @SafeVarargs
    private <T> T any(T... all) {
        return all[random.nextInt(all.length)];
    }
}
