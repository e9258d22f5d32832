package dev.sluice.internal;

import dev.sluice.event.Event;
import dev.sluice.internal.pricing.Deal;
import dev.sluice.internal.record.Facts;
import dev.sluice.types.Num;
import dev.sluice.types.Value;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Puts a lead back to where it was when the step began that it is at, by what was recorded of it. */
final class Resumption {
    private final LeadRun run;

    private Resumption(LeadRun run) {
        this.run = run;
    }

    /** @param run of a lead of which nothing was taken in yet */
    static void of(LeadRun run, JourneyState state) {
        Resumption resumption = new Resumption(run);
        Event accepted = state.accepted();
        if (accepted != null) {
            resumption.accepted(accepted);
        }
        state.ended().forEach(run::retrace);
    }

    private void accepted(Event event) {
        run.scopeOf(event);
        run.sales()
                .deal(new Deal(
                        event.cost().orElse(BigDecimal.ZERO),
                        share(event.facts().get("pricing")),
                        run.source().margin()));
        for (Value lookUp : Facts.all(event.facts().get("look_ups"))) {
            run.spend(Facts.amount(lookUp.part("cost")));
        }
        run.places().accepted(run.plan().caps().recorded(event));
    }

    private static @Nullable BigDecimal share(Value pricing) {
        return pricing.part("share_percent") instanceof Num percent ? percent.value() : null;
    }
}
