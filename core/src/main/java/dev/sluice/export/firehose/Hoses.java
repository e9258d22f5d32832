package dev.sluice.export.firehose;

import dev.sluice.Sluice;
import dev.sluice.store.Doc;
import dev.sluice.store.DocKey;
import dev.sluice.store.KeptDoc;
import dev.sluice.store.WorkId;
import dev.sluice.store.WorkItem;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Streams as the store keeps them. Safe on any thread. */
final class Hoses {
    static final String KIND = "firehose";
    private static final String DEAD = "firehose_dead";

    private final Sluice sluice;

    Hoses(Sluice sluice) {
        this.sluice = sluice;
    }

    Hose find(String stream) {
        return read(key(stream))
                .map(doc -> Hose.read(doc.version(), doc.body()))
                .orElseGet(Hose::fresh);
    }

    Optional<Grave> grave(String stream, long number) {
        return read(graveKey(stream, number)).map(doc -> Grave.read(doc.body()));
    }

    private Optional<Doc> read(DocKey key) {
        return new KeptDoc(sluice.store(), key).read();
    }

    /** Keeps {@code next}, due again after {@code pause}; nothing to give when somebody was faster. */
    Optional<Hose> save(String stream, Hose next, @Nullable Duration pause, @Nullable Grave grave) {
        WorkItem work = pause == null ? null : work(stream, pause);
        DocKey graveKey = grave == null ? null : graveKey(stream, grave.letter().number());
        boolean kept = sluice.store()
                .write(new HoseWrite(key(stream), next, work, graveKey, grave))
                .durable();
        return kept ? Optional.of(next.versioned(next.version() + 1)) : Optional.empty();
    }

    private WorkItem work(String stream, Duration pause) {
        WorkId id = new WorkId(sluice.account(), KIND + "_" + stream);
        return new WorkItem(id, KIND, sluice.time().instant().plus(pause), 0, stream);
    }

    private DocKey key(String stream) {
        return new DocKey(sluice.account(), KIND, stream);
    }

    private DocKey graveKey(String stream, long number) {
        return new DocKey(sluice.account(), DEAD, stream + "/" + number);
    }
}
