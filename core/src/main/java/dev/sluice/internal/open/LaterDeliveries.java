package dev.sluice.internal.open;

import dev.sluice.Deliveries;
import dev.sluice.Settled;
import dev.sluice.Settled.Fate;
import dev.sluice.Time;
import dev.sluice.delivery.Deadline;
import dev.sluice.delivery.DeliveryResult;
import dev.sluice.delivery.DeliveryStatusQuery;
import dev.sluice.delivery.Outcome;
import dev.sluice.event.Event;
import dev.sluice.event.EventType;
import dev.sluice.internal.Afterwards;
import dev.sluice.internal.JourneyState;
import dev.sluice.internal.RecipientPlan;
import dev.sluice.internal.SourcePlan;
import dev.sluice.internal.record.Chain;
import dev.sluice.internal.wiring.PluginFault;
import dev.sluice.store.Store;
import dev.sluice.store.StreamId;
import dev.sluice.types.At;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Settles and repeats deliveries of leads that have come to their end, under the revision that their events name. */
final class LaterDeliveries implements Deliveries {
    private static final Logger LOG = LoggerFactory.getLogger("dev.sluice.journey");
    private static final String STATUS_QUERY = "status query";

    private final String account;
    private final Store store;
    private final FlowShelf flows;
    private final Time time;

    LaterDeliveries(String account, Store store, FlowShelf flows, Time time) {
        this.account = account;
        this.store = store;
        this.flows = flows;
        this.time = time;
    }

    @Override
    public Settled settle(String leadId, String recipient, DeliveryResult answer, String by, Duration youngerThan) {
        if (answer.outcome() != Outcome.SUCCESS && answer.outcome() != Outcome.FAILURE) {
            throw new IllegalArgumentException("a delivery is settled as a success or a failure, not as "
                    + answer.outcome().text());
        }
        if (by.isBlank()) {
            throw new IllegalArgumentException("nobody is named who settles the delivery");
        }
        Function<Afterwards, Settled> settling = lead -> settled(lead, recipient, answer, by, youngerThan);
        return twice(leadId, Map.of(), settling);
    }

    /** Once more, of what the lead is then, if somebody else has written to it before anything was done. */
    private Settled twice(String leadId, Map<String, ?> given, Function<Afterwards, Settled> what) {
        try {
            return of(leadId, given, what);
        } catch (IllegalStateException somebodyElse) {
            LOG.debug("lead {} was written by somebody else: {}", leadId, somebodyElse.getMessage());
            return of(leadId, given, what);
        }
    }

    private static Settled settled(
            Afterwards lead, String recipient, DeliveryResult answer, String by, Duration youngerThan) {
        Optional<RecipientPlan> plan = lead.recipient(recipient);
        Optional<Settled> obstacle = notUnknown(lead.chain(recipient));
        if (obstacle.isPresent() || plan.isEmpty()) {
            return obstacle.orElseGet(() -> noSuch(recipient));
        }
        return done(lead.settle(plan.get(), answer, by, youngerThan));
    }

    private static Settled done(List<Event> events) {
        return new Settled(Fate.DONE, "", List.of(), events);
    }

    private static Settled noSuch(String recipient) {
        return Settled.not(Fate.NOT_FOUND, "The flow has no recipient " + recipient);
    }

    private static Optional<Settled> notUnknown(Chain chain) {
        if (chain.isEmpty()) {
            return Optional.of(Settled.not(Fate.NOT_FOUND, "Nothing was delivered there"));
        }
        if (chain.last().type().equals(EventType.DELIVERY_SETTLED)) {
            return Optional.of(Settled.not(Fate.NOT_NEEDED, "The delivery is settled"));
        }
        return chain.isUnknown()
                ? Optional.empty()
                : Optional.of(Settled.not(Fate.NOT_NEEDED, "It is known what became of the delivery"));
    }

    @Override
    public Settled query(String leadId, String recipient) {
        return of(leadId, Map.of(), lead -> {
            Optional<RecipientPlan> plan = lead.recipient(recipient);
            Optional<Settled> obstacle = notUnknown(lead.chain(recipient));
            if (obstacle.isPresent() || plan.isEmpty()) {
                return obstacle.orElseGet(() -> noSuch(recipient));
            }
            DeliveryResult answer = asked(leadId, lead, plan.get());
            boolean known = answer.outcome() == Outcome.SUCCESS || answer.outcome() == Outcome.FAILURE;
            return known
                    ? settled(lead, recipient, answer, STATUS_QUERY, USUAL_AGE)
                    : Settled.not(Fate.STILL_UNKNOWN, answer.reason().orElse("The recipient cannot say"));
        });
    }

    private DeliveryResult asked(String leadId, Afterwards lead, RecipientPlan recipient) {
        DeliveryStatusQuery query = new DeliveryStatusQuery(
                lead.key(recipient),
                leadId,
                recipient.id(),
                recipient.step().config(),
                At.utc(time.instant()),
                Deadline.in(recipient.step().timeout(), time::nanos));
        return PluginFault.guard(
                        recipient.step().plugin(),
                        () -> recipient
                                .plugin()
                                .status(query)
                                .orElseGet(() -> DeliveryResult.unknown("The recipient cannot say")),
                        DeliveryResult::error)
                .value();
    }

    @Override
    public Settled redeliver(String leadId, String recipient, Map<String, ?> given, String by) {
        if (by.isBlank()) {
            throw new IllegalArgumentException("nobody is named who wants the delivery");
        }
        LOG.info("{} wants lead {} delivered to {} again", by, leadId, recipient);
        return twice(leadId, given, lead -> again(lead, recipient));
    }

    private static Settled again(Afterwards lead, String recipient) {
        Optional<RecipientPlan> plan = lead.recipient(recipient);
        if (plan.isEmpty()) {
            return noSuch(recipient);
        }
        Chain chain = lead.chain(recipient);
        if (chain.isUnknown()) {
            return Settled.not(Fate.NOT_NEEDED, "Nobody knows whether it arrived; settle it first");
        }
        if (lead.isSoldBeside(recipient) || (!chain.isEmpty() && chain.endedAs(Outcome.SUCCESS))) {
            return Settled.not(Fate.NOT_NEEDED, "The recipient, or another one beside it, has the lead");
        }
        if (!lead.missing().isEmpty()) {
            return new Settled(
                    Fate.MISSING_VALUES,
                    "These were kept only until the lead's end; give them anew",
                    lead.missing(),
                    List.of());
        }
        return done(lead.again(plan.get()));
    }

    private Settled of(String leadId, Map<String, ?> given, Function<Afterwards, Settled> what) {
        JourneyState state = JourneyState.fold(store.events().stream(new StreamId(account, leadId)));
        Event first = state.submitted().orElse(null);
        if (first == null) {
            return Settled.not(Fate.NOT_FOUND, "There is no lead " + leadId);
        }
        if (state.over() == null) {
            return Settled.not(Fate.TOO_EARLY, "The lead is still on its way");
        }
        FlowShelf.Made made = flows.of(first);
        if (made.journey().isEmpty()) {
            return Settled.not(Fate.NOT_POSSIBLE, made.obstacle());
        }
        FlowShelf.Journey flow = made.journey().get();
        SourcePlan source = flow.plan().sources().get(first.context().source());
        if (source == null) {
            return Settled.not(
                    Fate.NOT_POSSIBLE,
                    "The flow has no source " + first.context().source());
        }
        return what.apply(new Afterwards(flow.departure().reopen(source, state, given)));
    }
}
