package dev.sluice.internal.open;

import dev.sluice.store.Changes;
import dev.sluice.store.Ownership;
import dev.sluice.store.Reads;
import dev.sluice.store.View;
import dev.sluice.store.Write;

/** Takes a lead off the list of open ones, with what was kept of it. */
record Closing(Ownership last) implements Write<Boolean> {
    @Override
    public Reads reads() {
        return Reads.NONE;
    }

    @Override
    public Boolean decide(View view, Changes changes) {
        changes.close(last);
        changes.discard(last.lead());
        return Boolean.TRUE;
    }
}
