package dev.sluice.internal.compile;

import dev.sluice.delivery.Enricher;
import dev.sluice.flow.AcceptanceCriteria;
import dev.sluice.flow.DuplicateCheck;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.flow.GateKind;
import dev.sluice.flow.Hours;
import dev.sluice.flow.ListName;
import dev.sluice.flow.LookUp;
import dev.sluice.flow.Pricing;
import dev.sluice.flow.Schedule;
import dev.sluice.flow.SourceDefinition;
import dev.sluice.flow.Suppression;
import dev.sluice.flow.Window;
import dev.sluice.internal.Gate;
import dev.sluice.internal.Gates;
import dev.sluice.internal.Recall;
import dev.sluice.internal.caps.CapKey;
import dev.sluice.internal.caps.CapSet;
import dev.sluice.internal.digest.Tokens;
import dev.sluice.internal.gate.Acceptance;
import dev.sluice.internal.gate.CapGate;
import dev.sluice.internal.gate.DecisionGate;
import dev.sluice.internal.gate.Duplicates;
import dev.sluice.internal.gate.HoursGate;
import dev.sluice.internal.gate.ListCheckGate;
import dev.sluice.internal.gate.LookUpPlan;
import dev.sluice.internal.gate.PriceService;
import dev.sluice.internal.gate.PurchasePrice;
import dev.sluice.internal.gate.QuotedPrice;
import dev.sluice.internal.gate.RequiredFields;
import dev.sluice.internal.gate.SuppressionGate;
import dev.sluice.internal.lists.DuplicateList;
import dev.sluice.internal.lists.ListLookup;
import dev.sluice.internal.lists.ListText;
import dev.sluice.internal.mapping.FieldPlan;
import dev.sluice.internal.mapping.ReasonText;
import dev.sluice.internal.pricing.MarginGuard;
import dev.sluice.internal.wiring.Wiring;
import dev.sluice.pricing.PricingService;
import dev.sluice.rules.CompiledRules;
import dev.sluice.types.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Compiles the gates that the leads of a source pass, in the flow's order; what is not configured is left out. */
final class GateCompiler {
    private final FlowDefinition flow;
    private final Wiring wiring;
    private final Map<String, FieldPlan> fields;
    private final Pieces pieces;
    private final CapCompiler caps;
    private final Map<String, CompiledRules> remembered;
    private final Tokens tokens;

    /**
     * What compiles parts of gates.
     *
     * @param remembered rule sets by the name under which events tell of them
     */
    record Parts(Pieces pieces, CapCompiler caps, Map<String, CompiledRules> remembered) {}

    GateCompiler(FlowDefinition flow, Wiring wiring, Map<String, FieldPlan> fields, Parts parts) {
        this.flow = flow;
        this.wiring = wiring;
        this.fields = fields;
        this.pieces = parts.pieces();
        this.caps = parts.caps();
        this.remembered = parts.remembered();
        this.tokens = new Tokens(wiring.indexKey());
    }

    /** @param own the fields as the source is to fill them */
    Gates compile(SourceDefinition source, Map<String, FieldPlan> own) {
        List<Gates.Placed> gates = new ArrayList<>();
        flow.gates().forEach(kind -> gates(kind, source, own).forEach(gate -> gates.add(new Gates.Placed(kind, gate))));
        return new Gates(gates);
    }

    private List<Gate> gates(GateKind kind, SourceDefinition source, Map<String, FieldPlan> own) {
        return switch (kind) {
            case HOURS -> hours(source);
            case LIST_CHECKS -> listChecks();
            case DECISIONS -> decisions();
            case REQUIRED_FIELDS -> List.of(new RequiredFields(List.copyOf(own.values())));
            case ACCEPTANCE -> acceptance(source);
            case DUPLICATES ->
                Optional.ofNullable(flow.duplicateCheck())
                        .map(check -> List.<Gate>of(duplicates(check)))
                        .orElse(List.of());
            case SUPPRESSION ->
                flow.suppression().stream().map(this::suppression).toList();
            case PRICING -> List.of(quotedPrice(source));
            case CAPS -> List.of(limits(source));
        };
    }

    private List<Gate> hours(SourceDefinition source) {
        Hours hours = source.hours() == null ? flow.hours() : source.hours();
        return hours == null || !hours.enabled()
                ? List.of()
                : List.of(new HoursGate(Schedule.of(hours, flow.timeZone())));
    }

    private List<Gate> acceptance(SourceDefinition source) {
        List<Gate> gates = new ArrayList<>(2);
        add(gates, flow.acceptance(), "acceptance_criteria");
        add(gates, source.acceptance(), source.id() + " acceptance_criteria");
        return gates;
    }

    private void add(List<Gate> all, AcceptanceCriteria criteria, String name) {
        CompiledRules rules = pieces.rules(criteria.ruleSet(), Stage.GATE);
        if (rules != null && criteria.ruleSet() != null) {
            String ruleSet = criteria.ruleSet().name() == null
                    ? name
                    : criteria.ruleSet().name();
            ReasonText reason = pieces.reason(criteria.reason(), Stage.GATE);
            remembered.put(Recall.name("", ruleSet), rules);
            all.add(new Acceptance(rules, criteria.outcome(), reason, ruleSet));
        }
    }

    private Duplicates duplicates(DuplicateCheck check) {
        Duplicates.Place place = new Duplicates.Place(wiring.account(), DuplicateList.of(check, flow.id()), tokens);
        List<FieldPlan> compared = check.fields().stream().map(this::known).toList();
        ListText key = check.key() == null ? null : pieces.listText(check.key(), Stage.GATE);
        return new Duplicates(place, compared, key, check, pieces.reason(check.reason(), Stage.GATE));
    }

    private List<Gate> listChecks() {
        List<ListCheckGate.Check> checks = new ArrayList<>();
        flow.listChecks()
                .forEach((name, check) -> checks.add(new ListCheckGate.Check(
                        name, pieces.listText(check.value(), Stage.GATE), lookup(check.listName(), check.lookback()))));
        return checks.isEmpty() ? List.of() : List.of(new ListCheckGate(checks, tokens));
    }

    private List<Gate> decisions() {
        List<LookUpPlan> lookUps =
                flow.decisions().lookUps().stream().map(this::lookUp).toList();
        return lookUps.isEmpty()
                ? List.of()
                : List.of(new DecisionGate(lookUps, flow.decisions().totalTimeout()));
    }

    private LookUpPlan lookUp(LookUp lookUp) {
        Enricher enricher = wiring.enrichers().get(lookUp.enricher());
        if (enricher == null) {
            throw new IllegalStateException("the checks let the unknown plugin " + lookUp.enricher() + " pass");
        }
        return new LookUpPlan(
                lookUp,
                enricher,
                pieces.rules(lookUp.ruleSet(), Stage.GATE),
                pieces.outbound(lookUp.mappings(), Stage.GATE));
    }

    private Gate suppression(Suppression suppression) {
        return new SuppressionGate(
                pieces.listText(suppression.value(), Stage.GATE),
                lookup(suppression.listName(), suppression.lookback()),
                tokens,
                pieces.reason(suppression.reason(), Stage.GATE));
    }

    private ListLookup lookup(String listName, @Nullable Window lookback) {
        return new ListLookup(wiring.account(), ListName.all(listName), lookback);
    }

    private FieldPlan known(String id) {
        FieldPlan field = fields.get(id);
        if (field == null) {
            throw new IllegalStateException("the checks let the unknown field " + id + " pass");
        }
        return field;
    }

    /** The list in which the bids made to a source stand. */
    static String quotes(FlowDefinition flow, SourceDefinition source) {
        return "quotes/" + flow.id() + "/" + source.id();
    }

    /** The price; of leads that name a ping, the one that was bid. */
    private Gate quotedPrice(SourceDefinition source) {
        MarginGuard margin = margin(source);
        Gate price = new PurchasePrice(
                List.of(side("source", source.pricing()), side("flow", flow.pricing())), margin, wiring.metrics());
        return flow.pings().enabled() ? new QuotedPrice(price, margin, quotes(flow, source)) : price;
    }

    /** The least that a lead of this source must leave. */
    MarginGuard margin(SourceDefinition source) {
        Pricing.Minimum own = source.pricing().margin();
        return MarginGuard.margin(own == null ? flow.pricing().margin() : own);
    }

    private PurchasePrice.Side side(String name, Pricing pricing) {
        return new PurchasePrice.Side(name, service(pricing.service()), caps.prices(pricing, Stage.GATE));
    }

    private @Nullable PriceService service(Pricing.@Nullable Service definition) {
        if (definition == null) {
            return null;
        }
        PricingService service = wiring.pricing().get(definition.name());
        if (service == null) {
            throw new IllegalStateException("the checks let the unknown service " + definition.name() + " pass");
        }
        return new PriceService(definition, service);
    }

    private Gate limits(SourceDefinition source) {
        CapSet ofFlow = caps.compile(flow.caps(), CapKey.flow(flow.id()), Stage.GATE);
        CapSet ofSource = caps.compile(source.caps(), CapKey.source(flow.id(), source.id()), Stage.GATE);
        return new CapGate(ofFlow.and(ofSource));
    }
}
