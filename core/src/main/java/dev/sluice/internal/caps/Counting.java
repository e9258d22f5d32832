package dev.sluice.internal.caps;

import dev.sluice.internal.record.PreviewStore;
import dev.sluice.store.Changes;
import dev.sluice.store.CounterKey;
import dev.sluice.types.Arr;
import dev.sluice.types.Missing;
import dev.sluice.types.Num;
import dev.sluice.types.Obj;
import dev.sluice.types.Shape;
import dev.sluice.types.Text;
import dev.sluice.types.Value;
import java.util.ArrayList;
import java.util.List;

/** Adds to counters, and keeps what the event of the same write says of it, so that counters can be counted again. */
public final class Counting {
    private static final Shape FACTS = Shape.of("counted");
    private static final Shape COUNTED = Shape.of("key", "window", "amount");

    private final Changes changes;
    private List<Value> counted = List.of();

    public Counting(Changes changes) {
        this.changes = changes;
    }

    public void add(CounterKey counter, long amount) {
        if (amount != 0) {
            changes.add(counter, amount);
            Value window = counter.window().isEmpty() ? Missing.MISSING : new Text(counter.window());
            counted = counted.isEmpty() ? new ArrayList<>() : counted;
            counted.add(Obj.of(COUNTED, new Text(counter.key()), window, Num.of(amount)));
        }
    }

    /** What is told of caps that count something else than was reserved, even when it is nothing. */
    public static Obj facts(List<Due> taken) {
        Counting counting = new Counting(PreviewStore.NOWHERE);
        taken.forEach(due -> counting.add(due.span().counter(), due.amount()));
        return Obj.of(FACTS, Arr.of(counting.counted));
    }

    public Obj facts() {
        return counted.isEmpty() ? Obj.EMPTY : Obj.of(FACTS, Arr.of(counted));
    }
}
