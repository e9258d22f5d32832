package dev.sluice.flow;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * A look into lists before a lead is judged. Under the name {@code dnc} the rules of acceptance, prices and caps read the
 * answer as {@code suppressionlist.is_dnc}. A value that reads a blank variable is in no list.
 *
 * @param value a template
 * @param listName the list; several with commas between them
 * @param lookback how far back entries count; null for all
 */
public record ListCheck(
        String value, String listName, @Nullable Window lookback) {
    public ListCheck {
        requireNonNull(value, "value");
        requireNonNull(listName, "listName");
    }

    /** Whether {@code value} is in the list, however long ago it was added. */
    public static ListCheck of(String value, String listName) {
        return new ListCheck(value, listName, null);
    }
}
