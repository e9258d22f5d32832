package dev.sluice.internal.caps;

import dev.sluice.delivery.Outcome;
import dev.sluice.flow.Cap;
import dev.sluice.internal.record.Verdict;
import dev.sluice.store.Counter;
import dev.sluice.store.CounterKey;
import dev.sluice.store.View;
import dev.sluice.types.Arr;
import dev.sluice.types.At;
import dev.sluice.types.Bool;
import dev.sluice.types.Obj;
import dev.sluice.types.Scope;
import dev.sluice.types.Shape;
import dev.sluice.types.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The caps of one place, in their order. All that concern a lead are taken together or not at all; the first that is full,
 * parents before their children, says why.
 */
public final class CapSet {
    public static final CapSet NONE = new CapSet(List.of());
    private static final Shape ALL = Shape.of("caps");
    private static final Supplier<Obj> NOTHING = () -> Obj.EMPTY;

    private final List<CapPlan> caps;
    /** The only one, without any below it; null when there are more. */
    private final @Nullable CapPlan alone;

    public CapSet(List<CapPlan> caps) {
        this.caps = List.copyOf(caps);
        this.alone = caps.size() == 1 && caps.get(0).children().isEmpty() ? caps.get(0) : null;
    }

    /** The caps of {@code others} behind these; a shared cap stands once. */
    public CapSet and(CapSet others) {
        List<CapPlan> all = new ArrayList<>(caps);
        for (CapPlan other : others.caps) {
            if (all.stream().noneMatch(cap -> cap.key().equals(other.key()))) {
                all.add(other);
            }
        }
        return new CapSet(all);
    }

    public boolean isEmpty() {
        return caps.isEmpty();
    }

    public boolean anyCounts(Cap.Counts what) {
        return caps.stream().anyMatch(cap -> cap.anyCounts(what));
    }

    /** The caps that concern a lead with the data in {@code scope}, each only to be looked at. */
    public List<Due> due(Scope scope, At at) {
        if (caps.isEmpty()) {
            return List.of();
        }
        if (alone != null) {
            return alone.concerns(scope, at) ? List.of(alone.due(at)) : List.of();
        }
        List<Due> due = new ArrayList<>(caps.size());
        caps.forEach(cap -> cap.collect(scope, at, due));
        return due;
    }

    /** All counters that a decision about {@code due} looks at. */
    public static List<CounterKey> counters(List<Due> due) {
        if (due.size() == 1) {
            return due.get(0).span().looked();
        }
        List<CounterKey> counters = new ArrayList<>(2 * due.size());
        for (Due each : due) {
            counters.addAll(each.span().looked());
        }
        return counters;
    }

    /** The first cap that is full; null when there is room under all. */
    public static @Nullable Due full(List<Due> caps, View view) {
        for (Due due : caps) {
            if (due.isFull(view)) {
                return due;
            }
        }
        return null;
    }

    /** What a lead is told that a full cap refuses; changes nothing. */
    public static @Nullable Verdict refusal(List<Due> caps, View view, Scope scope, At at) {
        Due full = full(caps, view);
        if (full == null) {
            return null;
        }
        Obj facts = Obj.EMPTY.with("cap_reached", Bool.TRUE).with("cap", full.facts(view));
        return Verdict.refuse(Outcome.FAILURE, full.cap().reason(full, view, scope, at), facts);
    }

    /** Where each cap stands now; put into words when somebody wants to know. */
    public static Supplier<Obj> facts(List<Due> caps, View view) {
        if (caps.isEmpty()) {
            return NOTHING;
        }
        Counter[] counts = new Counter[caps.size()];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = caps.get(i).span().sum(view);
        }
        return new Standing(caps, counts);
    }

    /** Where each cap stood when it was looked at. */
    private static final class Standing implements Supplier<Obj> {
        private final List<Due> caps;
        private final Counter[] counts;

        Standing(List<Due> caps, Counter[] counts) {
            this.caps = caps;
            this.counts = counts;
        }

        @Override
        public Obj get() {
            List<Value> each = new ArrayList<>(counts.length);
            for (int i = 0; i < counts.length; i++) {
                each.add(caps.get(i).facts(counts[i]));
            }
            return Obj.of(ALL, Arr.of(each));
        }
    }
}
