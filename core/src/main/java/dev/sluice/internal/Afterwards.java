package dev.sluice.internal;

import dev.sluice.delivery.DeliveryResult;
import dev.sluice.delivery.Outcome;
import dev.sluice.event.Event;
import dev.sluice.event.EventType;
import dev.sluice.internal.record.Chain;
import dev.sluice.internal.record.Facts;
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
        return run.missing();
    }

    /** The key of the latest delivery to a recipient. */
    public String key(RecipientPlan recipient) {
        return Handover.key(run.leadId(), recipient.id(), chain(recipient.id()).generation());
    }

    /** Settles a delivery that is unknown; after a failure the lead may go to those behind. */
    public List<Event> settle(RecipientPlan recipient, DeliveryResult answer, String by, Duration youngerThan) {
        int before = run.journal().size();
        new Settlement(run, recipient, chain(recipient.id())).make(answer, by);
        run.write();
        run.awaitDurable();
        Duration age = Duration.between(run.clock().start(), run.clock().wall());
        if (answer.outcome() == Outcome.FAILURE
                && age.compareTo(youngerThan) < 0
                && missing().isEmpty()) {
            offer(behind(recipient.id()));
        }
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

    /** The same, by the events alone. */
    public static boolean isOpen(JourneyState state) {
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

    /** Goes on with deliveries that were cut off, under the keys that they have, and with those whose next try is due. */
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
    private List<RecipientPlan> behind(String recipient) {
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
                .toList();
        List<String> sorted = new ArrayList<>(order);
        waiting.stream().filter(id -> !order.contains(id)).forEach(sorted::add);
        return sorted.stream()
                .filter(waiting::contains)
                .map(recipients.recipients()::get)
                .toList();
    }

    private void offer(List<RecipientPlan> behind) {
        for (RecipientPlan next : behind) {
            if (next.closed(run.at()) == null) {
                Outcome outcome = new Offer(run, next, 1).make().outcome();
                run.write();
                run.awaitDurable();
                if (outcome == Outcome.SUCCESS || outcome == Outcome.UNKNOWN) {
                    return;
                }
            }
        }
    }
}
