package dev.sluice.internal.lists;

import dev.sluice.flow.ListName;
import dev.sluice.flow.TimeUnit;
import dev.sluice.flow.Window;
import dev.sluice.store.Doc;
import dev.sluice.store.DocKey;
import dev.sluice.store.View;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** For how long a list keeps its values: a document beside the list, such as {@code 30 day}. */
final class Retention {
    private static final String FOR_EVER = "";

    private final DocKey key;

    Retention(String account, ListName list) {
        this.key = new DocKey(account, "list", list.text());
    }

    DocKey key() {
        return key;
    }

    Doc doc(View view, @Nullable Window window) {
        long version = view.doc(key).map(Doc::version).orElse(0L) + 1;
        String body = window == null
                ? FOR_EVER
                : window.value() + " " + window.interval().text();
        return new Doc(key, version, body);
    }

    /** When what is added at {@code moment} stops to count; null for never. */
    @Nullable Instant expiry(View view, Instant moment) {
        return view.doc(key)
                .flatMap(Retention::window)
                .map(window -> window.after(moment, ZoneOffset.UTC))
                .orElse(null);
    }

    private static Optional<Window> window(Doc doc) {
        String[] words = doc.body().split(" ");
        return words.length == 2
                ? TimeUnit.named(words[1]).map(unit -> new Window(Integer.parseInt(words[0]), unit))
                : Optional.empty();
    }
}
