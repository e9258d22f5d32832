package dev.sluice.jdbc.internal.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * A table of values, each found by a key of texts; the first text is the account.
 *
 * @param name as statements have it
 * @param keys the columns of the key
 * @param columns the columns of the value
 * @param texts a key's texts
 * @param key the key of such texts
 * @param reader makes a value of a row whose first columns are those of the value
 * @param writer gives the value's columns
 */
public record Table<K, V>(
        String name,
        List<String> keys,
        List<String> columns,
        Function<K, List<String>> texts,
        Function<List<String>, K> key,
        Reader<K, V> reader,
        BiConsumer<V, Values> writer) {

    @FunctionalInterface
    public interface Reader<K, V> {
        V read(K key, ResultSet row) throws SQLException;
    }

    public String select() {
        return "select " + String.join(", ", columns) + " from " + name + where();
    }

    /** All rows of an account; the key's columns come after the value's. */
    public String selectAccount() {
        return selectAll() + " where account = ?";
    }

    /** Some rows, as {@link #selectAccount} gives them. */
    public String selectSome(int limit) {
        return selectAll() + " limit " + limit;
    }

    private String selectAll() {
        return "select " + String.join(", ", columns) + ", " + String.join(", ", keys) + " from " + name;
    }

    public String delete() {
        return "delete from " + name + where();
    }

    public String insert() {
        int width = keys.size() + columns.size();
        return "insert into " + name + " (" + String.join(", ", keys) + ", " + String.join(", ", columns)
                + ") values (?" + ", ?".repeat(width - 1) + ")";
    }

    private String where() {
        return " where " + String.join(" = ? and ", keys) + " = ?";
    }

    public V read(K of, ResultSet row) throws SQLException {
        return reader.read(of, row);
    }

    /** The key of a row that has the value's columns first. */
    public K key(ResultSet row) throws SQLException {
        String[] parts = new String[keys.size()];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = row.getString(columns.size() + i + 1);
        }
        return key.apply(List.of(parts));
    }

    /** The values of {@link #select} and {@link #delete}. */
    public Values values(K of) {
        Values values = new Values();
        texts.apply(of).forEach(values::add);
        return values;
    }

    /** The values of {@link #insert}. */
    public Values values(K of, V value) {
        Values values = values(of);
        writer.accept(value, values);
        return values;
    }

    /** An order of keys that is the same in every process. */
    public int compare(K one, K other) {
        List<String> some = texts.apply(one);
        List<String> others = texts.apply(other);
        for (int i = 0; i < some.size(); i++) {
            int order = some.get(i).compareTo(others.get(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }
}
