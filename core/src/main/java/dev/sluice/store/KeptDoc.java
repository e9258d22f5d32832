package dev.sluice.store;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * One document of a store, by itself: where a reader of the log keeps its place. Immutable and safe on any thread.
 *
 * @param store where it is
 * @param key which it is
 */
public record KeptDoc(Store store, DocKey key) {
    public KeptDoc {
        requireNonNull(store, "store");
        requireNonNull(key, "key");
    }

    /** As it stands; empty when nothing was kept yet. */
    public Optional<Doc> read() {
        return store.write(new Look(key)).durable();
    }

    /** Puts {@code body} where {@code known} was read; durable on return. False when somebody else did so meanwhile. */
    public boolean replace(Optional<Doc> known, String body) {
        return store.write(new Replace(key, known.map(Doc::version).orElse(0L), body))
                .durable();
    }

    private static Reads only(DocKey key) {
        return new Reads(List.of(), List.of(), List.of(key), List.of(), List.of());
    }

    private record Look(DocKey key) implements Write<Optional<Doc>> {
        @Override
        public Reads reads() {
            return only(key);
        }

        @Override
        public Optional<Doc> decide(View view, Changes changes) {
            return view.doc(key);
        }
    }

    private record Replace(DocKey key, long version, String body) implements Write<Boolean> {
        @Override
        public Reads reads() {
            return only(key);
        }

        @Override
        public Boolean decide(View view, Changes changes) {
            boolean same = view.doc(key).map(Doc::version).orElse(0L) == version;
            if (same) {
                changes.put(new Doc(key, version + 1, body));
            }
            return same;
        }
    }
}
