package dev.sluice.rules.internal.index;

import dev.sluice.rules.internal.check.Check;
import dev.sluice.rules.internal.program.Requirement;
import dev.sluice.types.At;
import dev.sluice.types.Ref;
import dev.sluice.types.Scope;

/** One cheap check that many conditions share: asked once, it decides for all of them. */
record AskedColumn(Ref ref, Check check, long[] wanting, long[] unwanting) implements Column {
    AskedColumn(Ref ref, Check check) {
        this(ref, check, Bits.NONE, Bits.NONE);
    }

    @Override
    public Column with(int slot, Requirement requirement) {
        return requirement.wanted()
                ? new AskedColumn(ref, check, Bits.with(wanting, slot), unwanting)
                : new AskedColumn(ref, check, wanting, Bits.with(unwanting, slot));
    }

    @Override
    public void restrict(long[] candidates, Doubts doubts, Scope scope, At at) {
        Bits.drop(candidates, check.holds(ref.read(scope), at) ? unwanting : wanting);
    }
}
