package dev.sluice.export;

import dev.sluice.store.Changes;
import dev.sluice.store.Reads;
import dev.sluice.store.View;
import dev.sluice.store.WorkId;
import dev.sluice.store.Write;

/** Ends work of which nothing is left. */
record Forget(WorkId work) implements Write<WorkId> {
    @Override
    public Reads reads() {
        return Reads.NONE;
    }

    @Override
    public WorkId decide(View view, Changes changes) {
        changes.done(work);
        return work;
    }
}
