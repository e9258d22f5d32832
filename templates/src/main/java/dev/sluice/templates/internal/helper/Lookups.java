package dev.sluice.templates.internal.helper;

import dev.sluice.types.Missing;
import dev.sluice.types.Value;

/** Parts of a value whose name comes from the data. */
final class Lookups {
    private Lookups() {}

    /** The part called {@code key}; missing, never the whole, when the key is. */
    static Value part(Value value, Value key) {
        return key.isAbsent() ? Missing.MISSING : value.part(Values.text(key));
    }
}
