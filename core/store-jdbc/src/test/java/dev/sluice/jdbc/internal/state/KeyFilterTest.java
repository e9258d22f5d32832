package dev.sluice.jdbc.internal.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.jdbc.JdbcStore;
import dev.sluice.jdbc.internal.sql.Connections;
import dev.sluice.jdbc.internal.sql.Session;
import dev.sluice.jdbc.internal.table.Rows;
import dev.sluice.jdbc.internal.table.Tables;
import dev.sluice.store.Entry;
import dev.sluice.store.EntryKey;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFilterTest {
    private static final Instant NOW = Instant.parse("2026-03-15T14:30:00Z");

    @TempDir
    Path folder;

    private static EntryKey key(int n) {
        return new EntryKey("acc", "seen", "token" + n);
    }

    @Test
    void every_key_that_was_added_is_found_and_few_others_are() {
        KeyFilter filter = new KeyFilter();
        IntStream.range(0, 200_000).forEach(n -> filter.add(key(n)));

        assertThat(IntStream.range(0, 200_000).filter(n -> !filter.mayHave(key(n))))
                .isEmpty();
        assertThat(IntStream.range(200_000, 300_000)
                        .filter(n -> filter.mayHave(key(n)))
                        .count())
                .isLessThan(10_000);
    }

    @Test
    void nothing_is_found_where_nothing_was_added() {
        assertThat(new KeyFilter().mayHave(key(1))).isFalse();
    }

    @Test
    void the_keys_of_a_table_are_read() {
        String url = "jdbc:sqlite:" + folder.resolve("filter.db");
        JdbcStore.open(url).close();
        try (Session session = Session.writer(Connections.to(url))) {
            new Rows(session).insert(Tables.ENTRIES, key(1), new Entry(key(1), "lead_1", NOW, null));

            KeyFilter filter = KeyFilter.of(session, Tables.ENTRIES);

            assertThat(filter.mayHave(key(1))).isTrue();
            assertThat(filter.mayHave(key(2))).isFalse();
        }
    }

    @Test
    void only_keys_that_may_have_a_value_are_asked_for() {
        Asked table = new Asked();
        KeyFilter filter = new KeyFilter();
        filter.add("old");
        Filtered<String, String> values = new Filtered<>(table, () -> filter, "none");

        assertThat(values.get("new")).isEqualTo("none");
        values.put("new", "value", 1);
        assertThat(values.get("new")).isEqualTo("value");
        assertThat(values.get("old")).isEqualTo("asked");
        assertThat(table.asked).containsExactly("new", "old");
    }

    private static final class Asked implements Shelf<String, String> {
        private final List<String> asked = new ArrayList<>();
        private final Map<String, String> put = new HashMap<>();

        @Override
        public String get(String key) {
            asked.add(key);
            return put.getOrDefault(key, "asked");
        }

        @Override
        public void put(String key, String value, long write) {
            put.put(key, value);
        }
    }
}
