package dev.sluice.templates.internal.helper;

import dev.sluice.types.Value;
import java.util.List;

/** Values as JSON text. */
final class Json {
    private Json() {}

    /** The JSON of any value; nothing is {@code null}. */
    static String text(Value value) {
        String array = Value.list(List.of(value)).text();
        return array.substring(1, array.length() - 1);
    }
}
