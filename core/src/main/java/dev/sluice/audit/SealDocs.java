package dev.sluice.audit;

import dev.sluice.event.EventType;
import dev.sluice.store.Changes;
import dev.sluice.store.Doc;
import dev.sluice.store.DocKey;
import dev.sluice.store.Reads;
import dev.sluice.store.Store;
import dev.sluice.store.View;
import dev.sluice.store.Write;
import dev.sluice.types.Obj;
import java.util.List;
import java.util.Optional;

/** Seals as the store keeps them: a document each, and one that names the last. */
final class SealDocs {
    private static final String KIND = "seal";
    private static final String LAST = "last";
    private static final String CUT = "cut";

    private final Store store;
    private final String account;

    SealDocs(Store store, String account) {
        this.store = store;
        this.account = account;
    }

    private DocKey key(String id) {
        return new DocKey(account, KIND, id);
    }

    Optional<Seal> seal(long no) {
        return doc(key(Long.toString(no))).map(Doc::body).flatMap(Seal::read);
    }

    /** The number of the last seal; 0 before the first. */
    long last() {
        return doc(key(LAST)).map(Doc::version).orElse(0L);
    }

    /** The last seal that its host has been given; 0 for none. */
    long handed() {
        return doc(key(LAST)).map(doc -> Long.parseLong(doc.body())).orElse(0L);
    }

    /** Where the log was cut off; empty while it is whole, or when that cannot be read. */
    Optional<Cutoff> cutoff() {
        return doc(key(CUT)).map(Doc::body).flatMap(Cutoff::read);
    }

    /** Whether anything says that the log was cut. */
    boolean isCut() {
        return doc(key(CUT)).isPresent();
    }

    /** Keeps where the log was cut, and tells of it in the same write. */
    void put(Cutoff cutoff, AccountStream told, EventType type, Obj facts) {
        Doc cut = new Doc(key(CUT), cutoff.seal(), cutoff.text());
        told.tell(type, null, facts, List.of(), (view, changes) -> changes.put(cut));
    }

    private Optional<Doc> doc(DocKey key) {
        return store.write(write(List.of(key), (view, changes) -> view.doc(key)))
                .decided();
    }

    /** Keeps {@code seal} unless another one has its number already. */
    boolean put(Seal seal) {
        DocKey last = key(LAST);
        return store.write(write(List.of(last, key(Long.toString(seal.no()))), (view, changes) -> {
                    Optional<Doc> now = view.doc(last);
                    if (now.map(Doc::version).orElse(0L) != seal.no() - 1) {
                        return false;
                    }
                    changes.put(new Doc(key(Long.toString(seal.no())), 1, seal.text()));
                    changes.put(new Doc(last, seal.no(), now.map(Doc::body).orElse("0")));
                    return true;
                }))
                .durable();
    }

    /** Notes that the host has the seals up to this one. */
    void handed(long no) {
        DocKey last = key(LAST);
        store.write(write(List.of(last), (view, changes) -> {
                    view.doc(last).ifPresent(now -> changes.put(new Doc(last, now.version(), Long.toString(no))));
                    return true;
                }))
                .durable();
    }

    /** What a write does. */
    private interface Step<R> {
        R decide(View view, Changes changes);
    }

    private static <R> Write<R> write(List<DocKey> docs, Step<R> step) {
        return new Write<>() {
            @Override
            public Reads reads() {
                return new Reads(List.of(), List.of(), docs, List.of(), List.of());
            }

            @Override
            public R decide(View view, Changes changes) {
                return step.decide(view, changes);
            }
        };
    }
}
