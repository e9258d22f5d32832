package dev.sluice.internal.batch;

import dev.sluice.batches.SentFile;
import dev.sluice.event.Event;
import dev.sluice.flow.BatchDefinition;
import dev.sluice.json.BatchJson;
import dev.sluice.store.Changes;
import dev.sluice.store.Doc;
import dev.sluice.store.DocKey;
import dev.sluice.store.Reads;
import dev.sluice.store.Store;
import dev.sluice.store.StreamId;
import dev.sluice.store.View;
import dev.sluice.store.Write;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.LongStream;

/** What the store holds of batches. Safe on any thread. */
final class Ledger {
    private static final int FILES = 100;

    private final String account;
    private final Store store;

    Ledger(String account, Store store) {
        this.account = account;
        this.store = store;
    }

    /**
     * A batch as it stands.
     *
     * @param definition empty when nobody ever defined it
     * @param rows how many rows ever came
     * @param weight of how many bytes they were
     */
    record Standing(Optional<BatchDefinition> definition, BatchState state, long rows, long weight) {
        long pending() {
            return state.pending(rows);
        }

        long pendingBytes() {
            return state.pendingBytes(weight);
        }
    }

    BatchKeys keys(String batch) {
        return new BatchKeys(account, batch);
    }

    Standing standing(BatchKeys keys, Instant now) {
        return read(reads(keys), view -> standing(view, keys, now));
    }

    static Standing standing(View view, BatchKeys keys, Instant now) {
        return new Standing(
                view.doc(keys.definition()).map(doc -> BatchJson.read(doc.body())),
                BatchState.of(view.doc(keys.state()), now),
                view.counter(keys.rows()).committed(),
                view.counter(keys.bytes()).committed());
    }

    /** Everything that a change of a batch looks at. */
    static Reads reads(BatchKeys keys) {
        return new Reads(
                List.of(keys.rows(), keys.bytes()),
                List.of(),
                List.of(keys.state(), keys.definition()),
                List.of(),
                List.of(keys.stream()));
    }

    /** Rows by their numbers, in order. */
    List<Row> rows(BatchKeys keys, long from, long to) {
        return docs(LongStream.rangeClosed(from, to).mapToObj(keys::row).toList()).stream()
                .map(doc -> Row.read(doc.body()))
                .toList();
    }

    List<Doc> docs(List<DocKey> keys) {
        Reads reads = new Reads(List.of(), List.of(), keys, List.of(), List.of());
        return read(reads, view -> {
            List<Doc> docs = new ArrayList<>();
            keys.forEach(key -> view.doc(key).ifPresent(docs::add));
            return docs;
        });
    }

    Told told(BatchKeys keys) {
        return Told.of(docs(List.of(keys.told())).stream().findFirst());
    }

    /** A file that was sent, by its number. */
    Optional<SentFile> file(BatchKeys keys, long number) {
        return docs(List.of(keys.file(number))).stream().findFirst().map(doc -> SentFiles.read(keys.batch(), doc));
    }

    /** The file that holds the row which {@code told} is at, of those up to number {@code files}; empty when it was not sent. */
    Optional<SentFile> fileWith(BatchKeys keys, Told told, long lastSent, long files) {
        if (told.next() > lastSent) {
            return Optional.empty();
        }
        for (long first = told.file(); first <= files; first += FILES) {
            Optional<SentFile> found = docs(LongStream.rangeClosed(first, Math.min(files, first + FILES - 1))
                            .mapToObj(keys::file)
                            .toList())
                    .stream()
                    .map(doc -> SentFiles.read(keys.batch(), doc))
                    .filter(file -> file.from() <= told.next() && told.next() <= file.to())
                    .findFirst();
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** All events of a lead; empty when it is gone. */
    List<Event> events(String lead) {
        return store.events().stream(new StreamId(account, lead));
    }

    private <R> R read(Reads reads, Function<View, R> look) {
        return change(reads, (view, changes) -> look.apply(view));
    }

    /** One write, durable on return. */
    <R> R change(Reads reads, BiFunction<View, Changes, R> decide) {
        return store.write(new Write<R>() {
                    @Override
                    public Reads reads() {
                        return reads;
                    }

                    @Override
                    public R decide(View view, Changes changes) {
                        return decide.apply(view, changes);
                    }
                })
                .durable();
    }
}
