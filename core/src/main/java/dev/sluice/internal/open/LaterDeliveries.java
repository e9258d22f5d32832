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
import dev.sluice.internal.record.Tenure;
import dev.sluice.internal.wiring.PluginFault;
import dev.sluice.store.NotOwnerException;
import dev.sluice.store.Ownership;
import dev.sluice.store.Store;
import dev.sluice.store.StreamId;
import dev.sluice.types.At;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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
    /** Nothing stands against it. */
    private static final Settled READY = new Settled(Fate.DONE, "", List.of(), List.of());

    private final String account;
    private final Store store;
    private final FlowShelf flows;
    private final Time time;
    private final String owner;

    /** @param owner who sees to leads here */
    LaterDeliveries(String account, Store store, FlowShelf flows, Time time, String owner) {
        this.account = account;
        this.store = store;
        this.flows = flows;
        this.time = time;
        this.owner = owner;
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
        Work settling = new Work(
                lead -> notToSettle(lead, recipient),
                lead -> done(lead.settle(lead.recipient(recipient).orElseThrow(), answer, by, youngerThan)));
        boolean offersToOthers = answer.outcome() == Outcome.FAILURE;
        return offersToOthers ? owned(leadId, Map.of(), settling) : twice(leadId, Map.of(), Tenure.NOBODY, settling);
    }

    /**
     * What is to be done for a lead.
     *
     * @param obstacle why it is not; empty when nothing stands against it
     */
    private record Work(Function<Afterwards, Optional<Settled>> obstacle, Function<Afterwards, Settled> doing) {
        Settled of(Afterwards lead) {
            return obstacle.apply(lead).orElseGet(() -> doing.apply(lead));
        }
    }

    /** The lead is this run's until it is done: what is sent and then cut off is found by recovery. */
    private Settled owned(String leadId, Map<String, ?> given, Work work) {
        Settled ready = of(leadId, given, Tenure.NOBODY, lead -> work.obstacle()
                .apply(lead)
                .orElse(READY));
        if (ready != READY) {
            return ready;
        }
        Instant now = time.instant();
        Optional<Ownership> taken =
                store.leads().reopen(new StreamId(account, leadId), now, owner, now.plus(Tenure.SLACK));
        if (taken.isEmpty()) {
            return Settled.not(Fate.TOO_EARLY, "Somebody else sees to the lead");
        }
        Work ending = new Work(
                lead -> {
                    Optional<Settled> obstacle = work.obstacle().apply(lead);
                    obstacle.ifPresent(
                            nothing -> store.write(new Closing(taken.get())).durable());
                    return obstacle;
                },
                work.doing());
        try {
            return twice(leadId, given, Tenure.afterEnd(taken.get()), ending);
        } catch (NotOwnerException lost) {
            return Settled.not(Fate.TOO_EARLY, "It took too long: somebody else goes on with the lead");
        }
    }

    /** Once more, of what the lead is then, if somebody else has written to it before anything was done. */
    private Settled twice(String leadId, Map<String, ?> given, Tenure tenure, Work work) {
        try {
            return of(leadId, given, tenure, work::of);
        } catch (IllegalStateException somebodyElse) {
            LOG.debug("lead {} was written by somebody else: {}", leadId, somebodyElse.getMessage());
            return of(leadId, given, tenure, work::of);
        }
    }

    private static Optional<Settled> notToSettle(Afterwards lead, String recipient) {
        Optional<Settled> obstacle = notUnknown(lead.chain(recipient));
        return obstacle.isEmpty() && lead.recipient(recipient).isEmpty() ? Optional.of(noSuch(recipient)) : obstacle;
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
        if (chain.isOpen()) {
            return Optional.of(onItsWay());
        }
        return chain.isUnknown()
                ? Optional.empty()
                : Optional.of(Settled.not(Fate.NOT_NEEDED, "It is known what became of the delivery"));
    }

    @Override
    public Settled query(String leadId, String recipient) {
        List<DeliveryResult> answers = new ArrayList<>(1);
        Settled asked = of(leadId, Map.of(), Tenure.NOBODY, lead -> {
            Optional<Settled> obstacle = notToSettle(lead, recipient);
            if (obstacle.isEmpty()) {
                answers.add(asked(leadId, lead, lead.recipient(recipient).orElseThrow()));
            }
            return obstacle.orElse(READY);
        });
        if (asked != READY) {
            return asked;
        }
        DeliveryResult answer = answers.get(0);
        boolean known = answer.outcome() == Outcome.SUCCESS || answer.outcome() == Outcome.FAILURE;
        return known
                ? settle(leadId, recipient, answer, STATUS_QUERY)
                : Settled.not(Fate.STILL_UNKNOWN, answer.reason().orElse("The recipient cannot say"));
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
        Work sending = new Work(
                lead -> notToSend(lead, recipient),
                lead -> done(lead.again(lead.recipient(recipient).orElseThrow())));
        return owned(leadId, given, sending);
    }

    private static Optional<Settled> notToSend(Afterwards lead, String recipient) {
        if (lead.recipient(recipient).isEmpty()) {
            return Optional.of(noSuch(recipient));
        }
        Chain chain = lead.chain(recipient);
        if (lead.isOpen()) {
            return Optional.of(onItsWay());
        }
        if (chain.isUnknown()) {
            return Optional.of(Settled.not(Fate.NOT_NEEDED, "Nobody knows whether it arrived; settle it first"));
        }
        if (lead.isSoldBeside(recipient) || (!chain.isEmpty() && chain.endedAs(Outcome.SUCCESS))) {
            return Optional.of(Settled.not(Fate.NOT_NEEDED, "The recipient, or another one beside it, has the lead"));
        }
        return lead.missing().isEmpty()
                ? Optional.empty()
                : Optional.of(new Settled(
                        Fate.MISSING_VALUES,
                        "These were kept only until the lead's end; give them anew",
                        lead.missing(),
                        List.of()));
    }

    private static Settled onItsWay() {
        return Settled.not(Fate.TOO_EARLY, "A delivery is on its way; if it was cut off, recovery ends it");
    }

    private Settled of(String leadId, Map<String, ?> given, Tenure tenure, Function<Afterwards, Settled> what) {
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
        return what.apply(new Afterwards(flow.departure().reopen(source, state, given, tenure)));
    }
}
