package dev.sluice.internal.lists;

import dev.sluice.types.Value;
import java.util.Locale;
import java.util.Optional;

/** Values as lists compare them: the text of the normal form in lower case. What is blank or has no text is in no list. */
final class ListValue {
    private ListValue() {}

    static Optional<String> normal(Value value) {
        if (value.isBlank()) {
            return Optional.empty();
        }
        String text = value.text();
        return text.isBlank() ? Optional.empty() : Optional.of(text.toLowerCase(Locale.ROOT));
    }
}
