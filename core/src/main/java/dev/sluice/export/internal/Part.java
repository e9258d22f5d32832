package dev.sluice.export.internal;

import dev.sluice.types.Obj;
import dev.sluice.types.Value;
import java.util.function.Function;

/**
 * Named values of a row, whose names are found as they come.
 *
 * @param prefix what stands before their names in a file
 * @param path what may stand before them in patterns
 * @param of where they are in a row
 * @param seen what the reader sees of one
 */
record Part<T>(String prefix, String path, Function<T, Obj> of, Seen seen) {
    /** What is seen of a value. */
    interface Seen {
        Value of(String name, Value value);
    }
}
