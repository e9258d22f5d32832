package dev.sluice.internal.lists;

import dev.sluice.lists.ListChange;
import dev.sluice.lists.ListChanges;
import dev.sluice.lists.ListMatch;
import dev.sluice.store.Changes;
import dev.sluice.store.EntryKey;
import dev.sluice.store.Reads;
import dev.sluice.store.View;
import dev.sluice.types.Arr;
import dev.sluice.types.At;
import dev.sluice.types.Missing;
import dev.sluice.types.Moment;
import dev.sluice.types.Num;
import dev.sluice.types.Obj;
import dev.sluice.types.Shape;
import dev.sluice.types.Text;
import dev.sluice.types.Value;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a list step does within its write. Values are given by their tokens; one without is blank. */
public sealed interface ListTask {
    Reads reads(List<Optional<String>> tokens);

    Result perform(View view, Changes changes, List<Optional<String>> tokens, At at);

    /**
     * What came of it.
     *
     * @param reason why the answer is no; null for a yes
     * @param data what is appended
     */
    record Result(@Nullable String reason, Obj data) {}

    /** Looks the value up. */
    record Query(ListLookup lookup) implements ListTask {
        private static final Shape DATA = Shape.of("found", "found_in", "added_at");

        @Override
        public Reads reads(List<Optional<String>> tokens) {
            List<EntryKey> keys = tokens.stream()
                    .flatMap(Optional::stream)
                    .flatMap(token -> lookup.keys(token).stream())
                    .toList();
            return new Reads(List.of(), keys, List.of(), List.of(), List.of());
        }

        @Override
        public Result perform(View view, Changes changes, List<Optional<String>> tokens, At at) {
            ListMatch match = match(view, tokens, at);
            Value foundIn =
                    Arr.of(match.foundIn().stream().<Value>map(Text::new).toList());
            Value added = match.addedAt().<Value>map(Moment::of).orElse(Missing.MISSING);
            return new Result(null, Obj.of(DATA, Value.bool(match.found()), foundIn, added));
        }

        ListMatch match(View view, List<Optional<String>> tokens, At at) {
            return tokens.stream()
                    .flatMap(Optional::stream)
                    .map(token -> lookup.match(view, token, at))
                    .filter(ListMatch::found)
                    .findFirst()
                    .orElse(ListMatch.NONE);
        }
    }

    /** Adds values. */
    record Add(ListContent content) implements ListTask {
        private static final Shape DATA = Shape.of("accepted", "rejected");

        @Override
        public Reads reads(List<Optional<String>> tokens) {
            return new Reads(List.of(), content.keys(tokens), List.of(content.retention()), List.of(), List.of());
        }

        @Override
        public Result perform(View view, Changes changes, List<Optional<String>> tokens, At at) {
            List<ListChange> each = content.add(view, changes, tokens, at.instant());
            return new Result(null, counts(DATA, each));
        }
    }

    /** Deletes values. */
    record Delete(ListContent content) implements ListTask {
        private static final Shape DATA = Shape.of("deleted", "rejected");

        @Override
        public Reads reads(List<Optional<String>> tokens) {
            return new Reads(List.of(), content.keys(tokens), List.of(), List.of(), List.of());
        }

        @Override
        public Result perform(View view, Changes changes, List<Optional<String>> tokens, At at) {
            List<ListChange> each = content.delete(view, changes, tokens, at.instant());
            return new Result(null, counts(DATA, each));
        }
    }

    /** Adds the value unless the list has it. */
    record Claim(Query query, Add add) implements ListTask {
        @Override
        public Reads reads(List<Optional<String>> tokens) {
            return add.reads(tokens);
        }

        @Override
        public Result perform(View view, Changes changes, List<Optional<String>> tokens, At at) {
            if (query.match(view, tokens, at).found()) {
                return new Result("Duplicate", Obj.EMPTY);
            }
            add.perform(view, changes, tokens, at);
            return new Result(null, Obj.EMPTY);
        }
    }

    private static Obj counts(Shape shape, List<ListChange> each) {
        ListChanges changes = new ListChanges(each);
        return Obj.of(shape, Num.of(changes.accepted()), Num.of(changes.rejected()));
    }
}
