package dev.sluice.internal;

import dev.sluice.delivery.Effect;
import dev.sluice.delivery.Outcome;
import dev.sluice.event.Event;
import dev.sluice.event.EventType;
import dev.sluice.store.Changes;
import dev.sluice.store.Counter;
import dev.sluice.store.Holder;
import dev.sluice.store.Reads;
import dev.sluice.store.View;
import dev.sluice.types.At;
import dev.sluice.types.Bool;
import dev.sluice.types.Obj;
import dev.sluice.types.Scope;
import dev.sluice.types.Text;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A place for one lead under a recipient's caps, and the intent to deliver: one write, durable before anything leaves. A
 * place is kept when the delivery succeeds, given back when it does not, and left open when nobody knows.
 */
final class Reservation {
    private final LeadRun run;
    private final RecipientPlan recipient;
    private final At at;
    private final Holder holder;
    private final List<CapSet.Due> caps;
    private final String nextId;

    Reservation(LeadRun run, RecipientPlan recipient, At at, String key, String nextId) {
        this.run = run;
        this.recipient = recipient;
        this.at = at;
        this.holder = new Holder(run.plan().account(), key);
        this.caps = recipient.caps().due(run.scope(), at);
        this.nextId = nextId;
    }

    /**
     * A decision about the caps.
     *
     * @param reason why there is no place; null when there is
     * @param scope the data afterwards
     */
    private record Decided(@Nullable String reason, Scope scope, Journal.Draft draft) {}

    /** Takes the place; gives the reason when there is none. */
    Optional<String> take() {
        if (caps.isEmpty() && !isExternal()) {
            return Optional.empty();
        }
        Decided decided =
                run.write(Reads.counters(CapSet.counters(caps)), this::decide).decided();
        run.journal().accept(decided.draft());
        run.scope(decided.scope());
        if (decided.reason() == null && isExternal()) {
            LogContext.event(decided.draft().events().get(0));
            run.awaitDurable();
        }
        return Optional.ofNullable(decided.reason());
    }

    private boolean isExternal() {
        return recipient.plugin().effect() == Effect.EXTERNAL && !run.isPreview();
    }

    private Decided decide(View view, Changes changes) {
        CapSet.Due full = CapSet.full(caps, view);
        Journal.Draft draft = run.journal().draft();
        Decided decided = full == null ? granted(changes, draft) : refused(full, view, draft);
        if (!draft.events().isEmpty()) {
            changes.append(run.journal().stream(), draft.events());
        }
        return decided;
    }

    private Decided granted(Changes changes, Journal.Draft draft) {
        if (!run.isTest()) {
            caps.forEach(due -> changes.reserve(holder, due.counter(), 1));
        }
        if (isExternal()) {
            draft.add(
                    recipient.event(run, draft.next(EventType.RECIPIENT_DELIVERY_ATTEMPT, at.instant())), run.scope());
        }
        return new Decided(null, run.scope(), draft);
    }

    private Decided refused(CapSet.Due full, View view, Journal.Draft draft) {
        Counter count = view.counter(full.counter());
        String reason = full.cap().reason(full, count, run.scope(), at);
        Scope ended = run.withStep(recipient.id(), Outcome.SKIP, reason);
        Obj facts = Obj.EMPTY
                .with("caps_reached", Bool.TRUE)
                .with("buyer", new Text(recipient.step().recipientName()))
                .with("cap", CapSet.facts(full, count));
        Event.Builder event = recipient
                .event(run, draft.next(EventType.RECIPIENT_FAILED, at.instant()))
                .outcome(Outcome.SKIP)
                .reason(reason)
                .facts(facts)
                .next(nextId);
        draft.add(event, ended);
        return new Decided(reason, ended, draft);
    }

    /** Keeps the place, gives it back or leaves it open, as the delivery came out. */
    void settle(Outcome outcome) {
        if (caps.isEmpty() || run.isTest()) {
            return;
        }
        if (outcome == Outcome.SUCCESS) {
            run.settle(changes -> changes.commit(holder));
        } else if (outcome != Outcome.UNKNOWN) {
            run.settle(changes -> changes.release(holder));
        }
    }
}
