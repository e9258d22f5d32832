package dev.sluice.export;

import dev.sluice.event.Event;
import dev.sluice.event.EventType;
import dev.sluice.store.Changes;
import dev.sluice.store.Doc;
import dev.sluice.store.DocKey;
import dev.sluice.store.Reads;
import dev.sluice.store.StreamId;
import dev.sluice.store.View;
import dev.sluice.store.WorkItem;
import dev.sluice.store.Write;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Puts an export in place of what was kept of it, and plans or ends its work, all at once.
 *
 * @param key where it is kept
 * @param expected the version that is there; another one means that somebody else was faster, and nothing is changed
 * @param body the new text
 * @param work when it goes on
 * @param ended whether there is nothing more to do
 * @param account the stream of the record
 * @param told what the record says; null for nothing
 */
record JobWrite(
        DocKey key,
        long expected,
        String body,
        WorkItem work,
        boolean ended,
        StreamId account,
        @Nullable Told told,
        Instant now)
        implements Write<Boolean> {

    /** An event of the account. */
    record Told(EventType type, Record record) {}

    @Override
    public Reads reads() {
        List<StreamId> streams = told == null ? List.of() : List.of(account);
        return new Reads(List.of(), List.of(), List.of(key), List.of(), streams);
    }

    @Override
    public Boolean decide(View view, Changes changes) {
        Optional<Doc> there = view.doc(key);
        if (there.map(Doc::version).orElse(0L) != expected) {
            return false;
        }
        changes.put(new Doc(key, expected + 1, body));
        if (ended) {
            changes.done(work.id());
        } else {
            changes.schedule(work);
        }
        if (told != null) {
            long seq = view.head(account).seq() + 1;
            changes.append(account, List.of(told.record().event(account, seq, told.type(), now)));
        }
        return true;
    }

    /** Makes the event. */
    interface Record {
        Event event(StreamId stream, long seq, EventType type, Instant at);
    }
}
