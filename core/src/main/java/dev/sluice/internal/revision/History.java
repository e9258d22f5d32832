package dev.sluice.internal.revision;

import dev.sluice.FlowRevision;
import dev.sluice.FlowRevision.Note;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.internal.caps.CapRecord;
import dev.sluice.internal.caps.CapRecords;
import dev.sluice.json.FlowJson;
import dev.sluice.json.ValueJson;
import dev.sluice.store.Changes;
import dev.sluice.store.Doc;
import dev.sluice.store.DocKey;
import dev.sluice.store.Reads;
import dev.sluice.store.Store;
import dev.sluice.store.View;
import dev.sluice.store.Write;
import dev.sluice.types.Obj;
import dev.sluice.types.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The definitions that flows have had, as the store keeps them: the text of each, a note beside it, and which says what. */
public final class History {
    private static final int AT_ONCE = 100;

    private final String account;
    private final Store store;

    public History(String account, Store store) {
        this.account = account;
        this.store = store;
    }

    /** Where the latest number and hash of a flow stand. */
    static DocKey latest(String account, String flow) {
        return new DocKey(account, "flow", flow);
    }

    /** Where the latest number of a text stands. */
    static DocKey saying(String account, String flow, String hash) {
        return new DocKey(account, "revision-saying", flow + "/" + hash);
    }

    private static DocKey text(String account, String flow, long number) {
        return new DocKey(account, "revision", flow + "/" + number);
    }

    private static DocKey note(String account, String flow, long number) {
        return new DocKey(account, "revision-note", flow + "/" + number);
    }

    private static DocKey caps(String account, String flow, long number) {
        return new DocKey(account, "revision-caps", flow + "/" + number);
    }

    /**
     * Keeps a new revision.
     *
     * @param caps what the counts of its caps depend on
     */
    static void keep(
            String account, FlowDefinition flow, Map<String, CapRecord> caps, long number, Note note, Changes changes) {
        changes.put(new Doc(caps(account, flow.id(), number), number, CapRecords.write(caps)));
        changes.put(new Doc(latest(account, flow.id()), number, note.hash()));
        changes.put(new Doc(saying(account, flow.id(), note.hash()), number, Long.toString(number)));
        changes.put(new Doc(text(account, flow.id(), number), number, FlowJson.write(flow)));
        changes.put(new Doc(note(account, flow.id(), number), number, written(note)));
    }

    private static String written(Note note) {
        return ValueJson.canonical(Obj.EMPTY
                .with("hash", Value.text(note.hash()))
                .with("author", note.author() == null ? Value.missing() : Value.text(note.author()))
                .with("at", Value.text(note.at().toString()))
                .with("reverts", Value.number(note.reverts())));
    }

    private static Note read(String text) {
        Value note = ValueJson.read(text);
        @Nullable String author =
                note.part("author").isMissing() ? null : note.part("author").text();
        return new Note(
                note.part("hash").text(),
                author,
                Instant.parse(note.part("at").text()),
                Long.parseLong(note.part("reverts").text()));
    }

    /** All revisions of a flow, the first first; none when it was never opened. */
    public List<FlowRevision> of(String flow) {
        DocKey latest = latest(account, flow);
        long last = docs(List.of(latest))
                .getOrDefault(latest, new Doc(latest, 0, ""))
                .version();
        List<FlowRevision> revisions = new ArrayList<>();
        @Nullable FlowDefinition before = null;
        for (long first = 1; first <= last; first += AT_ONCE) {
            Map<DocKey, Doc> docs = docs(keys(flow, first, Math.min(last, first + AT_ONCE - 1)));
            for (long number = first; number <= Math.min(last, first + AT_ONCE - 1); number++) {
                FlowDefinition definition = FlowJson.read(body(docs, text(account, flow, number)));
                Note note = read(body(docs, note(account, flow, number)));
                revisions.add(new FlowRevision(number, note, definition, before));
                before = definition;
            }
        }
        return List.copyOf(revisions);
    }

    /** A revision as it was kept; empty when the store has it not. */
    public Optional<Kept> kept(String flow, long number) {
        DocKey text = text(account, flow, number);
        DocKey caps = caps(account, flow, number);
        Map<DocKey, Doc> docs = docs(List.of(text, note(account, flow, number), caps));
        if (!docs.containsKey(text)) {
            return Optional.empty();
        }
        Note note = read(body(docs, note(account, flow, number)));
        Map<String, CapRecord> records = CapRecords.read(body(docs, caps));
        return Optional.of(new Kept(FlowJson.read(body(docs, text)), new Revision(number, note.hash(), records)));
    }

    /** A definition, and which revision of its flow it is. */
    public record Kept(FlowDefinition definition, Revision revision) {}

    private List<DocKey> keys(String flow, long first, long last) {
        List<DocKey> keys = new ArrayList<>();
        for (long number = first; number <= last; number++) {
            keys.add(text(account, flow, number));
            keys.add(note(account, flow, number));
        }
        return keys;
    }

    private static String body(Map<DocKey, Doc> docs, DocKey key) {
        Doc doc = docs.get(key);
        if (doc == null) {
            throw new IllegalStateException("the store has lost the document " + key);
        }
        return doc.body();
    }

    private Map<DocKey, Doc> docs(List<DocKey> keys) {
        return store.write(new Look(keys)).durable();
    }

    /** Changes nothing. */
    private record Look(List<DocKey> keys) implements Write<Map<DocKey, Doc>> {
        @Override
        public Reads reads() {
            return new Reads(List.of(), List.of(), keys, List.of(), List.of());
        }

        @Override
        public Map<DocKey, Doc> decide(View view, Changes changes) {
            Map<DocKey, Doc> found = new HashMap<>();
            keys.forEach(key -> view.doc(key).ifPresent(doc -> found.put(key, doc)));
            return found;
        }
    }
}
