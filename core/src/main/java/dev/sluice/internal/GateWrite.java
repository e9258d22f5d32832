package dev.sluice.internal;

import dev.sluice.event.Event;
import dev.sluice.event.EventType;
import dev.sluice.internal.record.Journal;
import dev.sluice.internal.record.Verdict;
import dev.sluice.store.Changes;
import dev.sluice.store.CounterKey;
import dev.sluice.store.EntryKey;
import dev.sluice.store.Holder;
import dev.sluice.store.Reads;
import dev.sluice.store.View;
import dev.sluice.types.Obj;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The write that takes or refuses a lead: the answers to the gates' questions, what they change, and the event that tells it. */
final class GateWrite {
    private final LeadRun run;
    private final Hearing hearing;
    private final List<Hearing.Asked> questions;
    private final @Nullable Verdict refusal;

    /** @param refusal of a gate that needs no answer; counts when the questions before it have nothing against the lead */
    GateWrite(Hearing hearing, @Nullable Verdict refusal) {
        this.run = hearing.run();
        this.hearing = hearing;
        this.questions = hearing.questions();
        this.refusal = refusal;
    }

    /** A decision, and the event that tells it. */
    private record Judged(Verdict verdict, Journal.Draft draft) {}

    Verdict perform() {
        Judged judged = run.write(reads(), this::judge, each -> !each.verdict().accepted())
                .decided();
        run.journal().accept(judged.draft());
        Verdict verdict = judged.verdict();
        if (verdict.accepted()) {
            run.deal(hearing.deal());
            run.scope(hearing.scope());
            questions.forEach(asked -> asked.question().settled(run));
        }
        return verdict;
    }

    private Reads reads() {
        if (questions.isEmpty()) {
            return Reads.NONE;
        }
        List<CounterKey> counters = new ArrayList<>();
        List<EntryKey> entries = new ArrayList<>();
        for (Hearing.Asked asked : questions) {
            counters.addAll(asked.question().counters());
            entries.addAll(asked.question().entries());
        }
        List<Holder> holders = counters.isEmpty() ? List.of() : List.of(run.holder());
        return new Reads(counters, entries, List.of(), holders, List.of());
    }

    private Judged judge(View view, Changes changes) {
        Hearing.Asked refusing = refusing(view);
        Verdict verdict = verdict(refusing, view);
        Journal.Draft draft = run.journal().draft();
        GateNews news = new GateNews(view, changes, draft);
        if (verdict.accepted()) {
            take(verdict, news);
        } else {
            refuse(verdict, refusing, news);
        }
        changes.append(run.journal().stream(), draft.events());
        return new Judged(verdict, draft);
    }

    private void take(Verdict verdict, GateNews news) {
        news.draft().addFull(event(news.draft(), verdict), hearing.scope());
        if (!run.isTest()) {
            questions.forEach(asked -> asked.question().take(news.changes()));
            questions.forEach(asked -> asked.question().told(news));
        }
    }

    private void refuse(Verdict verdict, Hearing.@Nullable Asked refusing, GateNews news) {
        for (Hearing.Asked asked : run.isTest() ? List.<Hearing.Asked>of() : questions) {
            if (asked == refusing) {
                asked.question().refused(news);
            } else {
                asked.question().passedOver(news);
            }
        }
        Event.Builder event = event(news.draft(), verdict);
        Obj counted = news.counting().facts();
        if (!counted.isBlank()) {
            event.fact("counted", counted.get("counted"));
        }
        news.draft().addFull(event, run.scope());
    }

    private Event.Builder event(Journal.Draft draft, Verdict verdict) {
        boolean accepted = verdict.accepted();
        EventType type = accepted ? EventType.SOURCE_ACCEPTED : EventType.SOURCE_REJECTED;
        return draft.next(type, hearing.at().instant())
                .entity(run.source().entityId())
                .outcome(verdict.outcome())
                .reason(verdict.reason())
                .cost(accepted ? verdict.price() : BigDecimal.ZERO)
                .next(accepted ? run.plan().steps().first() : null)
                .facts(
                        hearing.facts().isBlank()
                                ? verdict.facts()
                                : hearing.facts().merge(verdict.facts()))
                .detail(run.mappingFaults().detail().merge(hearing.detail()));
    }

    /** The first question whose answer is no; null when all are yes. */
    private Hearing.@Nullable Asked refusing(View view) {
        for (Hearing.Asked asked : questions) {
            if (asked.question().refusal(view) != null) {
                return asked;
            }
        }
        return null;
    }

    private Verdict verdict(Hearing.@Nullable Asked refusing, View view) {
        Verdict answer = refusing == null ? refusal : refusing.question().refusal(view);
        if (answer == null) {
            return Verdict.accept(hearing.price(), facts(view));
        }
        return refusing == null ? answer : answer.at(refusing.gate());
    }

    private Obj facts(View view) {
        Obj facts = Obj.EMPTY;
        for (Hearing.Asked asked : questions) {
            Obj more = asked.question().facts(view);
            facts = facts.isBlank() ? more : facts.merge(more);
        }
        return facts;
    }
}
