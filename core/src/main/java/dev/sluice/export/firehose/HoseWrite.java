package dev.sluice.export.firehose;

import dev.sluice.store.Changes;
import dev.sluice.store.Doc;
import dev.sluice.store.DocKey;
import dev.sluice.store.Reads;
import dev.sluice.store.View;
import dev.sluice.store.WorkItem;
import dev.sluice.store.Write;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Puts the state of a stream in place of the one before, unless somebody was faster.
 *
 * @param work when the stream goes on; null leaves that as it is
 * @param grave a dead letter to keep beside it; null when there is none
 */
record HoseWrite(
        DocKey key,
        Hose next,
        @Nullable WorkItem work,
        @Nullable DocKey graveKey,
        @Nullable Grave grave) implements Write<Boolean> {
    @Override
    public Reads reads() {
        return new Reads(List.of(), List.of(), List.of(key), List.of(), List.of());
    }

    @Override
    public Boolean decide(View view, Changes changes) {
        long there = view.doc(key).map(Doc::version).orElse(0L);
        if (there != next.version()) {
            return false;
        }
        changes.put(new Doc(key, there + 1, next.text()));
        if (work != null) {
            changes.schedule(work);
        }
        if (graveKey != null && grave != null) {
            changes.put(new Doc(graveKey, 1, grave.text()));
        }
        return true;
    }
}
