package dev.sluice.internal;

import dev.sluice.flow.Cap;
import dev.sluice.flow.Pricing;
import dev.sluice.types.Stage;
import java.time.ZoneId;
import java.util.List;

/** Compiles what limits and prices leads at any place of a flow. */
final class CapCompiler {
    private final String account;
    private final ZoneId zone;
    private final Pieces pieces;

    CapCompiler(String account, ZoneId zone, Pieces pieces) {
        this.account = account;
        this.zone = zone;
        this.pieces = pieces;
    }

    /** @param owner where the caps stand; their counters are kept under it */
    CapSet compile(List<Cap> caps, String owner, Stage stage) {
        return caps.isEmpty() ? CapSet.NONE : new CapSet(plans(caps, owner, stage));
    }

    private List<CapPlan> plans(List<Cap> caps, String owner, Stage stage) {
        return caps.stream().map(cap -> plan(cap, owner, stage)).toList();
    }

    private CapPlan plan(Cap cap, String owner, Stage stage) {
        CapPlan.Place place = new CapPlan.Place(account, owner + "/" + cap.id(), zone, stage != Stage.GATE);
        return new CapPlan(
                cap,
                place,
                pieces.rules(cap.ruleSet(), stage),
                pieces.reason(cap.reason(), stage),
                plans(cap.caps(), owner, stage));
    }

    PriceLayer prices(Pricing pricing, Stage stage) {
        return new PriceLayer(
                pricing,
                pricing.prices().stream()
                        .map(price -> new PriceLayer.Choice(
                                pieces.rules(price.ruleSet(), stage), pieces.value(price.amount(), stage)))
                        .toList());
    }
}
