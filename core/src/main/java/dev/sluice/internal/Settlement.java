package dev.sluice.internal;

import dev.sluice.DeliveryReport;
import dev.sluice.delivery.DeliveryResult;
import dev.sluice.delivery.Outcome;
import dev.sluice.event.EventType;
import dev.sluice.internal.record.Chain;
import dev.sluice.types.Num;
import dev.sluice.types.Obj;
import dev.sluice.types.Section;
import dev.sluice.types.Text;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The end of a delivery that was unknown: somebody knows what nobody knew. */
final class Settlement {
    private final LeadRun run;
    private final Handover handover;
    private final Chain chain;

    Settlement(LeadRun run, RecipientPlan recipient, Chain chain) {
        this.run = run;
        this.handover = new Handover(run, recipient, chain.generation(), run.at(), Steps.END);
        this.chain = chain;
    }

    /**
     * Settles its place and tells of it.
     *
     * @param by who says so
     * @param further what else the event says
     */
    DeliveryReport make(DeliveryResult result, String by, Obj further) {
        Reservation place = new Reservation(handover, BigDecimal.ZERO);
        place.taken(chain.first());
        DeliveryCall call = DeliveryCall.again(handover, chain.first());
        run.scope(run.scope().with(Section.RECIPIENT, handover.recipient().variable()));
        BigDecimal earned = earned(result, call);
        Obj counted = place.settle(result.outcome(), earned);
        String reason = reason(result);
        handover.answered(result, reason);
        run.add(handover.tried(EventType.DELIVERY_SETTLED, chain.attempt())
                .outcome(result.outcome())
                .reason(reason)
                .revenue(earned)
                .facts(facts(result, by).merge(counted).merge(further)));
        DeliveryReport report = DeliveryReport.of(handover.recipient().step(), result, reason, earned);
        run.sales().delivered(report);
        run.data().withoutRecipient();
        return report;
    }

    private @Nullable String reason(DeliveryResult result) {
        return result.outcome() == Outcome.SUCCESS
                ? null
                : result.reason().map(run::withoutPersonal).orElse(null);
    }

    private Obj facts(DeliveryResult result, String by) {
        return Obj.EMPTY
                .with("by", new Text(by))
                .with("original_event_id", new Text(chain.last().id()))
                .with("reference", DeliveryFacts.text(result.reference()));
    }

    /** The price that it was sent with, unless the recipient names another. */
    private BigDecimal earned(DeliveryResult result, DeliveryCall call) {
        BigDecimal earned = call.earned(result);
        boolean asPlanned = earned.signum() != 0 && result.price().isEmpty();
        return asPlanned && chain.last().facts().get(SaleTerms.PLANNED) instanceof Num planned
                ? planned.value()
                : earned;
    }
}
