package dev.sluice.internal.revision;

import dev.sluice.FlowRevision.Note;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.internal.caps.CapHistory;
import dev.sluice.internal.caps.CapRecord;
import dev.sluice.internal.caps.CapRecords;
import dev.sluice.internal.caps.CapSpec;
import dev.sluice.json.FlowJson;
import dev.sluice.store.Changes;
import dev.sluice.store.Doc;
import dev.sluice.store.DocKey;
import dev.sluice.store.Reads;
import dev.sluice.store.Store;
import dev.sluice.store.View;
import dev.sluice.store.Write;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The texts of flows that the store has seen: each new one gets the next number and is kept, so that an event's hash can be
 * read; and what becomes of the counts of its caps.
 */
public final class Revisions {
    private final String account;
    private final Store store;

    public Revisions(String account, Store store) {
        this.account = account;
        this.store = store;
    }

    /**
     * @param author who opens it; null when nobody is named
     * @param now when the flow is opened: the moment of an edit
     */
    public Revision of(FlowDefinition flow, @Nullable String author, Instant now) {
        return store.write(new Numbering(account, flow, FlowJson.hash(flow), author, now))
                .durable();
    }

    /** Gives the number of a text: the latest one's if it is the same, else the next. */
    private record Numbering(
            String account,
            FlowDefinition flow,
            String hash,
            @Nullable String author,
            Instant now) implements Write<Revision> {

        private DocKey latest() {
            return History.latest(account, flow.id());
        }

        private DocKey saying() {
            return History.saying(account, flow.id(), hash);
        }

        private DocKey caps() {
            return new DocKey(account, "caps", flow.id());
        }

        @Override
        public Reads reads() {
            return new Reads(List.of(), List.of(), List.of(latest(), saying(), caps()), List.of(), List.of());
        }

        @Override
        public Revision decide(View view, Changes changes) {
            Optional<Doc> known = view.doc(latest());
            long last = known.map(Doc::version).orElse(0L);
            Map<String, CapRecord> before =
                    view.doc(caps()).map(doc -> CapRecords.read(doc.body())).orElse(Map.of());
            Map<String, CapRecord> after = new CapHistory(account, now).after(before, CapSpec.all(flow));
            if (!after.equals(before)) {
                changes.put(new Doc(caps(), last + 1, CapRecords.write(after)));
            }
            if (known.filter(doc -> doc.body().equals(hash)).isPresent()) {
                return new Revision(last, hash, after);
            }
            long reverts = view.doc(saying()).map(Doc::version).orElse(0L);
            History.keep(account, flow, after, last + 1, new Note(hash, author, now, reverts), changes);
            return new Revision(last + 1, hash, after);
        }
    }
}
