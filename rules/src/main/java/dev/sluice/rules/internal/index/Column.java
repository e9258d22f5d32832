package dev.sluice.rules.internal.index;

import dev.sluice.rules.internal.program.Requirement;
import dev.sluice.types.At;
import dev.sluice.types.Scope;

/** What many conditions ask of one path, in one way. Immutable. */
interface Column {

    /** This column with what the condition in {@code slot} requires; this very one when it can hold no more of that slot. */
    Column with(int slot, Requirement requirement);

    /** Takes out of {@code candidates} the conditions that cannot hold, and adds to {@code doubts} those it cannot be sure of. */
    void restrict(long[] candidates, Doubts doubts, Scope scope, At at);
}
