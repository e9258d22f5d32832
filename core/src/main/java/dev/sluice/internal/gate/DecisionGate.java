package dev.sluice.internal.gate;

import dev.sluice.delivery.Deadline;
import dev.sluice.delivery.Enrichment;
import dev.sluice.event.Event;
import dev.sluice.event.EventType;
import dev.sluice.internal.Calls;
import dev.sluice.internal.Gate;
import dev.sluice.internal.Hearing;
import dev.sluice.internal.LeadRun;
import dev.sluice.internal.gate.Inquiry.Answer;
import dev.sluice.internal.record.StepOutcome;
import dev.sluice.internal.record.Verdict;
import dev.sluice.types.Arr;
import dev.sluice.types.Bool;
import dev.sluice.types.Missing;
import dev.sluice.types.Num;
import dev.sluice.types.Obj;
import dev.sluice.types.Section;
import dev.sluice.types.Shape;
import dev.sluice.types.Text;
import dev.sluice.types.Value;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Looks a lead up with the services of the host before it is judged. Refuses nothing: without an answer there are no
 * data. What must not be asked twice is announced by an event that is durable before the question.
 */
public final class DecisionGate implements Gate {
    private static final Shape INTENT = Shape.of("look_up", "integration");
    private static final Shape FACTS = Shape.of(
            "key", "integration", "outcome", "reason", "duration_ms", "cost", "cache_hit", "fault", "request_digest");

    private final List<LookUpPlan> lookUps;
    private final Duration totalTimeout;

    public DecisionGate(List<LookUpPlan> lookUps, Duration totalTimeout) {
        this.lookUps = List.copyOf(lookUps);
        this.totalTimeout = totalTimeout;
    }

    @Override
    public @Nullable Verdict refusal(Hearing hearing) {
        List<LookUpPlan> due =
                lookUps.stream().filter(lookUp -> lookUp.concerns(hearing)).toList();
        List<LookUpPlan> asked =
                due.stream().filter(lookUp -> !lookUp.isForbidden(hearing)).toList();
        intend(asked, hearing.run());
        Deadline all = Deadline.in(totalTimeout, hearing.run().clock()::nanos);
        List<Supplier<Calls.Call<Answer>>> calls = new ArrayList<>(asked.size());
        asked.forEach(lookUp -> calls.add(() -> lookUp.inquiry(hearing).call(all)));
        List<Answer> answers = hearing.run().plan().calls().all(hearing.run(), calls, all);
        note(due, asked, answers, hearing);
        return null;
    }

    private void intend(List<LookUpPlan> asked, LeadRun run) {
        List<LookUpPlan> external = asked.stream()
                .filter(lookUp -> lookUp.needsIntent() && !run.past().isLookedUp(lookUp.key()))
                .toList();
        if (external.isEmpty()) {
            return;
        }
        external.forEach(lookUp -> {
            Event.Builder event = run.event(EventType.ENHANCEMENT_ATTEMPT, run.at());
            run.add(event.facts(Obj.of(
                    INTENT, new Text(lookUp.key()), new Text(lookUp.lookUp().enricher()))));
        });
        run.expect(totalTimeout);
        run.write();
        run.awaitDurable();
    }

    private static void note(List<LookUpPlan> due, List<LookUpPlan> asked, List<Answer> answers, Hearing hearing) {
        Obj decisions = hearing.scope().section(Section.DECISIONS);
        Obj faults = Obj.EMPTY;
        List<Value> facts = new ArrayList<>(due.size());
        for (LookUpPlan lookUp : due) {
            int place = asked.indexOf(lookUp);
            Answer answer = place < 0 ? Answer.of(Enrichment.error("Not asked in a preview")) : answers.get(place);
            decisions = decisions.with(lookUp.key(), data(answer.enrichment()));
            facts.add(facts(lookUp, answer));
            hearing.run().spend(answer.enrichment().cost());
            faults = answer.detail().isBlank() ? faults : faults.with(lookUp.key(), answer.detail());
        }
        if (!due.isEmpty()) {
            hearing.learn(Section.DECISIONS, decisions);
            hearing.note(() -> Obj.EMPTY.with("look_ups", Arr.of(facts)));
        }
        if (!faults.isBlank()) {
            hearing.detail(Obj.EMPTY.with("look_up_faults", faults));
        }
    }

    private static Obj data(Enrichment answer) {
        return answer.data().merge(StepOutcome.of(answer.outcome(), answer.reason()));
    }

    private static Obj facts(LookUpPlan lookUp, Answer answer) {
        Enrichment given = answer.enrichment();
        return Obj.of(
                FACTS,
                new Text(lookUp.key()),
                new Text(lookUp.lookUp().enricher()),
                new Text(given.outcome().text()),
                given.reason() == null ? Missing.MISSING : new Text(given.reason()),
                Num.of(answer.millis()),
                Num.of(given.cost()),
                given.cached() ? Bool.TRUE : Missing.MISSING,
                answer.fault() == null ? Missing.MISSING : new Text(answer.fault()),
                answer.digest());
    }
}
