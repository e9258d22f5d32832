package dev.sluice.internal.open;

import dev.sluice.Recovered;
import dev.sluice.Recovered.Fate;
import dev.sluice.Submission;
import dev.sluice.Time;
import dev.sluice.event.Event;
import dev.sluice.internal.Afterwards;
import dev.sluice.internal.JourneyState;
import dev.sluice.internal.LeadRun;
import dev.sluice.internal.Offer;
import dev.sluice.internal.SourcePlan;
import dev.sluice.internal.record.SealedAwayException;
import dev.sluice.internal.record.SecretsGoneException;
import dev.sluice.internal.record.Tenure;
import dev.sluice.store.NotOwnerException;
import dev.sluice.store.Ownership;
import dev.sluice.store.Store;
import dev.sluice.store.StoreException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Goes on with leads that were cut off, each under the revision that its events name. Safe on any thread. */
final class Resumer {
    private static final Logger LOG = LoggerFactory.getLogger("dev.sluice.recovery");

    private static final String SECRETS_GONE = "Secret values of the lead are gone";

    private final Store store;
    private final FlowShelf flows;
    private final Time time;

    Resumer(Store store, FlowShelf flows, Time time) {
        this.store = store;
        this.flows = flows;
        this.time = time;
    }

    /** Takes a lead to its end. Whatever stands in the way, the lead stays as it is and the answer says so. */
    Recovered resume(Ownership ownership) {
        String lead = ownership.lead().id();
        try {
            return resume(ownership, JourneyState.fold(store.events().stream(ownership.lead())));
        } catch (NotOwnerException taken) {
            return new Recovered(lead, Fate.WAITING, 0, 0, "Somebody else goes on with it");
        } catch (SealedAwayException keyless) {
            LOG.warn("lead {} waits for its key: {}", lead, keyless.getMessage());
            return new Recovered(lead, Fate.SEALED, 0, 0, String.valueOf(keyless.getMessage()));
        } catch (IllegalStateException | StoreException fault) {
            LOG.warn("lead {} cannot go on: {}", lead, fault.getMessage());
            return new Recovered(lead, Fate.WAITING, 0, 0, String.valueOf(fault.getMessage()));
        }
    }

    private Recovered resume(Ownership ownership, JourneyState state) {
        String lead = ownership.lead().id();
        Event first = state.submitted().orElse(null);
        if (first == null || (state.over() != null && !Afterwards.isLeft(state, time.instant()))) {
            store.write(new Closing(ownership)).durable();
            return new Recovered(lead, Fate.CLOSED, 0, 0, "");
        }
        FlowShelf.Made made = flows.of(first);
        if (made.journey().isEmpty()) {
            LOG.warn("lead {} waits: {}", lead, made.obstacle());
            return new Recovered(lead, Fate.WAITING, 0, 0, made.obstacle());
        }
        return finished(made.journey().get(), ownership, state);
    }

    private static Recovered finished(FlowShelf.Journey flow, Ownership ownership, JourneyState state) {
        Event first = state.events().get(0);
        SourcePlan source = flow.plan().sources().get(first.context().source());
        if (source == null) {
            throw new IllegalStateException("its source " + first.context().source() + " is not in its flow");
        }
        if (state.over() != null) {
            return afterEnd(flow, source, ownership, state);
        }
        Tenure tenure = Tenure.of(ownership);
        LeadRun run;
        try {
            run = flow.departure().resume(source, state, tenure);
        } catch (SecretsGoneException gone) {
            return abandoned(flow, flow.departure().resumeMasked(source, state, tenure));
        }
        return finished(flow.journey().resume(run).answer(), ownership, state);
    }

    /** Deliveries that were made anew, or to somebody else, after the lead's end. */
    private static Recovered afterEnd(
            FlowShelf.Journey flow, SourcePlan source, Ownership ownership, JourneyState state) {
        Tenure tenure = Tenure.afterEnd(ownership);
        Afterwards lead;
        try {
            lead = new Afterwards(flow.departure().resume(source, state, tenure));
        } catch (SecretsGoneException gone) {
            lead = new Afterwards(flow.departure().resumeMasked(source, state, tenure));
            return recovered(ownership, Fate.ABANDONED, lead.leaveOpen(), SECRETS_GONE);
        }
        List<Event> added = lead.goOn();
        return recovered(ownership, lead.isOpen() ? Fate.QUEUED : Fate.FINISHED, added, "");
    }

    private static Recovered recovered(Ownership ownership, Fate fate, List<Event> added, String reason) {
        int unknown = (int) added.stream().filter(Resumer::wasLeftOpen).count();
        int again = (int) added.stream().filter(Resumer::isRecovered).count() - unknown;
        return new Recovered(ownership.lead().id(), fate, again, unknown, reason);
    }

    private static Recovered abandoned(FlowShelf.Journey flow, LeadRun run) {
        LOG.warn("lead {} is given up: {}", run.leadId(), SECRETS_GONE);
        flow.journey().abandon(run, SECRETS_GONE).answer();
        return new Recovered(run.leadId(), Fate.ABANDONED, 0, 0, SECRETS_GONE);
    }

    private static Recovered finished(Submission end, Ownership ownership, JourneyState state) {
        if (end.status() != Submission.Status.ANSWERED && end.status() != Submission.Status.QUEUED) {
            return new Recovered(
                    ownership.lead().id(), Fate.WAITING, 0, 0, end.reason().orElse(""));
        }
        List<Event> added =
                end.events().subList(state.events().size(), end.events().size());
        Fate fate = end.status() == Submission.Status.QUEUED ? Fate.QUEUED : Fate.FINISHED;
        return recovered(ownership, fate, added, "");
    }

    private static boolean isRecovered(Event event) {
        return !event.facts().get("recovered").isMissing();
    }

    private static boolean wasLeftOpen(Event event) {
        return isRecovered(event)
                && event.reason().filter(Offer.CUT_OFF::equals).isPresent();
    }
}
