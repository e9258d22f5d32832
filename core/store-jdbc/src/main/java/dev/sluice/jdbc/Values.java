package dev.sluice.jdbc;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The values of a statement, in their order. */
final class Values {
    private final List<@Nullable Object> values = new ArrayList<>(24);

    Values add(@Nullable Object value) {
        values.add(value);
        return this;
    }

    @Nullable Object[] array() {
        return values.toArray();
    }
}
