package dev.sluice.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.event.Event;
import dev.sluice.event.EventType;
import dev.sluice.jdbc.internal.sql.H2;
import dev.sluice.store.Cursor;
import dev.sluice.store.Reads;
import dev.sluice.store.Selection;
import dev.sluice.store.Store;
import dev.sluice.store.StreamId;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How many rows H2 looks at for a report of a short time of a long log. */
class H2TimesTest {
    private static final Instant START = Instant.parse("2026-03-15T14:30:00Z");
    private static final int EVENTS = 10_000;
    private static final int BLOCK = 1_024;
    private static final Pattern SCANNED = Pattern.compile("scanCount: ([0-9]+)");

    @TempDir
    Path folder;

    /** Statements with their values, of those that read events. */
    private final List<Asked> asked = new ArrayList<>();

    private record Asked(String sql, Map<Integer, Object> values) {}

    private String url() {
        return H2.complete("jdbc:h2:" + folder.resolve("leads"));
    }

    /** A minute from event to event. */
    private static void fill(Store store) {
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < EVENTS; i++) {
            StreamId stream = new StreamId("default", "lead_" + i);
            events.add(Event.of(stream, 1, EventType.SOURCE_SUBMITTED, START.plus(Duration.ofMinutes(i)))
                    .context(new Event.Context("solar", 1, "hash", "web", false, "test"))
                    .build());
        }
        store.write(Leads.write(Reads.NONE, (view, changes) -> {
                    events.forEach(event -> changes.append(event.stream(), List.of(event)));
                    return true;
                }))
                .durable();
    }

    private DataSource noting() {
        return proxy(DataSource.class, null, "", new TreeMap<>());
    }

    private <T> T proxy(Class<T> type, Object real, String sql, Map<Integer, Object> values) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    if (type == DataSource.class) {
                        return proxy(Connection.class, DriverManager.getConnection(url()), "", values);
                    }
                    if (method.getName().startsWith("set")
                            && arguments.length == 2
                            && type == PreparedStatement.class) {
                        values.put((Integer) arguments[0], arguments[1]);
                    }
                    if (method.getName().equals("executeQuery") && sql.contains("from event ")) {
                        asked.add(new Asked(sql, new TreeMap<>(values)));
                    }
                    try {
                        Object result = method.invoke(real, arguments);
                        return result instanceof PreparedStatement
                                ? proxy(PreparedStatement.class, result, String.valueOf(arguments[0]), new TreeMap<>())
                                : result;
                    } catch (InvocationTargetException fault) {
                        throw fault.getCause();
                    }
                }));
    }

    private long scanned() throws SQLException {
        long scanned = 0;
        try (Connection connection = DriverManager.getConnection(url())) {
            for (Asked each : asked) {
                try (PreparedStatement explain = connection.prepareStatement("explain analyze " + each.sql())) {
                    for (Map.Entry<Integer, Object> value : each.values().entrySet()) {
                        explain.setObject(value.getKey(), value.getValue());
                    }
                    scanned += scanned(explain);
                }
            }
        }
        return scanned;
    }

    private static long scanned(PreparedStatement explain) throws SQLException {
        long scanned = 0;
        try (ResultSet plan = explain.executeQuery()) {
            while (plan.next()) {
                Matcher counts = SCANNED.matcher(plan.getString(1));
                while (counts.find()) {
                    scanned += Long.parseLong(counts.group(1));
                }
            }
        }
        return scanned;
    }

    /** How many events are read of the hour from this minute on. */
    private static int hour(Store store, int minute) {
        Instant from = START.plus(Duration.ofMinutes(minute));
        List<Event> found = new ArrayList<>();
        store.events().byStream(Selection.of("default").between(from, from.plus(Duration.ofHours(1))), found::addAll);
        return found.size();
    }

    @Test
    void a_short_time_is_found_without_walking_the_log() throws SQLException {
        try (Store store = JdbcStore.open(noting())) {
            fill(store);
            for (int minute : List.of(0, 5_000, EVENTS - 60)) {
                asked.clear();

                assertThat(hour(store, minute)).isEqualTo(60);

                assertThat(asked).isNotEmpty();
                assertThat(scanned()).as("from minute %s", minute).isBetween(60L, 3L * BLOCK);
            }
        }
    }

    /** Stores of before have rows that no block tells of until they are opened. */
    @Test
    void rows_of_before_are_found_by_their_time_too() throws SQLException {
        try (Store store = JdbcStore.open(url())) {
            fill(store);
        }
        try (Connection connection = DriverManager.getConnection(url());
                PreparedStatement drop = connection.prepareStatement("drop table event_block");
                PreparedStatement before = connection.prepareStatement("delete from sluice_schema where version = 3")) {
            drop.execute();
            before.execute();
        }

        try (Store store = JdbcStore.open(noting())) {
            assertThat(hour(store, 5_000)).isEqualTo(60);
            assertThat(scanned()).isLessThan(3L * BLOCK);
            assertThat(store.events().after(Cursor.START, EVENTS).events()).hasSize(EVENTS);
        }
    }
}
