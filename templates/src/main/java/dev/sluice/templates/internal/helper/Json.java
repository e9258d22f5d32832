package dev.sluice.templates.internal.helper;

import dev.sluice.templates.internal.escape.CharacterEscaper;
import dev.sluice.templates.internal.escape.Escaper;
import dev.sluice.types.Text;
import dev.sluice.types.Value;
import java.util.List;

/** Values as JSON text. */
final class Json {
    private static final Escaper ESCAPER = CharacterEscaper.json();

    private Json() {}

    /** The JSON of any value; nothing is {@code null}. */
    static String text(Value value) {
        if (value.plain() instanceof Text text) {
            StringBuilder out = new StringBuilder(text.value().length() + 16).append('"');
            ESCAPER.append(text.value(), out);
            return out.append('"').toString();
        }
        String array = Value.list(List.of(value)).text();
        return array.substring(1, array.length() - 1);
    }
}
