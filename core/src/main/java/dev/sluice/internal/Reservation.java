package dev.sluice.internal;

import dev.sluice.delivery.Outcome;
import dev.sluice.event.Event;
import dev.sluice.event.EventType;
import dev.sluice.flow.Cap;
import dev.sluice.internal.caps.CapSet;
import dev.sluice.internal.caps.Counting;
import dev.sluice.internal.caps.Due;
import dev.sluice.internal.record.Journal;
import dev.sluice.store.Changes;
import dev.sluice.store.Holder;
import dev.sluice.store.Reads;
import dev.sluice.store.View;
import dev.sluice.types.Bool;
import dev.sluice.types.Obj;
import dev.sluice.types.Scope;
import dev.sluice.types.Text;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A place for one lead under all caps that concern a delivery, and the intent to deliver: one write, which must
 * be durable before anything leaves. A place is kept when the delivery succeeds, given back when it does not, and left open when nobody knows.
 */
final class Reservation {
    private final LeadRun run;
    private final RecipientPlan recipient;
    private final Handover handover;
    private List<Due> caps;

    /** @param most what the delivery may earn */
    Reservation(Handover handover, BigDecimal most) {
        this.run = handover.run();
        this.recipient = handover.recipient();
        this.handover = handover;
        this.caps = run.places().atDelivery(recipient.caps(), run.scope(), handover.at(), most);
    }

    /**
     * A decision about the caps.
     *
     * @param reason why there is no place; null when there is
     * @param scope the data afterwards
     * @param facts where the caps stood
     */
    private record Decided(@Nullable String reason, Scope scope, Journal.Draft draft, Obj facts) {}

    /**
     * An answer to the wish for a place.
     *
     * @param refusal why there is none; empty when it was taken
     * @param facts where the caps stood
     */
    record Answer(Optional<String> refusal, Obj facts) {
        /** A place where nothing is limited. */
        static final Answer FREE = new Answer(Optional.empty(), Obj.EMPTY);
    }

    /** Takes the place, if there is one. The caller waits until that is durable. */
    Answer take() {
        if (caps.isEmpty() && !handover.isExternal()) {
            return Answer.FREE;
        }
        run.expect(recipient.step().timeout());
        Decided decided = run.write(reads(), this::decide).decided();
        run.journal().accept(decided.draft());
        run.scope(decided.scope());
        if (decided.reason() == null && handover.isExternal()) {
            LogContext.event(decided.draft().events().get(0));
        }
        return new Answer(Optional.ofNullable(decided.reason()), decided.facts());
    }

    private Reads reads() {
        List<Holder> holders = caps.isEmpty() ? List.of() : List.of(handover.holder(), handover.leadHolder());
        return new Reads(CapSet.counters(caps), List.of(), List.of(), holders, List.of());
    }

    /** The place that was taken with this intent. */
    Answer taken(Event intent) {
        caps = run.plan().caps().recorded(intent);
        LogContext.event(intent);
        return new Answer(Optional.empty(), intent.facts());
    }

    private Decided decide(View view, Changes changes) {
        Due full = CapSet.full(caps, view);
        Journal.Draft draft = run.journal().draft();
        GateNews news = new GateNews(view, changes, draft);
        Decided decided = full == null ? granted(news) : refused(full, news);
        if (!draft.events().isEmpty()) {
            changes.append(run.journal().stream(), draft.events());
        }
        return decided;
    }

    private Decided granted(GateNews news) {
        Obj facts = CapSet.facts(caps, news.view()).get();
        if (handover.isExternal()) {
            Event.Builder intent = news.draft()
                    .next(EventType.RECIPIENT_DELIVERY_ATTEMPT, handover.at().instant());
            news.draft().add(handover.event(intent).facts(facts), run.scope());
        }
        if (!run.isTest()) {
            caps.forEach(due -> due.take(news.changes(), due.isTheLeads() ? handover.leadHolder() : handover.holder()));
            told(news).taken(caps);
        }
        return new Decided(null, run.scope(), news.draft(), facts);
    }

    private Decided refused(Due full, GateNews news) {
        String reason = full.cap().reason(full, news.view(), run.scope(), handover.at());
        Scope ended = run.data().withStep(recipient.id(), Outcome.SKIP, reason);
        Obj facts = Obj.EMPTY
                .with("caps_reached", Bool.TRUE)
                .with("buyer", new Text(recipient.step().recipientName()))
                .with("cap", full.facts(news.view()));
        if (!run.isTest()) {
            told(news).refused(full);
        }
        Event.Builder event = handover.event(news.draft()
                        .next(EventType.RECIPIENT_FAILED, handover.at().instant()))
                .outcome(Outcome.SKIP)
                .reason(reason)
                .facts(facts)
                .next(handover.nextId());
        news.draft().add(event, ended);
        return new Decided(reason, ended, news.draft(), facts);
    }

    private CapNews told(GateNews news) {
        CapNews.Reader reader = new CapNews.Reader(run, run.scope(), handover.at(), recipient.id());
        return new CapNews(news.view(), news.changes(), news.draft(), reader);
    }

    /**
     * Keeps the place, gives it back or leaves it open, as the delivery came out.
     *
     * @param earned what counts of it as money
     * @return what the event tells of counters that got something else than was reserved
     */
    Obj settle(Outcome outcome, BigDecimal earned) {
        if (caps.isEmpty() || run.isTest()) {
            return Obj.EMPTY;
        }
        List<Due> leads = caps.stream().filter(Due::isTheLeads).toList();
        if (outcome == Outcome.SUCCESS) {
            run.places().took(leads, handover.leadHolder());
            return commit(earned);
        } else if (outcome == Outcome.UNKNOWN) {
            run.places().took(leads, handover.leadHolder());
        } else {
            run.settle(List.of(handover.holder(), handover.leadHolder()), changes -> {
                changes.release(handover.holder());
                changes.release(handover.leadHolder());
            });
        }
        return Obj.EMPTY;
    }

    private Obj commit(BigDecimal earned) {
        List<Due> reserved = caps.stream()
                .filter(due -> due.cap().counts() == Cap.Counts.DELIVERED)
                .toList();
        if (reserved.stream().allMatch(due -> due.equals(due.taking(earned)))) {
            run.settle(List.of(handover.holder()), changes -> changes.commit(handover.holder()));
            return Obj.EMPTY;
        }
        List<Due> taken = reserved.stream().map(due -> due.taking(earned)).toList();
        run.settle(List.of(handover.holder()), changes -> {
            changes.release(handover.holder());
            taken.forEach(due -> changes.add(due.span().counter(), due.amount()));
        });
        return Counting.facts(taken);
    }
}
