package dev.sluice.internal.compile;

import dev.sluice.flow.Cap;
import dev.sluice.flow.CapEntry;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.flow.Pricing;
import dev.sluice.internal.caps.CapKey;
import dev.sluice.internal.caps.CapPlan;
import dev.sluice.internal.caps.CapRecord;
import dev.sluice.internal.caps.CapSet;
import dev.sluice.internal.caps.SharedCaps;
import dev.sluice.internal.pricing.PriceLayer;
import dev.sluice.types.Stage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compiles what limits and prices leads at any place of a flow. */
final class CapCompiler {
    private final String account;
    private final FlowDefinition flow;
    private final Pieces pieces;
    private final SharedCaps shared;
    private final Map<String, CapRecord> records;
    private final Map<String, CapPlan> compiled = new LinkedHashMap<>();

    /** @param records what the counts of each cap depend on, by its key */
    CapCompiler(String account, FlowDefinition flow, Map<String, CapRecord> records, Pieces pieces) {
        this.account = account;
        this.flow = flow;
        this.pieces = pieces;
        this.shared = new SharedCaps(flow);
        this.records = Map.copyOf(records);
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
        boolean isStep = stage != Stage.GATE;
        Frame own = new Frame(owner, stage, isStep, isStep ? Cap.Counts.DELIVERED : Cap.Counts.SUCCESSFUL);
        List<CapPlan> plans = new ArrayList<>(caps.size());
        for (CapEntry entry : caps) {
            if (entry instanceof Cap cap) {
                plans.add(plan(cap, own));
            } else {
                Cap cap = shared.named(entry.id());
                // A shared cap reads what every place knows: the lead as it was at the gates.
                plans.add(plan(cap, new Frame(CapKey.shared(flow.id()), Stage.GATE, isStep, shared.counts(cap))));
            }
        }
        plans.forEach(this::register);
        return new CapSet(plans);
    }

    private void register(CapPlan plan) {
        compiled.putIfAbsent(plan.key(), plan);
        plan.children().forEach(this::register);
    }

    /**
     * What caps at one place have in common.
     *
     * @param reading the stage whose data their rules read
     * @param isStep whether a full one tells that a recipient is passed over
     * @param usual what they count unless they say so
     */
    private record Frame(CapKey owner, Stage reading, boolean isStep, Cap.Counts usual) {}

    private CapPlan plan(Cap cap, Frame frame) {
        String base = frame.owner().of(cap.id());
        CapRecord record = Optional.ofNullable(records.get(base))
                .orElseThrow(() -> new IllegalStateException("cap " + base + " is not recorded"));
        CapPlan.Place place = new CapPlan.Place(
                account,
                record.key(base),
                record.zone(),
                SharedCaps.counts(cap, frame.usual()),
                frame.isStep(),
                record.carried());
        return new CapPlan(
                cap,
                place,
                pieces.rules(cap.ruleSet(), frame.reading()),
                pieces.reason(cap.reason(), frame.reading()),
                cap.caps().stream().map(child -> plan(child, frame)).toList());
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
