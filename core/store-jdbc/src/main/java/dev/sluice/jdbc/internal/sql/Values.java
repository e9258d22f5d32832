package dev.sluice.jdbc.internal.sql;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The values of a statement, in their order. */
public final class Values {
    private final List<@Nullable Object> values = new ArrayList<>(24);

    public Values add(@Nullable Object value) {
        values.add(value);
        return this;
    }

    public @Nullable Object[] array() {
        return values.toArray();
    }
}
