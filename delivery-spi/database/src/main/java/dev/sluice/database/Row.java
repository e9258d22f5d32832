package dev.sluice.database;

import dev.sluice.types.Value;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** One lead as values of columns, in their order; the first is the key. For one thread. */
final class Row {
    private static final int MOST_COLUMNS = 500;

    private final Map<Identifier, Value> cells = new LinkedHashMap<>();
    private final Set<String> names = new TreeSet<>();

    /**
     * Puts {@code value} into {@code column}.
     *
     * @throws InvalidSettingException when there is one already, in any spelling
     */
    void put(Identifier column, Value value, String pointer) {
        if (!names.add(column.name().toLowerCase(Locale.ROOT))) {
            throw new InvalidSettingException(pointer, "there are two values for the same column");
        }
        if (names.size() > MOST_COLUMNS) {
            throw new InvalidSettingException(pointer, "there are more than " + MOST_COLUMNS + " columns");
        }
        if (!value.isMissing()) {
            cells.put(column, value);
        }
    }

    /** What has a value, nulls included. */
    Map<Identifier, Value> cells() {
        return cells;
    }
}
