package dev.sluice.internal.step;

import dev.sluice.delivery.Outcome;
import dev.sluice.event.Event;
import dev.sluice.event.EventType;
import dev.sluice.flow.ListStep;
import dev.sluice.internal.LeadData;
import dev.sluice.internal.LeadRun;
import dev.sluice.internal.StepPlan;
import dev.sluice.internal.digest.Tokens;
import dev.sluice.internal.lists.ListTask;
import dev.sluice.internal.lists.ListText;
import dev.sluice.internal.record.Journal;
import dev.sluice.internal.record.PreviewStore;
import dev.sluice.internal.record.StepOutcome;
import dev.sluice.store.Changes;
import dev.sluice.store.View;
import dev.sluice.types.At;
import dev.sluice.types.Obj;
import dev.sluice.types.Scope;
import dev.sluice.types.Shape;
import dev.sluice.types.Text;
import java.util.List;
import java.util.Optional;

/** Looks values up in lists or changes a list, in one write with the event that tells of it. */
public final class ListPlan extends StepPlan {
    private static final Shape FACTS = Shape.of("integration", "key", "list");

    private final ListStep step;
    private final List<ListText> values;
    private final Tokens tokens;
    private final ListTask task;

    public ListPlan(Position position, ListStep step, List<ListText> values, Tokens tokens, ListTask task) {
        super(position);
        this.step = step;
        this.values = List.copyOf(values);
        this.tokens = tokens;
        this.task = task;
    }

    /** The event, and the data after it. */
    private record Done(Journal.Draft draft, Scope scope) {}

    @Override
    protected Way perform(LeadRun run, At at) {
        List<Optional<String>> sought = values.stream()
                .map(value -> value.of(run.scope(), at).map(tokens::of))
                .toList();
        Done done = run.write(task.reads(sought), (view, changes) -> done(run, at, sought, view, changes))
                .decided();
        run.journal().accept(done.draft());
        run.scope(done.scope());
        return onward();
    }

    private Done done(LeadRun run, At at, List<Optional<String>> sought, View view, Changes changes) {
        ListTask.Result result = task.perform(view, run.isTest() ? PreviewStore.NOWHERE : changes, sought, at);
        Outcome outcome = result.reason() == null ? Outcome.SUCCESS : Outcome.FAILURE;
        Obj answer = result.data().merge(StepOutcome.of(outcome, result.reason()));
        Scope after = LeadData.appended(run.data().withStep(id(), outcome, result.reason()), step.key(), answer);
        Journal.Draft draft = run.journal().draft();
        draft.add(event(draft, at, result, outcome).entity(run.source().entityId()), after);
        changes.append(run.journal().stream(), draft.events());
        return new Done(draft, after);
    }

    private Event.Builder event(Journal.Draft draft, At at, ListTask.Result result, Outcome outcome) {
        EventType type = outcome == Outcome.SUCCESS ? EventType.ENHANCEMENT_SUCCESS : EventType.ENHANCEMENT_FAILURE;
        Obj facts = Obj.of(
                FACTS, new Text(step.operation().integration()), new Text(step.key()), new Text(step.listName()));
        return draft.next(type, at.instant())
                .step(id())
                .outcome(outcome)
                .reason(result.reason())
                .facts(facts.merge(result.data()))
                .next(nextId());
    }
}
