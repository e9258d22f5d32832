package dev.sluice.cli.line;

import dev.sluice.cli.frame.LineException;
import dev.sluice.types.FieldType;
import dev.sluice.types.FieldTypes;

/** Field types by the names that questions use. */
final class TypeNames {
    private TypeNames() {}

    static FieldType named(FieldTypes types, String name) {
        return types.named(name)
                .orElseThrow(() -> new LineException(
                        "there is no type '" + name + "'; there are " + String.join(", ", types.names())));
    }
}
