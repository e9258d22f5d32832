package dev.sluice.internal.compile;

import dev.sluice.delivery.DeliveryPlugin;
import dev.sluice.distribution.Candidate;
import dev.sluice.flow.CallStep;
import dev.sluice.flow.DistributeStep;
import dev.sluice.flow.EnhancementStep;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.flow.Hours;
import dev.sluice.flow.MappingDefinition;
import dev.sluice.flow.RecipientStep;
import dev.sluice.flow.Schedule;
import dev.sluice.flow.Strategy;
import dev.sluice.internal.Contender;
import dev.sluice.internal.Contenders;
import dev.sluice.internal.Further;
import dev.sluice.internal.RecipientPlan;
import dev.sluice.internal.SaleTerms;
import dev.sluice.internal.StepPlan;
import dev.sluice.internal.StepPlan.Position;
import dev.sluice.internal.caps.CapKey;
import dev.sluice.internal.distribute.AllAtOnce;
import dev.sluice.internal.distribute.ByAuction;
import dev.sluice.internal.distribute.ByScore;
import dev.sluice.internal.distribute.DistributePlan;
import dev.sluice.internal.distribute.HostScores;
import dev.sluice.internal.distribute.InOrder;
import dev.sluice.internal.distribute.Pings;
import dev.sluice.internal.distribute.Seller;
import dev.sluice.internal.distribute.Turns;
import dev.sluice.internal.gate.Inquiry;
import dev.sluice.internal.mapping.OutboundMapping;
import dev.sluice.internal.mapping.ValueSource;
import dev.sluice.internal.pricing.MarginGuard;
import dev.sluice.internal.pricing.PriceLayer;
import dev.sluice.internal.step.CallPlan;
import dev.sluice.internal.step.EnhancementPlan;
import dev.sluice.internal.step.RecipientRunner;
import dev.sluice.internal.wiring.Wiring;
import dev.sluice.rules.Condition;
import dev.sluice.rules.RuleIndex;
import dev.sluice.rules.RuleSet;
import dev.sluice.types.Stage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Compiles the steps that call plugins, and what they send. */
final class CallCompiler {
    private final FlowDefinition flow;
    private final Wiring wiring;
    private final Pieces pieces;
    private final CapCompiler caps;
    private final Map<String, OutboundMapping> mappings = new LinkedHashMap<>();
    private final Map<String, RecipientStep> recipients = new LinkedHashMap<>();
    private final Map<String, RecipientPlan> plans = new LinkedHashMap<>();
    private final Map<String, Contenders> contested = new LinkedHashMap<>();

    CallCompiler(FlowDefinition flow, Wiring wiring, Pieces pieces, CapCompiler caps) {
        this.flow = flow;
        this.wiring = wiring;
        this.pieces = pieces;
        this.caps = caps;
    }

    /** What each step sends, by the step's id; complete once all are compiled. */
    Map<String, OutboundMapping> mappings() {
        return mappings;
    }

    /** Every recipient by its id; complete once all are compiled. */
    Map<String, RecipientStep> recipients() {
        return recipients;
    }

    /** Every recipient, compiled, by its id; complete once all are compiled. */
    Map<String, RecipientPlan> plans() {
        return plans;
    }

    /** Who could get a lead at each distribution, by the step's id; complete once all are compiled. */
    Map<String, Contenders> contested() {
        return contested;
    }

    CallPlan call(CallStep step, Position position) {
        if (step instanceof EnhancementStep enhancement) {
            return enhancement(enhancement, position);
        }
        return new RecipientRunner(position, recipient(((RecipientStep) step).as(position.id())));
    }

    private CallPlan enhancement(EnhancementStep step, Position position) {
        Inquiry.Service service = new Inquiry.Service(
                step.enricher(), wired(wiring.enrichers(), step.enricher()), step.config(), step.timeout());
        return new EnhancementPlan(position, step, service, mapping(position.id(), step.mappings()));
    }

    /** @param idOf makes the ids of candidates those that they have in this place */
    StepPlan distribute(DistributeStep step, Position position, UnaryOperator<String> idOf) {
        List<RecipientStep> recipients = step.recipients().stream()
                .map(each -> each.as(idOf.apply(each.id())))
                .toList();
        List<Contender> contenders = IntStream.range(0, recipients.size())
                .mapToObj(place -> contender(place, recipients.get(place)))
                .toList();
        Contenders all = new Contenders(contenders, index(recipients));
        contested.put(position.id(), all);
        Seller seller = seller(step, position.id());
        return new DistributePlan(position, step.strategy().word(), step.maxBuyers(), all, seller);
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

    private Seller seller(DistributeStep step, String id) {
        Strategy strategy = step.strategy();
        if (strategy instanceof Strategy.Parallel) {
            return new AllAtOnce(id);
        }
        if (strategy instanceof Strategy.PingPost auction) {
            Pings pings = new Pings(pieces.fields(auction.pingFields()), auction.pingTimeout(), auction.totalTimeout());
            ValueSource floor = pieces.value(auction.floor(), Stage.STEP);
            return new ByAuction(id, step.maxBuyers(), auction, floor, pings);
        }
        return new InOrder(id, ordering(step, "rotation/" + flow.id() + "/" + id));
    }

    private InOrder.Ordering ordering(DistributeStep step, String key) {
        Strategy strategy = step.strategy();
        if (strategy instanceof Strategy.RoundRobin) {
            return new Turns(wiring.account(), key, step.maxBuyers(), contender -> Candidate.of(contender.id()));
        }
        if (strategy instanceof Strategy.Weighted) {
            return new Turns(wiring.account(), key, step.maxBuyers(), Contender::candidate);
        }
        return strategy instanceof Strategy.Score score
                ? new ByScore(score.minimum(), scoring(step.id(), score))
                : InOrder::asListed;
    }

    private ByScore.Scoring scoring(String step, Strategy.Score score) {
        Strategy.Scorer scorer = score.scorer();
        return scorer == null ? ByScore::own : new HostScores(step, scorer, wired(wiring.scorers(), scorer.plugin()));
    }

    private RecipientPlan recipient(RecipientStep step) {
        recipients.put(step.id(), step);
        DeliveryPlugin plugin = wired(wiring.deliveries(), step.plugin());
        RecipientPlan plan = new RecipientPlan(
                step,
                plugin,
                pieces.rules(step.ruleSet(), Stage.STEP),
                schedule(step.hours()),
                caps.compile(step.caps(), CapKey.step(flow.id(), step.id()), Stage.DELIVERY),
                terms(step),
                mapping(step.id(), step.mappings()),
                RecipientPlan.variable(step),
                Further.of(step.retry()));
        plans.put(step.id(), plan);
        return plan;
    }

    private SaleTerms terms(RecipientStep step) {
        PriceLayer prices = caps.prices(step.pricing(), Stage.DELIVERY);
        return new SaleTerms(
                step.billable(), prices, MarginGuard.floor(step.pricing().floor()), null);
    }

    private Schedule schedule(@Nullable Hours hours) {
        return hours == null ? Schedule.ALWAYS : Schedule.of(hours, flow.timeZone());
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
