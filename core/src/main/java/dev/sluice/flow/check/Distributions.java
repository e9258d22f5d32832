package dev.sluice.flow.check;

import dev.sluice.flow.DistributeStep;
import dev.sluice.flow.StepDefinition;

/** Distributions without anybody to sell to. */
final class Distributions implements Check {
    @Override
    public void check(Subject subject, Found found) {
        FlowWalk.through(subject.flow(), new FlowVisitor() {
            @Override
            public void step(Place place, StepDefinition step) {
                if (!(step instanceof DistributeStep distribution)) {
                    return;
                }
                if (distribution.maxBuyers() < 1) {
                    found.error(
                            "no_buyers",
                            place.pointer() + "/maxBuyers",
                            "a lead is sold to at least 1 buyer, not to " + distribution.maxBuyers());
                }
                if (distribution.recipients().isEmpty()) {
                    found.warning(
                            "no_recipients",
                            place.pointer() + "/recipients",
                            "the distribution has no recipients, so no lead finds a buyer; add some");
                }
            }
        });
    }
}
