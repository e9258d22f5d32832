package dev.sluice.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.delivery.Outcome;
import dev.sluice.event.EventQuery;
import dev.sluice.event.EventType;
import dev.sluice.rules.Conditions;
import dev.sluice.store.Store;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How many rows a page costs, and that an index finds them in their order; a page of a long log costs what it holds. */
class PageCostTest {
    private static final int LEADS = 400;
    private static final int PAGE = 20;
    private static final int EVENTS = 3;

    @TempDir
    Path folder;

    private final List<String> asked = new ArrayList<>();
    private long rows;
    private Store store;

    @BeforeEach
    void fill() {
        store = JdbcStore.open(counted());
        Leads leads = new Leads(store);
        for (int i = 0; i < LEADS; i++) {
            leads.begin("lead" + i);
            leads.complete("lead" + i);
        }
        leads.begin("last").durable();
        asked.clear();
        rows = 0;
    }

    @AfterEach
    void close() {
        store.close();
    }

    private DataSource counted() {
        return proxy(DataSource.class, null, "jdbc:sqlite:" + folder.resolve("leads.db"));
    }

    /** Connections whose statements are noted, and whose rows are counted. */
    private <T> T proxy(Class<T> type, Object real, String url) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    if (type == DataSource.class) {
                        return proxy(Connection.class, DriverManager.getConnection(url), url);
                    }
                    Object result;
                    try {
                        result = method.invoke(real, arguments);
                    } catch (InvocationTargetException fault) {
                        throw fault.getCause();
                    }
                    if (result instanceof PreparedStatement) {
                        String sql = String.valueOf(arguments[0]);
                        return noted(proxy(PreparedStatement.class, result, url), sql);
                    }
                    if (result instanceof ResultSet) {
                        return proxy(ResultSet.class, result, url);
                    }
                    rows += method.getName().equals("next") && result.equals(true) ? 1 : 0;
                    return result;
                }));
    }

    private PreparedStatement noted(PreparedStatement statement, String sql) {
        if (sql.startsWith("select") && sql.contains("from event ")) {
            asked.add(sql);
        }
        return statement;
    }

    private int page(EventQuery.Builder query) {
        rows = 0;
        return store.events().find(query.limit(PAGE).build()).events().size();
    }

    @Test
    void a_timeline_reads_its_own_rows() {
        assertThat(store.events().stream(Leads.stream("lead7"))).hasSize(EVENTS);
        assertThat(rows).isEqualTo(EVENTS);
        assertThat(plans()).allMatch(plan -> plan.startsWith("SEARCH"));
    }

    @Test
    void a_page_reads_its_events_and_what_was_before_each_of_them() {
        EventQuery.Builder completed = EventQuery.builder().type(EventType.FLOW_COMPLETED);

        assertThat(page(completed)).isEqualTo(PAGE);
        assertThat(rows).isBetween((long) PAGE, (long) PAGE * EVENTS + 2);
        assertThat(page(completed.newestFirst())).isEqualTo(PAGE);
        assertThat(rows).isBetween((long) PAGE, (long) PAGE * EVENTS + 2);
        assertThat(page(EventQuery.builder().type("source.*"))).isEqualTo(PAGE);
        assertThat(rows).isLessThanOrEqualTo(PAGE * EVENTS + 8L);
        assertThat(page(EventQuery.builder().outcome(Outcome.SUCCESS).type("nothing.at.all")))
                .isZero();
        assertThat(rows).isLessThanOrEqualTo(2);
        assertThat(plans()).noneMatch(plan -> plan.startsWith("SCAN event") || plan.contains("TEMP B-TREE FOR ORDER"));
    }

    @Test
    void rules_are_asked_of_five_hundred_events_at_most() {
        EventQuery.Builder nobody =
                EventQuery.builder().where(Conditions.field("lead.state").isEqualTo("nowhere"));

        assertThat(page(nobody)).isZero();
        assertThat(rows).isBetween(500L, 500L + 2 * EVENTS);
    }

    private List<String> plans() {
        List<String> plans = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("leads.db"));
                Statement statement = connection.createStatement()) {
            for (String sql : asked) {
                try (ResultSet plan = statement.executeQuery("explain query plan " + sql)) {
                    while (plan.next()) {
                        plans.add(plan.getString("detail"));
                    }
                }
            }
        } catch (SQLException fault) {
            throw new AssertionError(fault);
        }
        return plans;
    }
}
