package dev.sluice.internal;

import dev.sluice.delivery.DeliveryPlugin;
import dev.sluice.distribution.Candidate;
import dev.sluice.flow.DistributeStep;
import dev.sluice.flow.EnhancementStep;
import dev.sluice.flow.FilterAction;
import dev.sluice.flow.FilterStep;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.flow.MappingDefinition;
import dev.sluice.flow.RecipientStep;
import dev.sluice.flow.StepDefinition;
import dev.sluice.flow.Strategy;
import dev.sluice.rules.CompiledRules;
import dev.sluice.rules.Condition;
import dev.sluice.rules.RuleIndex;
import dev.sluice.rules.RuleSet;
import dev.sluice.types.Stage;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Compiles the steps of a flow. */
final class StepCompiler {
    private final FlowDefinition flow;
    private final Wiring wiring;
    private final Pieces pieces;
    private final CapCompiler caps;
    private final Map<String, CompiledRules> remembered;
    private final Map<String, Integer> places = new HashMap<>();
    private final Map<String, OutboundMapping> mappings = new LinkedHashMap<>();
    private final Map<String, Contenders> contested = new LinkedHashMap<>();

    /** @param remembered gets the rules of each step, by {@link Recall#name} */
    StepCompiler(
            FlowDefinition flow,
            Wiring wiring,
            Pieces pieces,
            CapCompiler caps,
            Map<String, CompiledRules> remembered) {
        this.flow = flow;
        this.wiring = wiring;
        this.pieces = pieces;
        this.caps = caps;
        this.remembered = remembered;
        for (int i = 0; i < flow.steps().size(); i++) {
            places.put(flow.steps().get(i).id(), i);
        }
    }

    /** Who could get a lead at each distribution, by the step's id; complete once compiled. */
    Map<String, Contenders> contested() {
        return contested;
    }

    /** What each step sends, by the step's id; complete once compiled. */
    Map<String, OutboundMapping> mappings() {
        return mappings;
    }

    Steps compile() {
        return new Steps(
                IntStream.range(0, flow.steps().size()).mapToObj(this::step).toList());
    }

    private StepPlan step(int place) {
        StepDefinition step = flow.steps().get(place);
        if (step instanceof FilterStep filter) {
            return filter(filter, position(step, place, null));
        }
        StepPlan.Position position = position(step, place, step.ruleSet());
        if (step instanceof EnhancementStep enhancement) {
            return enhancement(enhancement, position);
        }
        if (step instanceof RecipientStep recipient) {
            return new RecipientRunner(position, recipient(recipient));
        }
        return distribute((DistributeStep) step, position);
    }

    private StepPlan.Position position(StepDefinition step, int place, @Nullable RuleSet criteria) {
        boolean last = place + 1 == flow.steps().size();
        String next = last ? Steps.END : flow.steps().get(place + 1).id();
        CompiledRules rules = pieces.rules(criteria, Stage.STEP);
        if (rules != null) {
            remembered.put(Recall.name(step.id(), ""), rules);
        }
        return new StepPlan.Position(step.id(), step.label(), step.enabled(), rules, place + 1, next);
    }

    private StepPlan filter(FilterStep step, StepPlan.Position position) {
        RuleSet ruleSet = step.ruleSet() == null ? RuleSet.and(List.of()) : step.ruleSet();
        CompiledRules rules = pieces.compiled(ruleSet, Stage.STEP);
        remembered.put(Recall.name(step.id(), ""), rules);
        String name = ruleSet.name() == null ? step.label() : ruleSet.name();
        return new FilterPlan(position, rules, name, action(step.onPass()), action(step.onFail()));
    }

    private FilterPlan.Action action(FilterAction action) {
        return switch (action.kind()) {
            case CONTINUE -> new FilterPlan.Continue();
            case SKIP_TO ->
                new FilterPlan.SkipTo(
                        places.getOrDefault(action.target(), flow.steps().size()), String.valueOf(action.target()));
            case STOP ->
                new FilterPlan.Stop(action.outcome(), action.outcomeOf(), pieces.reason(action.reason(), Stage.STEP));
        };
    }

    private StepPlan enhancement(EnhancementStep step, StepPlan.Position position) {
        Inquiry.Service service = new Inquiry.Service(
                step.enricher(), wired(wiring.enrichers(), step.enricher()), step.config(), step.timeout());
        OutboundMapping mapping = mapping(step.id(), step.mappings());
        return new EnhancementPlan(position, step, service, mapping);
    }

    private StepPlan distribute(DistributeStep step, StepPlan.Position position) {
        List<Contender> contenders = IntStream.range(0, step.recipients().size())
                .mapToObj(place -> contender(place, step.recipients().get(place)))
                .toList();
        Contenders all = new Contenders(contenders, index(step.recipients()));
        contested.put(step.id(), all);
        return new DistributePlan(position, step.strategy().word(), step.maxBuyers(), all, seller(step));
    }

    /** The criteria of many recipients, by their places; null when they are few. */
    private @Nullable RuleIndex<Integer> index(List<RecipientStep> recipients) {
        if (recipients.size() <= Contenders.FEW) {
            return null;
        }
        Map<Integer, Condition> criteria = new LinkedHashMap<>();
        for (int i = 0; i < recipients.size(); i++) {
            RuleSet rules = recipients.get(i).ruleSet();
            if (recipients.get(i).enabled()) {
                criteria.put(i, rules == null ? RuleSet.and(List.of()) : rules);
            }
        }
        return pieces.index(criteria, Stage.STEP);
    }

    private Contender contender(int place, RecipientStep step) {
        return new Contender(
                place, recipient(step), pieces.value(step.standing().score(), Stage.STEP));
    }

    private Seller seller(DistributeStep step) {
        Strategy strategy = step.strategy();
        if (strategy instanceof Strategy.Parallel) {
            return new AllAtOnce(step.id());
        }
        if (strategy instanceof Strategy.PingPost auction) {
            Pings pings = new Pings(pieces.fields(auction.pingFields()), auction.pingTimeout(), auction.totalTimeout());
            ValueSource floor = pieces.value(auction.floor(), Stage.STEP);
            return new ByAuction(step.id(), step.maxBuyers(), auction, floor, pings);
        }
        return new InOrder(step.id(), strategy.word(), ordering(step, strategy));
    }

    private InOrder.Ordering ordering(DistributeStep step, Strategy strategy) {
        String key = "rotation/" + flow.id() + "/" + step.id();
        if (strategy instanceof Strategy.RoundRobin) {
            return new Turns(wiring.account(), key, step.maxBuyers(), contender -> Candidate.of(contender.id()));
        }
        if (strategy instanceof Strategy.Weighted) {
            return new Turns(wiring.account(), key, step.maxBuyers(), Contender::candidate);
        }
        return strategy instanceof Strategy.Score score ? new ByScore(score.minimum()) : InOrder::asListed;
    }

    private RecipientPlan recipient(RecipientStep step) {
        DeliveryPlugin plugin = wired(wiring.deliveries(), step.plugin());
        return new RecipientPlan(
                step,
                plugin,
                pieces.rules(step.ruleSet(), Stage.STEP),
                caps.compile(step.caps(), CapKey.step(flow.id(), step.id()), Stage.DELIVERY),
                caps.prices(step.pricing(), Stage.DELIVERY),
                mapping(step.id(), step.mappings()),
                RecipientPlan.variable(step));
    }

    private OutboundMapping mapping(String step, List<MappingDefinition> definitions) {
        OutboundMapping mapping = pieces.outbound(definitions, Stage.DELIVERY);
        mappings.put(step, mapping);
        return mapping;
    }

    private static <T> T wired(Map<String, T> wired, String name) {
        T plugin = wired.get(name);
        if (plugin == null) {
            throw new IllegalStateException("the checks let the unknown plugin " + name + " pass");
        }
        return plugin;
    }
}
