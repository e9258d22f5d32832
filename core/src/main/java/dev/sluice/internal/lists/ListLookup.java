package dev.sluice.internal.lists;

import dev.sluice.flow.ListName;
import dev.sluice.flow.Window;
import dev.sluice.lists.ListMatch;
import dev.sluice.store.Entry;
import dev.sluice.store.EntryKey;
import dev.sluice.store.View;
import dev.sluice.types.At;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Looks a value up in lists.
 *
 * @param account whose lists they are
 * @param lists which of them, in order
 * @param lookback how far back entries count; null for all
 */
public record ListLookup(
        String account, List<ListName> lists, @Nullable Window lookback) {

    static EntryKey key(String account, ListName list, String token) {
        return new EntryKey(account, "list/" + list.text(), token);
    }

    public List<EntryKey> keys(String token) {
        return lists.stream().map(list -> key(account, list, token)).toList();
    }

    /** Where the value with this token is, as the view shows it. */
    public ListMatch match(View view, String token, At at) {
        List<String> foundIn = new ArrayList<>(lists.size());
        Instant latest = null;
        for (ListName list : lists) {
            Optional<Entry> entry = view.entry(key(account, list, token)).filter(found -> counts(found, at));
            if (entry.isPresent()) {
                foundIn.add(list.text());
                Instant added = entry.get().at();
                latest = latest == null || added.isAfter(latest) ? added : latest;
            }
        }
        return foundIn.isEmpty() ? ListMatch.NONE : new ListMatch(foundIn, latest);
    }

    private boolean counts(Entry entry, At at) {
        return entry.countsAt(at.instant())
                && (lookback == null || lookback.after(entry.at(), at.zone()).isAfter(at.instant()));
    }
}
