package dev.sluice.internal;

import dev.sluice.event.Event;
import dev.sluice.event.EventType;
import dev.sluice.internal.record.Journal;
import dev.sluice.internal.record.Verdict;
import dev.sluice.store.Changes;
import dev.sluice.store.View;
import dev.sluice.types.Obj;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The write that takes or refuses a lead: the answers to the gates' questions, what they change, and the event that tells it. */
final class GateWrite implements BiFunction<View, Changes, GateWrite.Judged> {
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
    record Judged(Verdict verdict, Journal.Draft draft) {
        boolean isEnd() {
            return !verdict.accepted();
        }
    }

    Verdict perform() {
        Judged judged = run.write(hearing.reads(run.places().holders()), this, Judged::isEnd)
                .decided();
        run.journal().accept(judged.draft());
        Verdict verdict = judged.verdict();
        if (verdict.accepted()) {
            run.sales().deal(hearing.deal());
            run.scope(hearing.scope());
            for (Hearing.Asked asked : questions) {
                asked.question().settled(run);
            }
        }
        return verdict;
    }

    @Override
    public Judged apply(View view, Changes changes) {
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
        Event.Builder event = event(news.draft(), verdict).factsLater(hearing.facts(facts(news.view())));
        news.draft().addFull(event, hearing.scope());
        if (!run.isTest()) {
            for (int i = 0; i < questions.size(); i++) {
                questions.get(i).question().take(news.changes());
            }
            for (int i = 0; i < questions.size(); i++) {
                questions.get(i).question().told(news);
            }
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
        Obj facts = verdict.facts().merge(news.counting().facts());
        Event.Builder event = event(news.draft(), verdict).factsLater(hearing.facts(() -> facts));
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
                .detail(run.mappingDetail().merge(hearing.detail()));
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
            return Verdict.accept(hearing.price(), Obj.EMPTY);
        }
        return refusing == null ? answer : answer.at(refusing.gate());
    }

    /** What the questions say of a lead that is taken. */
    private Supplier<Obj> facts(View view) {
        Supplier<Obj> facts = Question.NO_FACTS;
        for (Hearing.Asked asked : questions) {
            facts = Question.both(facts, asked.question().facts(view));
        }
        return facts;
    }
}
