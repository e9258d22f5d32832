package dev.sluice.internal;

import dev.sluice.delivery.Effect;
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
import dev.sluice.types.At;
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
    private final At at;
    private final String key;
    private final int generation;
    private List<Due> caps;
    private final String nextId;

    /** @param most what the delivery may earn */
    Reservation(LeadRun run, Offer offer, BigDecimal most) {
        this.run = run;
        this.recipient = offer.recipient();
        this.at = offer.at();
        this.key = offer.key();
        this.generation = offer.generation();
        this.caps = run.places().atDelivery(recipient.caps(), run.scope(), at, most);
        this.nextId = offer.nextId();
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

    /** Who holds what the delivery takes. */
    private Holder delivery() {
        return new Holder(run.plan().account(), key);
    }

    /** Who holds what the delivery takes for the lead. */
    private Holder lead() {
        return new Holder(run.plan().account(), key + ":lead");
    }

    /** Takes the place, if there is one. The caller waits until that is durable. */
    Answer take() {
        if (caps.isEmpty() && !isExternal()) {
            return Answer.FREE;
        }
        run.expect(recipient.step().timeout());
        Decided decided = run.write(reads(), this::decide).decided();
        run.journal().accept(decided.draft());
        run.scope(decided.scope());
        if (decided.reason() == null && isExternal()) {
            LogContext.event(decided.draft().events().get(0));
        }
        return new Answer(Optional.ofNullable(decided.reason()), decided.facts());
    }

    private Reads reads() {
        List<Holder> holders = caps.isEmpty() ? List.of() : List.of(delivery(), lead());
        return new Reads(CapSet.counters(caps), List.of(), List.of(), holders, List.of());
    }

    /** The place that was taken with this intent. */
    Answer taken(Event intent) {
        caps = run.plan().caps().recorded(intent);
        LogContext.event(intent);
        return new Answer(Optional.empty(), intent.facts());
    }

    /** Whether the intent must be durable before the delivery. */
    boolean isExternal() {
        return recipient.plugin().effect() == Effect.EXTERNAL && !run.isPreview();
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
        if (isExternal()) {
            Event.Builder intent = news.draft().next(EventType.RECIPIENT_DELIVERY_ATTEMPT, at.instant());
            news.draft().add(recipient.event(run, intent, generation).facts(facts), run.scope());
        }
        if (!run.isTest()) {
            caps.forEach(due -> due.take(news.changes(), due.isTheLeads() ? lead() : delivery()));
            told(news).taken(caps);
        }
        return new Decided(null, run.scope(), news.draft(), facts);
    }

    private Decided refused(Due full, GateNews news) {
        String reason = full.cap().reason(full, news.view(), run.scope(), at);
        Scope ended = run.withStep(recipient.id(), Outcome.SKIP, reason);
        Obj facts = Obj.EMPTY
                .with("caps_reached", Bool.TRUE)
                .with("buyer", new Text(recipient.step().recipientName()))
                .with("cap", full.facts(news.view()));
        if (!run.isTest()) {
            told(news).refused(full);
        }
        Event.Builder event = recipient
                .event(run, news.draft().next(EventType.RECIPIENT_FAILED, at.instant()), generation)
                .outcome(Outcome.SKIP)
                .reason(reason)
                .facts(facts)
                .next(nextId);
        news.draft().add(event, ended);
        return new Decided(reason, ended, news.draft(), facts);
    }

    private CapNews told(GateNews news) {
        CapNews.Reader reader = new CapNews.Reader(run, run.scope(), at, recipient.id());
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
            run.places().took(leads, lead());
            return commit(earned);
        } else if (outcome == Outcome.UNKNOWN) {
            run.places().took(leads, lead());
        } else {
            run.settle(List.of(delivery(), lead()), changes -> {
                changes.release(delivery());
                changes.release(lead());
            });
        }
        return Obj.EMPTY;
    }

    private Obj commit(BigDecimal earned) {
        List<Due> reserved = caps.stream()
                .filter(due -> due.cap().counts() == Cap.Counts.DELIVERED)
                .toList();
        if (reserved.stream().allMatch(due -> due.equals(due.taking(earned)))) {
            run.settle(List.of(delivery()), changes -> changes.commit(delivery()));
            return Obj.EMPTY;
        }
        List<Due> taken = reserved.stream().map(due -> due.taking(earned)).toList();
        run.settle(List.of(delivery()), changes -> {
            changes.release(delivery());
            taken.forEach(due -> changes.add(due.span().counter(), due.amount()));
        });
        return Counting.facts(taken);
    }
}
