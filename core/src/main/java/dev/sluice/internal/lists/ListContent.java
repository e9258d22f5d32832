package dev.sluice.internal.lists;

import dev.sluice.flow.ListName;
import dev.sluice.lists.ListChange;
import dev.sluice.store.Changes;
import dev.sluice.store.DocKey;
import dev.sluice.store.Entry;
import dev.sluice.store.EntryKey;
import dev.sluice.store.View;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What one list holds, as a write sees and changes it. Values are given by their tokens; one without is rejected. */
public final class ListContent {
    private final String account;
    private final ListName name;
    private final Retention retention;

    public ListContent(String account, ListName name) {
        this.account = account;
        this.name = name;
        this.retention = new Retention(account, name);
    }

    /** What a change of these values looks at. */
    List<EntryKey> keys(List<Optional<String>> tokens) {
        return tokens.stream().flatMap(Optional::stream).map(this::key).toList();
    }

    /** What adding looks at beside them. */
    DocKey retention() {
        return retention.key();
    }

    List<ListChange> add(View view, Changes changes, List<Optional<String>> tokens, Instant now) {
        Instant expiry = retention.expiry(view, now);
        Set<EntryKey> added = new HashSet<>();
        return each(tokens, key -> {
            boolean present = !added.add(key) || isThere(view, key, now);
            changes.put(new Entry(key, "", now, expiry));
            return present ? ListChange.RENEWED : ListChange.ADDED;
        });
    }

    List<ListChange> delete(View view, Changes changes, List<Optional<String>> tokens, Instant now) {
        Set<EntryKey> deleted = new HashSet<>();
        return each(tokens, key -> {
            boolean present = deleted.add(key) && isThere(view, key, now);
            changes.remove(key);
            return present ? ListChange.DELETED : ListChange.ABSENT;
        });
    }

    private List<ListChange> each(List<Optional<String>> tokens, Function<EntryKey, ListChange> change) {
        return tokens.stream()
                .map(token -> token.map(this::key).map(change).orElse(ListChange.REJECTED))
                .toList();
    }

    private static boolean isThere(View view, EntryKey key, Instant now) {
        return view.entry(key).filter(entry -> entry.countsAt(now)).isPresent();
    }

    private EntryKey key(String token) {
        return ListLookup.key(account, name, token);
    }
}
