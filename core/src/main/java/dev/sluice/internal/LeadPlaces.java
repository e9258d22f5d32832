package dev.sluice.internal;

import dev.sluice.delivery.Outcome;
import dev.sluice.event.Event;
import dev.sluice.flow.Cap;
import dev.sluice.internal.caps.CapPlan;
import dev.sluice.internal.caps.CapSet;
import dev.sluice.internal.caps.Counting;
import dev.sluice.internal.caps.Due;
import dev.sluice.internal.caps.KnownCaps;
import dev.sluice.store.Changes;
import dev.sluice.store.Holder;
import dev.sluice.types.At;
import dev.sluice.types.Obj;
import dev.sluice.types.Scope;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The places that one lead has taken under caps, and the caps of flow and source under which its deliveries take theirs. */
public final class LeadPlaces {
    /** Who holds what is taken at the gates. */
    private final List<Holder> lead;

    /** What was taken at the gates. */
    private List<Due> held = List.of();
    /** What deliveries have taken. */
    private List<Due> sold = List.of();

    private List<Holder> alsoHeldBy = List.of();
    private List<CapPlan> ofDeliveries = List.of();
    private Map<String, Event> intents = Map.of();
    private final KnownCaps caps;

    /**
     * @param lead who holds what is taken at the gates
     * @param caps of the flow
     */
    LeadPlaces(Holder lead, KnownCaps caps) {
        this.lead = List.of(lead);
        this.caps = caps;
    }

    /** Takes in the record of an intent: what a delivery has taken, its end will say whether it keeps it. */
    void intended(Event intent) {
        if (intents.isEmpty()) {
            intents = new HashMap<>();
        }
        intents.put(intent.step().orElse(""), intent);
    }

    /** Takes in the record of a delivery's end. */
    void retrace(Event end, Outcome outcome) {
        String step = end.step().orElse("");
        Event taking = intents.getOrDefault(step, end);
        if (outcome == Outcome.SUCCESS || outcome == Outcome.UNKNOWN) {
            List<Due> leads =
                    caps.recorded(taking).stream().filter(Due::isTheLeads).toList();
            took(leads, new Holder(lead().account(), Offer.key(lead().id(), step) + ":lead"));
        }
    }

    /** The gates have let the lead in. */
    public void accepted(List<Due> due) {
        if (held.isEmpty() && due.size() == 1 && due.get(0).isTheLeads()) {
            held = due;
            return;
        }
        for (Due each : due) {
            if (each.cap().counts() == Cap.Counts.DELIVERED) {
                ofDeliveries = plus(ofDeliveries, each.cap());
            } else if (each.isTheLeads()) {
                held = plus(held, each);
            }
        }
    }

    /** A list of which there is mostly one thing, or nothing. */
    private static <T> List<T> plus(List<T> some, T more) {
        if (some.isEmpty()) {
            return List.of(more);
        }
        List<T> all = new ArrayList<>(some);
        all.add(more);
        return all;
    }

    /** Whether the lead has a place under the cap already. */
    private boolean hasMet(CapPlan cap) {
        return hasMet(held, cap) || hasMet(sold, cap);
    }

    private static boolean hasMet(List<Due> places, CapPlan cap) {
        return places.stream().anyMatch(place -> place.cap().key().equals(cap.key()));
    }

    /** A delivery that went well has taken places for the lead. */
    void took(List<Due> due, Holder holder) {
        if (!due.isEmpty()) {
            for (Due each : due) {
                sold = plus(sold, each);
            }
            alsoHeldBy = plus(alsoHeldBy, holder);
        }
    }

    /**
     * The caps under which a delivery takes a place: the recipient's, and those of flow and source that count deliveries.
     * A cap that counts leads and has this one already is left out.
     *
     * @param most what the delivery may earn
     */
    List<Due> atDelivery(CapSet recipients, Scope scope, At at, BigDecimal most) {
        if (recipients.isEmpty() && ofDeliveries.isEmpty()) {
            return List.of();
        }
        List<Due> due = new ArrayList<>(recipients.due(scope, at));
        due.removeIf(each -> each.isTheLeads() && hasMet(each.cap()));
        for (CapPlan cap : ofDeliveries) {
            if (due.stream().noneMatch(each -> each.cap().key().equals(cap.key()))) {
                due.add(new Due(cap, cap.span(at.instant()), 0));
            }
        }
        due.replaceAll(each -> each.taking(most));
        return due;
    }

    /** Who holds what the lead has taken at the gates. */
    Holder lead() {
        return lead.get(0);
    }

    /** Who holds what the lead has taken. */
    List<Holder> holders() {
        if (alsoHeldBy.isEmpty()) {
            return lead;
        }
        List<Holder> holders = new ArrayList<>(alsoHeldBy);
        holders.add(lead());
        return holders;
    }

    /** What the lead has taken counts, money at what the lead has cost in the end. */
    void commit(Changes changes, BigDecimal cost) {
        if (isAsReserved(cost)) {
            changes.commit(lead());
        } else {
            changes.release(lead());
            taken(cost).forEach(due -> changes.add(due.span().counter(), due.amount()));
        }
        for (Holder each : alsoHeldBy) {
            changes.commit(each);
        }
    }

    /** What the event tells of counters that get something else than was reserved. */
    Obj counted(BigDecimal cost) {
        return isAsReserved(cost) ? Obj.EMPTY : Counting.facts(taken(cost));
    }

    private List<Due> taken(BigDecimal cost) {
        return held.stream()
                .filter(due -> !due.isCountedAtOnce())
                .map(due -> due.taking(cost))
                .toList();
    }

    private boolean isAsReserved(BigDecimal cost) {
        for (Due due : held) {
            if (!due.isCountedAtOnce() && due.amount() != due.taking(cost).amount()) {
                return false;
            }
        }
        return true;
    }

    /** What the lead has taken is given back. */
    void release(Changes changes) {
        changes.release(lead());
        alsoHeldBy.forEach(changes::release);
    }
}
