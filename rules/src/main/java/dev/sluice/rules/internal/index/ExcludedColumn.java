package dev.sluice.rules.internal.index;

import dev.sluice.rules.internal.check.Reach;
import dev.sluice.rules.internal.program.Requirement;
import dev.sluice.types.At;
import dev.sluice.types.Ref;
import dev.sluice.types.Scope;
import dev.sluice.types.Value;
import java.util.List;

/** Inequality: the slots that ask for another value than the one they name. */
record ExcludedColumn(Ref ref, Sharded<Object, long[]> refused, long[] constrained) implements Column {
    ExcludedColumn(Ref ref) {
        this(ref, Sharded.empty(), Bits.NONE);
    }

    @Override
    public Column with(int slot, Requirement requirement) {
        return requirement.check().reach() instanceof Reach.Keys keys
                ? new ExcludedColumn(ref, Bits.with(refused, keys.keys(), slot), Bits.with(constrained, slot))
                : this;
    }

    /** Only text that is the very key is surely refused: a digit text may be a name to one type and a number to another. */
    @Override
    public void restrict(long[] candidates, Doubts doubts, Scope scope, At at) {
        Value value = ref.read(scope);
        List<Object> keys = Reach.keys(value);
        if (keys == null || keys.size() > 1 || !Reach.sure(value)) {
            doubts.add(constrained);
        } else if (!keys.isEmpty()) {
            Bits.drop(candidates, Bits.of(refused, keys.get(0)));
        }
    }
}
