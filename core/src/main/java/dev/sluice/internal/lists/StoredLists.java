package dev.sluice.internal.lists;

import static java.util.Objects.requireNonNull;

import dev.sluice.Time;
import dev.sluice.flow.ListName;
import dev.sluice.flow.Window;
import dev.sluice.internal.digest.Tokens;
import dev.sluice.lists.ListChanges;
import dev.sluice.lists.ListMatch;
import dev.sluice.lists.Lists;
import dev.sluice.store.Changes;
import dev.sluice.store.DocKey;
import dev.sluice.store.Entry;
import dev.sluice.store.EntryKey;
import dev.sluice.store.Reads;
import dev.sluice.store.Store;
import dev.sluice.store.View;
import dev.sluice.store.Write;
import dev.sluice.types.At;
import dev.sluice.types.FieldType;
import dev.sluice.types.FieldTypes;
import dev.sluice.types.Parsing;
import dev.sluice.types.Typed;
import dev.sluice.types.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The lists of an account in its store. */
public final class StoredLists implements Lists {
    /** How many values share one write. */
    private static final int PIECE = 256;

    private final Keeper keeper;
    private final @Nullable FieldType type;
    private final @Nullable Window lookback;

    /** Where the lists are kept, and what their values are made of. */
    public record Keeper(String account, Store store, Time time, FieldTypes types, Tokens tokens) {}

    public StoredLists(Keeper keeper, @Nullable FieldType type, @Nullable Window lookback) {
        this.keeper = keeper;
        this.type = type;
        this.lookback = lookback;
    }

    @Override
    public Lists as(String fieldType) {
        FieldType named = keeper.types()
                .named(fieldType)
                .orElseThrow(() -> new IllegalArgumentException("there is no field type '" + fieldType
                        + "'; these are: " + keeper.types().names()));
        return new StoredLists(keeper, named, lookback);
    }

    @Override
    public Lists within(Window window) {
        return new StoredLists(keeper, type, requireNonNull(window, "window"));
    }

    @Override
    public ListMatch query(Object value, String... lists) {
        return queryAll(List.of(value), lists).get(0);
    }

    @Override
    public List<ListMatch> queryAll(Collection<?> values, String... lists) {
        ListLookup lookup = new ListLookup(
                keeper.account(), Stream.of(lists).map(StoredLists::named).toList(), lookback);
        At at = At.utc(keeper.time().instant());
        return inPieces(values, tokens -> {
            List<EntryKey> keys = tokens.stream()
                    .flatMap(Optional::stream)
                    .flatMap(token -> lookup.keys(token).stream())
                    .toList();
            return write(keys, List.of(), (view, changes) -> tokens.stream()
                    .map(token ->
                            token.map(each -> lookup.match(view, each, at)).orElse(ListMatch.NONE))
                    .toList());
        });
    }

    @Override
    public ListChanges add(String list, Collection<?> values) {
        ListContent content = new ListContent(keeper.account(), named(list));
        Instant now = keeper.time().instant();
        return new ListChanges(inPieces(
                values,
                tokens -> write(
                        content.keys(tokens),
                        List.of(content.retention()),
                        (view, changes) -> content.add(view, changes, tokens, now))));
    }

    @Override
    public ListChanges delete(String list, Collection<?> values) {
        ListContent content = new ListContent(keeper.account(), named(list));
        Instant now = keeper.time().instant();
        return new ListChanges(inPieces(
                values,
                tokens -> write(
                        content.keys(tokens),
                        List.of(),
                        (view, changes) -> content.delete(view, changes, tokens, now))));
    }

    @Override
    public boolean isUnique(String list, Object value) {
        ListName name = named(list);
        Optional<String> token = token(value);
        if (token.isEmpty()) {
            return true;
        }
        EntryKey key = ListLookup.key(keeper.account(), name, token.get());
        ListLookup lookup = new ListLookup(keeper.account(), List.of(name), lookback);
        Retention retention = new Retention(keeper.account(), name);
        At at = At.utc(keeper.time().instant());
        return write(List.of(key), List.of(retention.key()), (view, changes) -> {
            boolean unique = !lookup.match(view, token.get(), at).found();
            if (unique) {
                changes.put(new Entry(key, "", at.instant(), retention.expiry(view, at.instant())));
            }
            return unique;
        });
    }

    @Override
    public long count(String list) {
        String key = ListLookup.key(keeper.account(), named(list), "").list();
        return keeper.store()
                .entries()
                .count(keeper.account(), key, keeper.time().instant());
    }

    @Override
    public void retain(String list, @Nullable Window window) {
        Retention retention = new Retention(keeper.account(), named(list));
        write(List.of(), List.of(retention.key()), (view, changes) -> {
            changes.put(retention.doc(view, window));
            return true;
        });
    }

    @Override
    public int prune(int limit) {
        return keeper.store().entries().prune(keeper.account(), keeper.time().instant(), limit);
    }

    private static ListName named(String list) {
        ListName name = ListName.of(list);
        if (name.isEmpty()) {
            throw new IllegalArgumentException("a list needs a name of letters or digits, not '" + list + "'");
        }
        return name;
    }

    /** Does with a few values after the other what is to be done with all. */
    private <R> List<R> inPieces(Collection<?> values, Piece<R> piece) {
        List<Optional<String>> tokens = new ArrayList<>(values.size());
        values.forEach(value -> tokens.add(token(value)));
        List<R> results = new ArrayList<>(values.size());
        for (int from = 0; from < tokens.size(); from += PIECE) {
            results.addAll(piece.of(tokens.subList(from, Math.min(from + PIECE, tokens.size()))));
        }
        return results;
    }

    /** What is done with a few values at once, given by their tokens. */
    private interface Piece<R> {
        List<R> of(List<Optional<String>> tokens);
    }

    private Optional<String> token(Object given) {
        Value value = Value.of(requireNonNull(given, "value"));
        if (type != null) {
            Parsing parsing = Parsing.at(At.utc(keeper.time().instant()));
            value = type.read(value, parsing);
            if (value instanceof Typed typed && !typed.valid()) {
                return Optional.empty();
            }
        }
        return ListValue.normal(value).map(keeper.tokens()::of);
    }

    private <R> R write(List<EntryKey> entries, List<DocKey> docs, BiFunction<View, Changes, R> decide) {
        Reads reads = new Reads(List.of(), entries, docs, List.of(), List.of());
        return keeper.store()
                .write(new Write<R>() {
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
