package dev.sluice.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Connections of a host's pool go back as they came. */
class PooledSourceTest {
    private static final int SIZE = 3;

    @TempDir
    Path folder;

    private final Deque<Connection> free = new ArrayDeque<>();

    private DataSource pool(String url) throws SQLException {
        for (int i = 0; i < SIZE; i++) {
            free.add(DriverManager.getConnection(url));
        }
        return (DataSource) Proxy.newProxyInstance(
                DataSource.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    assertThat(method.getName()).isEqualTo("getConnection");
                    return borrowed(free.pop());
                });
    }

    private Connection borrowed(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("close")) {
                        free.push(connection);
                        return null;
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException fault) {
                        throw fault.getCause();
                    }
                });
    }

    @Test
    void the_host_can_write_on_every_connection_once_the_store_is_closed() throws SQLException {
        DataSource pool = pool("jdbc:sqlite:" + folder.resolve("leads.db"));
        for (int run = 0; run < 3; run++) {
            try (JdbcStore store = JdbcStore.open(pool)) {
                new Leads(store).begin("l" + run).durable();
                assertThat(new Leads(store).count()).isEqualTo(run + 1);
            }
        }
        assertThat(free).hasSize(SIZE);
        List<String> settings = new ArrayList<>();
        for (Connection connection : free) {
            assertThat(connection.getAutoCommit()).isTrue();
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("pragma query_only")) {
                settings.add(row.getString(1));
            }
            connection.close();
        }
        assertThat(settings).containsOnly("0");
    }
}
