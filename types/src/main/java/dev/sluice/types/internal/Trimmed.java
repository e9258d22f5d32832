package dev.sluice.types.internal;

import dev.sluice.types.Text;
import dev.sluice.types.Whitespace;

/** Text without white space at both ends; the very same object when there is none. */
final class Trimmed {
    private Trimmed() {}

    static Text of(Text text) {
        String trimmed = Whitespace.trim(text.value());
        return trimmed.length() == text.value().length() ? text : new Text(trimmed);
    }
}
