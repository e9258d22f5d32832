package dev.sluice.lists;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether a value stands in lists.
 *
 * @param foundIn the lists that hold it, by their normal names, in the order they were asked
 * @param latest when it was last added to one of them; null when it is in none
 */
public record ListMatch(List<String> foundIn, @Nullable Instant latest) {
    /** In no list. */
    public static final ListMatch NONE = new ListMatch(List.of(), null);

    public ListMatch {
        foundIn = List.copyOf(foundIn);
    }

    /** Whether it is in one of them. */
    public boolean found() {
        return !foundIn.isEmpty();
    }

    /** When it was last added to one of them. */
    public Optional<Instant> addedAt() {
        return Optional.ofNullable(latest);
    }
}
