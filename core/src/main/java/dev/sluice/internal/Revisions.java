package dev.sluice.internal;

import dev.sluice.flow.FlowDefinition;
import dev.sluice.json.FlowJson;
import dev.sluice.store.Changes;
import dev.sluice.store.Doc;
import dev.sluice.store.DocKey;
import dev.sluice.store.Reads;
import dev.sluice.store.Store;
import dev.sluice.store.View;
import dev.sluice.store.Write;
import java.util.List;
import java.util.Optional;

/** The texts of flows that the store has seen: each new one gets the next number and is kept, so that an event's hash can be read. */
final class Revisions {
    private final String account;
    private final Store store;

    Revisions(String account, Store store) {
        this.account = account;
        this.store = store;
    }

    Revision of(FlowDefinition flow) {
        String text = FlowJson.write(flow);
        String hash = FlowJson.hash(flow);
        DocKey latest = new DocKey(account, "flow", flow.id());
        long number = store.write(new Numbering(latest, hash, text)).durable();
        return new Revision(number, hash);
    }

    /** Gives the number of a text: the latest one's if it is the same, else the next. */
    private record Numbering(DocKey latest, String hash, String text) implements Write<Long> {
        @Override
        public Reads reads() {
            return new Reads(List.of(), List.of(), List.of(latest), List.of(), List.of());
        }

        @Override
        public Long decide(View view, Changes changes) {
            Optional<Doc> known = view.doc(latest);
            long last = known.map(Doc::version).orElse(0L);
            if (known.filter(doc -> doc.body().equals(hash)).isPresent()) {
                return last;
            }
            changes.put(new Doc(latest, last + 1, hash));
            DocKey revision = new DocKey(latest.account(), "revision", latest.id() + "/" + (last + 1));
            changes.put(new Doc(revision, last + 1, text));
            return last + 1;
        }
    }
}
