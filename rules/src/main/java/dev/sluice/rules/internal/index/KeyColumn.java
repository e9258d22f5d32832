package dev.sluice.rules.internal.index;

import dev.sluice.rules.internal.check.Reach;
import dev.sluice.rules.internal.program.Requirement;
import dev.sluice.types.At;
import dev.sluice.types.Ref;
import dev.sluice.types.Scope;
import dev.sluice.types.Value;
import java.util.List;

/** Equality and membership: the slots that accept a value, by the value. */
record KeyColumn(Ref ref, Sharded<Object, long[]> accepted, long[] constrained) implements Column {
    KeyColumn(Ref ref) {
        this(ref, Sharded.empty(), Bits.NONE);
    }

    @Override
    public Column with(int slot, Requirement requirement) {
        if (Bits.has(constrained, slot) || !(requirement.check().reach() instanceof Reach.Keys keys)) {
            return this;
        }
        return new KeyColumn(ref, Bits.with(accepted, keys.keys(), slot), Bits.with(constrained, slot));
    }

    @Override
    public void restrict(long[] candidates, Doubts doubts, Scope scope, At at) {
        Value value = ref.read(scope);
        List<Object> keys = Reach.keys(value);
        if (keys == null || !Reach.sure(value)) {
            doubts.add(constrained);
        }
        if (keys == null) {
            return;
        }
        long[] first = keys.isEmpty() ? Bits.NONE : Bits.of(accepted, keys.get(0));
        if (keys.size() < 2) {
            Bits.keep(candidates, constrained, first);
        } else {
            Bits.keep(candidates, constrained, first, Bits.of(accepted, keys.get(1)));
        }
    }
}
