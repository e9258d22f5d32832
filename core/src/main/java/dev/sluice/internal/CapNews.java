package dev.sluice.internal;

import dev.sluice.event.Event;
import dev.sluice.event.EventType;
import dev.sluice.internal.caps.CapPlan;
import dev.sluice.internal.caps.Due;
import dev.sluice.internal.record.Journal;
import dev.sluice.store.Changes;
import dev.sluice.store.Counter;
import dev.sluice.store.View;
import dev.sluice.types.At;
import dev.sluice.types.Missing;
import dev.sluice.types.Moment;
import dev.sluice.types.Num;
import dev.sluice.types.Obj;
import dev.sluice.types.Scope;
import dev.sluice.types.Shape;
import dev.sluice.types.Text;
import dev.sluice.types.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells once in each window that a cap is full, and counts whom it refuses. Part of a decision, so it may run again. */
public final class CapNews {
    private static final Shape FACTS =
            Shape.of("id", "name", "key", "window", "committed", "reserved", "limit", "resets_at");

    private final View view;
    private final Changes changes;
    private final Journal.Draft draft;
    private final Reader reader;

    /**
     * Whose lead it is.
     *
     * @param step the recipient; null at the gates
     */
    public record Reader(
            LeadRun run, Scope scope, At at, @Nullable String step) {}

    public CapNews(View view, Changes changes, Journal.Draft draft, Reader reader) {
        this.view = view;
        this.changes = changes;
        this.draft = draft;
        this.reader = reader;
    }

    /** Whether what was just taken is the last place of one of the caps. */
    public static boolean isAnyLast(List<Due> caps, View view) {
        for (int i = 0; i < caps.size(); i++) {
            if (isLast(caps.get(i), caps.get(i).span().sum(view))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isLast(Due due, Counter before) {
        return due.amount() > 0 && before.used() + due.amount() >= due.cap().limit();
    }

    /** What was just taken may have been the last place. */
    public void taken(List<Due> caps) {
        for (Due due : caps) {
            Counter before = due.span().sum(view);
            if (isLast(due, before)) {
                tell(due, due.isCountedAtOnce() ? before.add(due.amount()) : before.reserve(due.amount()));
            }
        }
    }

    /** A cap has refused the lead. */
    public void refused(Due full) {
        changes.add(full.span().refused(), 1);
        tell(full, full.span().sum(view));
    }

    private void tell(Due due, Counter count) {
        if (view.counter(due.span().reached()).committed() > 0) {
            return;
        }
        changes.add(due.span().reached(), 1);
        Event.Builder event = draft.next(EventType.CAP_REACHED, reader.at().instant())
                .entity(reader.run().source().entityId())
                .step(reader.step())
                .reason(due.cap().told(count.used()))
                .facts(facts(due, count));
        draft.add(event, reader.scope());
    }

    private Obj facts(Due due, Counter count) {
        CapPlan cap = due.cap();
        Value resets = due.span().resetsAt(view).<Value>map(Moment::of).orElse(Missing.MISSING);
        return Obj.of(
                FACTS,
                new Text(cap.cap().id()),
                new Text(cap.cap().label()),
                new Text(due.span().counter().key()),
                new Text(due.span().counter().window()),
                cap.number(count.committed()),
                cap.number(count.reserved()),
                Num.of(cap.cap().maximum()),
                resets);
    }
}
