package dev.sluice.internal;

import dev.sluice.delivery.Outcome;
import dev.sluice.store.Counter;
import dev.sluice.store.CounterKey;
import dev.sluice.store.View;
import dev.sluice.types.Arr;
import dev.sluice.types.At;
import dev.sluice.types.Bool;
import dev.sluice.types.Num;
import dev.sluice.types.Obj;
import dev.sluice.types.Scope;
import dev.sluice.types.Shape;
import dev.sluice.types.Text;
import dev.sluice.types.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The caps of one place, in their order. All that concern a lead are taken together or not at all; the first that is full,
 * parents before their children, says why.
 */
final class CapSet {
    static final CapSet NONE = new CapSet(List.of());
    private static final Shape ALL = Shape.of("caps");
    private static final Shape FACTS = Shape.of("key", "window", "committed", "reserved", "limit");

    private final List<CapPlan> caps;

    CapSet(List<CapPlan> caps) {
        this.caps = List.copyOf(caps);
    }

    /** A cap that concerns a lead, and the counter of the window that it falls in. */
    record Due(CapPlan cap, CounterKey counter, Instant resetsAt) {}

    /** The caps of {@code others} behind these. */
    CapSet and(CapSet others) {
        List<CapPlan> all = new ArrayList<>(caps);
        all.addAll(others.caps);
        return new CapSet(all);
    }

    boolean isEmpty() {
        return caps.isEmpty();
    }

    /** The caps that concern a lead with the data in {@code scope}. */
    List<Due> due(Scope scope, At at) {
        if (caps.isEmpty()) {
            return List.of();
        }
        List<Due> due = new ArrayList<>(caps.size());
        caps.forEach(cap -> cap.collect(scope, at, due));
        return due;
    }

    static List<CounterKey> counters(List<Due> due) {
        List<CounterKey> counters = new ArrayList<>(due.size());
        due.forEach(each -> counters.add(each.counter()));
        return counters;
    }

    /** The first cap that is full; null when there is room under all. */
    static @Nullable Due full(List<Due> caps, View view) {
        for (Due due : caps) {
            if (view.counter(due.counter()).used() >= due.cap().maximum()) {
                return due;
            }
        }
        return null;
    }

    static @Nullable Verdict refusal(List<Due> caps, View view, Scope scope, At at) {
        Due full = full(caps, view);
        if (full == null) {
            return null;
        }
        Counter count = view.counter(full.counter());
        Obj facts = Obj.EMPTY.with("cap_reached", Bool.TRUE).with("cap", facts(full, count));
        return Verdict.refuse(Outcome.FAILURE, full.cap().reason(full, count, scope, at), facts);
    }

    /** Where each cap stood when it was looked at. */
    static Obj facts(List<Due> caps, View view) {
        if (caps.isEmpty()) {
            return Obj.EMPTY;
        }
        List<Value> each = new ArrayList<>(caps.size());
        caps.forEach(due -> each.add(facts(due, view.counter(due.counter()))));
        return Obj.of(ALL, Arr.of(each));
    }

    static Obj facts(Due due, Counter count) {
        return Obj.of(
                FACTS,
                new Text(due.counter().key()),
                new Text(due.counter().window()),
                Num.of(count.committed()),
                Num.of(count.reserved()),
                Num.of(due.cap().maximum()));
    }
}
