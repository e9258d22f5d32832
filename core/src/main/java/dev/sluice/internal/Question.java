package dev.sluice.internal;

import dev.sluice.internal.record.Verdict;
import dev.sluice.store.Changes;
import dev.sluice.store.CounterKey;
import dev.sluice.store.EntryKey;
import dev.sluice.store.View;
import dev.sluice.types.Obj;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a gate must know of other leads before it can answer: of two leads that race, exactly one gets the yes. Asked
 * inside a write, so it is pure and may be asked again.
 */
public interface Question {
    /** Nothing to say. */
    Supplier<Obj> NO_FACTS = () -> Obj.EMPTY;

    /** Both facts; where both say something, the later. */
    static Supplier<Obj> both(Supplier<Obj> some, Supplier<Obj> more) {
        if (some == NO_FACTS || more == NO_FACTS) {
            return some == NO_FACTS ? more : some;
        }
        return new Both(some, more);
    }

    /** Facts of two, where both say something the later. */
    record Both(Supplier<Obj> some, Supplier<Obj> more) implements Supplier<Obj> {
        @Override
        public Obj get() {
            return some.get().merge(more.get());
        }
    }

    /** The counters that it looks at. */
    default List<CounterKey> counters() {
        return List.of();
    }

    /** The entries of lists that it looks at. */
    default List<EntryKey> entries() {
        return List.of();
    }

    /** Why the lead is not taken; null when nothing speaks against it. */
    @Nullable Verdict refusal(View view);

    /**
     * What the event of a lead that is taken says of this question: looks at the view now, and makes the facts when they
     * are first read, on any thread.
     */
    default Supplier<Obj> facts(View view) {
        return NO_FACTS;
    }

    /** What changes when the lead is taken. */
    void take(Changes changes);

    /** Further events behind the one that says that the lead is taken. */
    default void told(GateNews news) {}

    /** What changes when this question refuses the lead, and events before the one that says so. */
    default void refused(GateNews news) {}

    /** What changes when another question or a gate refuses the lead. */
    default void passedOver(GateNews news) {}

    /** The lead is taken for good: what its run must know from now on. Called once, after the decision. */
    default void settled(LeadRun run) {}
}
