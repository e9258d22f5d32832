package dev.sluice.internal.step;

import dev.sluice.delivery.Deadline;
import dev.sluice.delivery.Outcome;
import dev.sluice.event.EventType;
import dev.sluice.internal.Calls.Call;
import dev.sluice.internal.LeadRun;
import dev.sluice.internal.StepPlan;
import dev.sluice.internal.record.Past;
import dev.sluice.types.Arr;
import dev.sluice.types.At;
import dev.sluice.types.Obj;
import dev.sluice.types.Shape;
import dev.sluice.types.Text;
import dev.sluice.types.Value;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Asks several at once. Places and intents come first, with one wait until they are durable; then the calls, side by side
 * where the host has an executor; then what became of each, in the order of the list.
 */
public final class GroupPlan extends StepPlan {
    private static final Shape FACTS = Shape.of("steps");
    private static final Shape STEP = Shape.of("id", "outcome");
    private static final Duration FOREVER = Duration.ofDays(1);

    private final List<CallPlan> members;

    public GroupPlan(Position position, List<CallPlan> members) {
        super(position);
        this.members = List.copyOf(members);
    }

    @Override
    protected Way perform(LeadRun run, At at) {
        Map<CallPlan, Errand> errands = new LinkedHashMap<>();
        List<CallPlan> asked =
                members.stream().filter(member -> !member.isPassedOver(run, at)).toList();
        asked.forEach(member -> errands.put(member, member.errand(run, run.at())));
        call(run, errands.values().stream().filter(Errand::prepare).toList());
        Map<CallPlan, Outcome> outcomes = new LinkedHashMap<>();
        members.forEach(member -> outcomes.put(member, outcome(errands.get(member))));
        tell(run, outcomes);
        return onward();
    }

    @Override
    public List<String> mayHold(Past past) {
        return members.stream().flatMap(member -> member.mayHold(past).stream()).toList();
    }

    private static Outcome outcome(@Nullable Errand errand) {
        return errand == null ? Outcome.SKIP : errand.finish();
    }

    private static void call(LeadRun run, List<Errand> errands) {
        if (errands.stream().anyMatch(Errand::isExternal)) {
            run.awaitDurable();
        }
        List<Supplier<Call<Runnable>>> calls = new ArrayList<>(errands.size());
        errands.forEach(errand -> calls.add(errand::call));
        run.plan()
                .calls()
                .all(run, calls, Deadline.in(FOREVER, run.clock()::nanos))
                .forEach(Runnable::run);
    }

    private void tell(LeadRun run, Map<CallPlan, Outcome> outcomes) {
        List<Value> steps = new ArrayList<>(outcomes.size());
        outcomes.forEach((member, outcome) -> steps.add(Obj.of(STEP, new Text(member.id()), new Text(outcome.text()))));
        Outcome worst = worst(outcomes.values());
        run.data().stepEnded(id(), worst, null);
        run.add(run.event(EventType.GROUP_COMPLETED, run.at())
                .step(id())
                .outcome(worst)
                .facts(Obj.of(FACTS, Arr.of(steps)))
                .next(nextId()));
    }

    /** An error before a failure, before what nobody knows; a success when there is none of them. */
    private static Outcome worst(Collection<Outcome> outcomes) {
        return Stream.of(Outcome.ERROR, Outcome.FAILURE, Outcome.UNKNOWN)
                .filter(outcomes::contains)
                .findFirst()
                .orElse(Outcome.SUCCESS);
    }
}
