package dev.sluice.http.internal.body;

import dev.sluice.types.Arr;
import dev.sluice.types.Obj;
import dev.sluice.types.Value;
import java.util.List;

/** Values as compact JSON. Objects and arrays are written as they read; a scalar is written as the only member of an array. */
public final class JsonText {
    private JsonText() {}

    /** {@code value} as text. */
    public static String of(Value value) {
        if (value instanceof Obj || value instanceof Arr) {
            return value.text();
        }
        String array = Arr.of(List.of(value)).text();
        return array.substring(1, array.length() - 1);
    }
}
