package dev.sluice.internal.ping;

import dev.sluice.PingResult;
import dev.sluice.delivery.Outcome;
import dev.sluice.event.Event;
import dev.sluice.event.EventType;
import dev.sluice.internal.Hearing;
import dev.sluice.internal.LeadRun;
import dev.sluice.internal.caps.Counting;
import dev.sluice.internal.caps.PingPlan;
import dev.sluice.internal.record.Journal;
import dev.sluice.internal.record.Verdict;
import dev.sluice.store.Changes;
import dev.sluice.store.CounterKey;
import dev.sluice.store.Entry;
import dev.sluice.store.EntryKey;
import dev.sluice.store.Reads;
import dev.sluice.store.View;
import dev.sluice.types.At;
import dev.sluice.types.Bool;
import dev.sluice.types.Obj;
import dev.sluice.types.Text;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one ping writes: its count under the limits, and its event together with the bid. */
final class PingWrites {
    private static final String NO_BID = "no bid";

    private final LeadRun run;
    private final PingPlan pings;
    private final At at;

    PingWrites(LeadRun run, PingPlan pings) {
        this.run = run;
        this.pings = pings;
        this.at = run.at();
    }

    /**
     * What came of counting a ping.
     *
     * @param facts what its event tells of it
     */
    record Count(boolean isOver, Obj facts) {
        private static final Count NONE = new Count(false, Obj.EMPTY);
    }

    /** Counts the ping under all limits, or as refused under the first that is reached. */
    Count count() {
        if (pings.limits().isEmpty() || run.isTest()) {
            return Count.NONE;
        }
        List<CounterKey> counters = pings.limits().stream()
                .map(limit -> limit.counter(at.instant()))
                .toList();
        return run.write(Reads.counters(counters), this::count).decided();
    }

    private Count count(View view, Changes changes) {
        Counting counting = new Counting(changes);
        for (PingPlan.Limit limit : pings.limits()) {
            if (view.counter(limit.counter(at.instant())).used() >= limit.maximum()) {
                counting.add(limit.refused(at.instant()), 1);
                return new Count(true, counting.facts());
            }
        }
        pings.limits().forEach(limit -> counting.add(limit.counter(at.instant()), 1));
        return new Count(false, counting.facts());
    }

    PingResult limited(Count count) {
        Obj facts = Obj.EMPTY.with("ping_limit_reached", Bool.TRUE);
        Verdict verdict = Verdict.refuse(Outcome.FAILURE, "Ping limit reached", facts);
        run.journal()
                .addFull(
                        event(run.event(EventType.PING_RECEIVED, at), verdict, count),
                        run.plan().bare(run));
        run.write();
        run.awaitDurable();
        return PingResult.none(run.leadId(), verdict.outcome(), "Ping limit reached")
                .limited()
                .events(run.journal().events())
                .form(run.source().response().form())
                .build();
    }

    /** A decision, and the event that tells it. */
    private record Judged(Verdict verdict, Journal.Draft draft) {}

    /** Asks the questions of the gates, takes nothing, and keeps the bid if there is one. */
    PingResult bid(Hearing hearing, @Nullable Verdict refusal, Count count) {
        Judged judged = run.write(
                        hearing.reads(List.of()),
                        (view, changes) -> judge(verdict(hearing, refusal, view), count, changes))
                .decided();
        run.journal().accept(judged.draft());
        run.awaitDurable();
        return result(judged.verdict());
    }

    private Judged judge(Verdict verdict, Count count, Changes changes) {
        Journal.Draft draft = run.journal().draft();
        Event.Builder event = event(draft.next(EventType.PING_RECEIVED, at.instant()), verdict, count);
        draft.addFull(event, run.plan().bare(run));
        changes.append(run.journal().stream(), draft.events());
        if (verdict.accepted()) {
            changes.put(new Entry(quote(), "", at.instant(), validUntil()));
        }
        return new Judged(verdict, draft);
    }

    private static Verdict verdict(Hearing hearing, @Nullable Verdict refusal, View view) {
        for (Hearing.Asked asked : hearing.questions()) {
            Verdict answer = asked.question().refusal(view);
            if (answer != null) {
                return answer.at(asked.gate());
            }
        }
        if (refusal != null) {
            return refusal;
        }
        return hearing.price().signum() > 0
                ? Verdict.accept(hearing.price(), Obj.EMPTY)
                : Verdict.refuse(Outcome.FAILURE, NO_BID, Obj.EMPTY);
    }

    private Event.Builder event(Event.Builder event, Verdict verdict, Count count) {
        Obj facts = count.facts().isBlank()
                ? verdict.facts()
                : verdict.facts().with("counted", count.facts().get("counted"));
        return event.entity(run.source().entityId())
                .outcome(verdict.outcome())
                .reason(verdict.reason())
                .cost(verdict.accepted() ? verdict.price() : BigDecimal.ZERO)
                .facts(
                        verdict.accepted()
                                ? facts.with(
                                        "valid_until", new Text(validUntil().toString()))
                                : facts);
    }

    private EntryKey quote() {
        return new EntryKey(run.plan().account(), pings.quotes(), run.leadId());
    }

    private Instant validUntil() {
        return at.instant().plus(pings.validity());
    }

    private PingResult result(Verdict verdict) {
        String reason = verdict.reason() == null ? NO_BID : verdict.reason();
        PingResult.Builder result = verdict.accepted()
                ? PingResult.bid(run.leadId(), verdict.price(), validUntil())
                : PingResult.none(run.leadId(), verdict.outcome(), reason);
        return result.events(run.journal().events())
                .form(run.source().response().form())
                .build();
    }
}
