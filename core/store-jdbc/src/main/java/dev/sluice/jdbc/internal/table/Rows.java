package dev.sluice.jdbc.internal.table;

import dev.sluice.jdbc.internal.sql.Dialect;
import dev.sluice.jdbc.internal.sql.Session;
import dev.sluice.jdbc.internal.sql.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Rows of tables, over one connection. */
public final class Rows {
    private final Session session;
    private final Dialect dialect;

    public Rows(Session session) {
        this.session = session;
        this.dialect = session.dialect();
    }

    public <K, V> Optional<V> get(Table<K, V> table, K key) {
        return session.first(
                table.select(), row -> table.read(key, row), table.values(key).array());
    }

    /** The row, which nobody else can change until this transaction ends. */
    public <K, V> Optional<V> getLocked(Table<K, V> table, K key) {
        return session.first(
                table.select() + dialect.forUpdate(),
                row -> table.read(key, row),
                table.values(key).array());
    }

    public <K, V> Map<K, V> ofAccount(Table<K, V> table, String account) {
        Map<K, V> all = new HashMap<>();
        session.list(
                table.selectAccount(),
                row -> {
                    K key = table.key(row);
                    return all.put(key, table.read(key, row));
                },
                account);
        return all;
    }

    public <K, V> boolean delete(Table<K, V> table, K key) {
        return session.update(table.delete(), table.values(key).array()) > 0;
    }

    public <K, V> void insert(Table<K, V> table, K key, V value) {
        session.update(table.insert(), table.values(key, value).array());
    }

    /**
     * Puts each value in the place of its key, and removes what is empty; in the same order in every process.
     *
     * @param isNew of which keys there is no row, unless somebody else is just making it: that ends in a conflict
     */
    public <K, V> void put(Table<K, V> table, Map<K, Optional<V>> changes, Predicate<Object> isNew) {
        List<@Nullable Object[]> deleted = new ArrayList<>();
        List<@Nullable Object[]> inserted = new ArrayList<>();
        List<@Nullable Object[]> replaced = new ArrayList<>();
        changes.entrySet().stream()
                .sorted((one, other) -> table.compare(one.getKey(), other.getKey()))
                .forEach(change -> {
                    K key = change.getKey();
                    if (change.getValue().isEmpty()) {
                        deleted.add(table.values(key).array());
                    } else {
                        (isNew.test(key) ? inserted : replaced)
                                .add(table.values(key, change.getValue().get()).array());
                    }
                });
        session.batch(table.delete(), deleted);
        session.batch(table.insert(), inserted);
        session.batch(dialect.upsert(table), replaced);
    }
}
