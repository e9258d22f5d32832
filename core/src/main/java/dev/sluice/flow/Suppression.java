package dev.sluice.flow;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * Refuses leads whose value is in a list. A value that reads a blank variable is in no list.
 *
 * @param value a template
 * @param listName the list; several with commas between them
 * @param lookback how far back entries count; null for all
 * @param reason a template; null for {@code Suppressed: <list>}
 */
public record Suppression(
        String value,
        String listName,
        @Nullable Window lookback,
        @Nullable String reason) {
    public Suppression {
        requireNonNull(value, "value");
        requireNonNull(listName, "listName");
    }

    /** Refuses leads whose {@code value} is in the list, however long ago it was added. */
    public static Suppression of(String value, String listName) {
        return new Suppression(value, listName, null, null);
    }

    /** This, telling the source {@code text}. */
    public Suppression because(String text) {
        return new Suppression(value, listName, lookback, requireNonNull(text, "text"));
    }
}
