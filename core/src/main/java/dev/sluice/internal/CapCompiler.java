package dev.sluice.internal;

import dev.sluice.flow.Cap;
import dev.sluice.flow.CapEntry;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.flow.Pricing;
import dev.sluice.types.Stage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Compiles what limits and prices leads at any place of a flow. */
final class CapCompiler {
    private final String account;
    private final FlowDefinition flow;
    private final Pieces pieces;
    private final SharedCaps shared;
    private final Map<String, CapPlan> compiled = new LinkedHashMap<>();

    CapCompiler(String account, FlowDefinition flow, Pieces pieces) {
        this.account = account;
        this.flow = flow;
        this.pieces = pieces;
        this.shared = new SharedCaps(flow);
    }

    /** Every cap that was compiled, each once. */
    List<CapPlan> all() {
        return List.copyOf(compiled.values());
    }

    /** @param owner where the caps stand; their counters are kept under it */
    CapSet compile(List<CapEntry> caps, CapKey owner, Stage stage) {
        if (caps.isEmpty()) {
            return CapSet.NONE;
        }
        List<CapPlan> plans = new ArrayList<>(caps.size());
        for (CapEntry entry : caps) {
            if (entry instanceof Cap cap) {
                plans.add(plan(cap, owner, stage, null));
            } else {
                Cap cap = shared.named(entry.id());
                plans.add(plan(cap, CapKey.shared(flow.id()), stage, shared.counts(cap)));
            }
        }
        return new CapSet(plans);
    }

    /** @param counts of a shared cap that it lies in; null in a place's own */
    private CapPlan plan(Cap cap, CapKey owner, Stage stage, Cap.@Nullable Counts counts) {
        boolean isStep = stage != Stage.GATE;
        // A shared cap reads what every place knows: a lead is what it was at the gates.
        Stage reading = counts == null ? stage : Stage.GATE;
        Cap.Counts own = counts(cap, isStep, counts);
        CapPlan.Place place = new CapPlan.Place(
                account,
                owner.of(cap.id()),
                cap.timeZone() == null ? flow.timeZone() : cap.timeZone(),
                own,
                isStep,
                List.of());
        CapPlan plan = new CapPlan(
                cap,
                place,
                pieces.rules(cap.ruleSet(), reading),
                pieces.reason(cap.reason(), reading),
                cap.caps().stream()
                        .map(child -> plan(child, owner, stage, counts == null ? null : own))
                        .toList());
        compiled.putIfAbsent(plan.key(), plan);
        return plan;
    }

    private static Cap.Counts counts(Cap cap, boolean isStep, Cap.@Nullable Counts shared) {
        if (cap.type() == Cap.Type.REVENUE) {
            return Cap.Counts.DELIVERED;
        }
        return Optional.ofNullable(cap.counts())
                .or(() -> Optional.ofNullable(shared))
                .orElse(isStep ? Cap.Counts.DELIVERED : Cap.Counts.SUCCESSFUL);
    }

    private List<PriceLayer.Change> changes(List<Pricing.Adjustment> adjustments, Stage stage) {
        List<PriceLayer.Change> changes = new ArrayList<>(adjustments.size());
        for (Pricing.Adjustment each : adjustments) {
            changes.add(new PriceLayer.Change(
                    each.operation(),
                    pieces.rules(each.ruleSet(), stage),
                    pieces.value(each.amount(), stage),
                    each.id() == null ? Integer.toString(changes.size()) : each.id()));
        }
        return changes;
    }

    PriceLayer prices(Pricing pricing, Stage stage) {
        return new PriceLayer(
                pricing,
                pricing.prices().stream()
                        .map(price -> new PriceLayer.Choice(
                                pieces.rules(price.ruleSet(), stage), pieces.value(price.amount(), stage), price.id()))
                        .toList(),
                changes(pricing.adjustments(), stage));
    }
}
