package dev.sluice.templates.internal.program;

import dev.sluice.types.Missing;
import dev.sluice.types.Value;
import org.jspecify.annotations.Nullable;

/** The round of a loop: what {@code @index} and its like read. */
final class Loop {
    final @Nullable Loop parent;
    final int size;
    int index;
    Value key = Missing.MISSING;

    Loop(@Nullable Loop parent, int size) {
        this.parent = parent;
        this.size = size;
    }
}
