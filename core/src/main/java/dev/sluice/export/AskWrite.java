package dev.sluice.export;

import dev.sluice.store.Changes;
import dev.sluice.store.Doc;
import dev.sluice.store.DocKey;
import dev.sluice.store.Reads;
import dev.sluice.store.StreamId;
import dev.sluice.store.View;
import dev.sluice.store.Write;
import java.util.List;
import java.util.Optional;

/** What is kept of an export. */
record AskWrite(DocKey key) implements Write<Optional<Doc>> {
    @Override
    public Reads reads() {
        return new Reads(List.of(), List.of(), List.of(key), List.of(), List.<StreamId>of());
    }

    @Override
    public Optional<Doc> decide(View view, Changes changes) {
        return view.doc(key);
    }
}
