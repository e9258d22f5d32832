package dev.sluice.internal;

import dev.sluice.event.Event;
import dev.sluice.event.EventType;
import dev.sluice.store.Changes;
import dev.sluice.store.CounterKey;
import dev.sluice.store.EntryKey;
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
        Judged judged = run.write(reads(), this::judge).decided();
        run.journal().accept(judged.draft());
        Verdict verdict = judged.verdict();
        if (verdict.accepted()) {
            run.cost(verdict.price());
            run.scope(hearing.scope());
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
        return new Reads(counters, entries, List.of(), List.of(), List.of());
    }

    private Judged judge(View view, Changes changes) {
        Verdict verdict = verdict(view);
        boolean accepted = verdict.accepted();
        Journal.Draft draft = run.journal().draft();
        draft.addFull(event(draft, verdict), accepted ? hearing.scope() : run.scope());
        changes.append(run.journal().stream(), draft.events());
        if (accepted && !run.isTest()) {
            questions.forEach(asked -> asked.question().take(changes));
        }
        return new Judged(verdict, draft);
    }

    private Event.Builder event(Journal.Draft draft, Verdict verdict) {
        boolean accepted = verdict.accepted();
        EventType type = accepted ? EventType.SOURCE_ACCEPTED : EventType.SOURCE_REJECTED;
        return draft.next(type, hearing.at().instant())
                .entity(run.source().entityId())
                .outcome(verdict.outcome())
                .reason(verdict.reason())
                .cost(accepted ? verdict.price() : BigDecimal.ZERO)
                .facts(verdict.facts())
                .detail(run.mappingFaults().detail());
    }

    private Verdict verdict(View view) {
        for (Hearing.Asked asked : questions) {
            Verdict answer = asked.question().refusal(view);
            if (answer != null) {
                return answer.at(asked.gate());
            }
        }
        return refusal == null ? Verdict.accept(hearing.price(), facts(view)) : refusal;
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
