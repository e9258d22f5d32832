package dev.sluice.flow.diff;

import static java.util.Objects.requireNonNull;

import dev.sluice.types.Obj;
import dev.sluice.types.Value;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One change. Key hashes and other secrets stand nowhere in it: {@code (hidden)} takes their place.
 *
 * @param kind what was done
 * @param subject to what
 * @param name its id, or what else it is known by; empty when there is only one
 * @param setting which of its settings, such as {@code maximum}; empty when all of it was added, removed or moved
 * @param from a JSON pointer into the definition before; null when it was added
 * @param to a JSON pointer into the definition after; null when it was removed
 * @param before what stood there; missing when there was nothing
 * @param after what stands there; missing when there is nothing
 * @param words for people: {@code cap changed: 'day' maximum 500 -> 400 (source 'partner')}
 */
public record Change(
        Kind kind,
        Subject subject,
        String name,
        String setting,
        @Nullable String from,
        @Nullable String to,
        Value before,
        Value after,
        String words) {
    public Change {
        requireNonNull(kind, "kind");
        requireNonNull(subject, "subject");
        requireNonNull(name, "name");
        requireNonNull(setting, "setting");
        requireNonNull(before, "before");
        requireNonNull(after, "after");
        requireNonNull(words, "words");
    }

    /** What was done. */
    public enum Kind {
        ADDED,
        REMOVED,
        CHANGED,
        /** It stands at another place; what else changed of it is told by changes of its own. */
        MOVED;

        /** {@code added} and so on. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** This change as an object with the names of the components; what is null, empty or missing is left out. */
    public Obj toValue() {
        return Obj.EMPTY
                .with("kind", Value.text(kind.word()))
                .with("subject", Value.text(subject.word()))
                .with("name", present(name))
                .with("setting", present(setting))
                .with("from", present(from))
                .with("to", present(to))
                .with("before", before)
                .with("after", after)
                .with("words", Value.text(words));
    }

    private static Value present(@Nullable String text) {
        return text == null || text.isEmpty() ? Value.missing() : Value.text(text);
    }

    @Override
    public String toString() {
        return words;
    }
}
