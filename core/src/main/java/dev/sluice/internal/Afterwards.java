package dev.sluice.internal;

import dev.sluice.delivery.DeliveryResult;
import dev.sluice.delivery.Outcome;
import dev.sluice.event.Event;
import dev.sluice.event.EventType;
import dev.sluice.internal.record.Chain;
import dev.sluice.internal.record.Facts;
import dev.sluice.types.Obj;
import dev.sluice.types.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What is done about the deliveries of one lead that has come to its end. Used by one thread. */
public final class Afterwards {
    /** Why a contender was passed over that gets the lead when the delivery before it failed after all. */
    public static final String UNKNOWN_BEFORE = "An earlier delivery is unknown";

    private static final String BIDS = "bids";

    private final LeadRun run;
    private final Queued recipients;

    public Afterwards(LeadRun run) {
        this.run = run;
        this.recipients = run.plan().further();
    }

    /** The tries of the latest delivery to a recipient. */
    public Chain chain(String recipient) {
        return run.chain(recipient);
    }

    /** Whether the flow has such a recipient. */
    public Optional<RecipientPlan> recipient(String id) {
        return Optional.ofNullable(recipients.recipients().get(id));
    }

    /** The fields whose values are gone. */
    public List<String> missing() {
        return run.data().missing();
    }

    /** The key of the latest delivery to a recipient. */
    public String key(RecipientPlan recipient) {
        return Handover.key(run.leadId(), recipient.id(), chain(recipient.id()).generation());
    }

    /** Settles a delivery that is unknown; after a failure the lead may go to those behind. */
    public List<Event> settle(RecipientPlan recipient, DeliveryResult answer, String by, Duration youngerThan) {
        int before = run.journal().size();
        Behind behind = new Behind(behind(recipient.id()), youngerThan);
        boolean goesOn = answer.outcome() == Outcome.FAILURE
                && missing().isEmpty()
                && next(behind).isPresent();
        new Settlement(run, recipient, chain(recipient.id())).make(answer, by, goesOn ? behind.facts() : Obj.EMPTY);
        run.write();
        run.awaitDurable();
        offer();
        end();
        return added(before);
    }

    /** Delivers anew, under the next key. */
    public List<Event> again(RecipientPlan recipient) {
        int before = run.journal().size();
        new Offer(run, recipient, chain(recipient.id()).generation() + 1).make();
        end();
        return added(before);
    }

    /** Whether a delivery has begun and not ended. */
    public boolean isOpen() {
        return !open().isEmpty();
    }

    /** Whether something is left to do, by the events alone: a delivery is open, or somebody is still to be asked. */
    public static boolean isLeft(JourneyState state, Instant now) {
        List<Event> events = state.events();
        if (Behind.of(events).next(events, now).isPresent()) {
            return true;
        }
        return state.events().stream()
                .flatMap(event -> event.step().stream())
                .distinct()
                .anyMatch(step -> Chain.of(state.events(), step).isOpen());
    }

    private List<RecipientPlan> open() {
        return recipients.recipients().values().stream()
                .filter(recipient -> chain(recipient.id()).isOpen())
                .toList();
    }

    /**
     * Goes on with deliveries that were cut off, under the keys that they have, with those whose next try is due, and with those
     * behind a settled failure who were not asked yet.
     */
    public List<Event> goOn() {
        int before = run.journal().size();
        for (RecipientPlan recipient : open()) {
            Chain chain = chain(recipient.id());
            if (chain.isCutOff() || !chain.due().isAfter(run.clock().wall())) {
                new Offer(run, recipient, chain).again();
                run.write();
                run.awaitDurable();
            }
        }
        offer();
        end();
        return added(before);
    }

    /** Leaves deliveries unknown that were cut off and cannot be made again. */
    public List<Event> leaveOpen() {
        int before = run.journal().size();
        recipients.leaveOpen(run);
        end();
        return added(before);
    }

    /** Writes what is left: the lead is nobody's any more, or waits for its next try. */
    private void end() {
        Optional<Instant> due =
                open().stream().map(recipient -> chain(recipient.id()).due()).min(Comparator.naturalOrder());
        if (due.isPresent()) {
            run.park(due.get());
        } else {
            run.writeLast();
        }
        run.awaitDurable();
    }

    private List<Event> added(int before) {
        return List.copyOf(run.journal().events().subList(before, run.journal().size()));
    }

    /** Whether somebody else got the lead at the distribution that the recipient stands at. */
    public boolean isSoldBeside(String recipient) {
        return distribution(recipient)
                .filter(end -> Facts.all(end.facts().get("candidates")).stream()
                        .anyMatch(each -> hasTaken(each.part("id").text())))
                .isPresent();
    }

    private boolean hasTaken(String recipient) {
        Chain chain = chain(recipient);
        return !chain.isEmpty() && chain.endedAs(Outcome.SUCCESS);
    }

    private Optional<Event> distribution(String recipient) {
        return run.journal().events().stream()
                .filter(event -> event.type().equals(EventType.DISTRIBUTE_COMPLETED)
                        && candidates(event).stream()
                                .anyMatch(each -> each.part("id").text().equals(recipient)))
                .findFirst();
    }

    private static List<Value> candidates(Event end) {
        return Facts.all(end.facts().get("candidates"));
    }

    /** Who was not asked because of the delivery that is settled now, in the order in which they would have been. */
    private List<String> behind(String recipient) {
        Optional<Event> end = distribution(recipient);
        if (end.isEmpty()) {
            return List.of();
        }
        List<String> order = new ArrayList<>();
        for (Event event : run.journal().events()) {
            if (event.type().equals(EventType.DISTRIBUTE_PLANNED)
                    && event.step().equals(end.get().step())) {
                if (!event.facts().get(BIDS).isMissing()) {
                    return List.of();
                }
                order.addAll(Facts.texts(event.facts().get("order")));
            }
        }
        List<String> waiting = candidates(end.get()).stream()
                .filter(each -> each.part("reason").text().equals(UNKNOWN_BEFORE))
                .map(each -> each.part("id").text())
                .filter(each -> chain(each).isEmpty())
                .toList();
        List<String> sorted = new ArrayList<>(order);
        waiting.stream().filter(id -> !order.contains(id)).forEach(sorted::add);
        return sorted.stream().filter(waiting::contains).toList();
    }

    /** Asks those behind a settled failure, until one has the lead or may have it; values that are gone cannot be sent. */
    private void offer() {
        Behind behind = Behind.of(run.journal().events());
        Optional<RecipientPlan> next = missing().isEmpty() ? next(behind) : Optional.empty();
        while (next.isPresent()) {
            offer(next.get());
            run.write();
            run.awaitDurable();
            next = next(behind);
        }
    }

    private Optional<RecipientPlan> next(Behind behind) {
        return behind.next(run.journal().events(), run.clock().wall()).flatMap(this::recipient);
    }

    private void offer(RecipientPlan next) {
        String closed = next.closed(run.at());
        if (closed == null) {
            new Offer(run, next, 1).make();
        } else {
            new Handover(run, next, 1, run.at(), Steps.END).passedOver(closed);
        }
    }
}
