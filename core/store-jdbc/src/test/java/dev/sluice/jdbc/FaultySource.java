package dev.sluice.jdbc;

import dev.sluice.jdbc.internal.sql.H2;
import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Connections of which one call fails. Calls that only carry values to and fro are not counted: they reach no database. */
final class FaultySource implements DataSource {
    private static final List<Class<?>> WRAPPED =
            List.of(Connection.class, PreparedStatement.class, Statement.class, ResultSet.class);

    private final String url;
    private final UnaryOperator<String> statements;
    private Fault fault = Fault.REFUSED;
    private int left = Integer.MAX_VALUE;
    private String only = "";
    private boolean fired;

    /** What goes wrong. */
    enum Fault {
        /** The database says no, and the connection lives on. */
        REFUSED,
        /** The connection breaks before the call is made. */
        BROKEN,
        /** The call is made, and the connection breaks before the answer comes. */
        UNANSWERED
    }

    FaultySource(String url) {
        this(url, UnaryOperator.identity());
    }

    /** @param statements what becomes of them on their way */
    FaultySource(String url, UnaryOperator<String> statements) {
        this.url = url;
        this.statements = statements;
    }

    /** The call with this number, counted from now and from 1, fails; all others go well. */
    void failAt(int call, Fault next) {
        left = call;
        only = "";
        fault = next;
        fired = false;
    }

    /** The next call of this method fails. */
    void failNext(String method, Fault next) {
        failAt(1, next);
        only = method;
    }

    void heal() {
        left = Integer.MAX_VALUE;
    }

    boolean hasFired() {
        return fired;
    }

    @Override
    public Connection getConnection() throws SQLException {
        if (only.isEmpty() && isDue()) {
            throw new SQLException("injected: no connection", "08001");
        }
        Connection connection = DriverManager.getConnection(H2.complete(url));
        return (Connection) wrapped(connection, connection);
    }

    private boolean isDue() {
        left--;
        fired |= left == 0;
        return left == 0;
    }

    private Object wrapped(Object target, Connection connection) {
        Class<?> type = WRAPPED.stream()
                .filter(each -> each.isInstance(target))
                .findFirst()
                .orElseThrow();
        return Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> call(target, connection, method, arguments));
    }

    private @Nullable Object call(Object target, Connection connection, Method method, Object @Nullable [] arguments)
            throws Throwable {
        boolean due = reachesTheDatabase(method) && (only.isEmpty() || only.equals(method.getName())) && isDue();
        if (due && fault == Fault.REFUSED) {
            throw new SQLException("injected: " + method.getName(), "58030");
        }
        if (due && fault == Fault.BROKEN) {
            throw broken(connection, method);
        }
        if (arguments != null && method.getName().equals("prepareStatement")) {
            arguments[0] = statements.apply((String) arguments[0]);
        }
        Object result;
        try {
            result = method.invoke(target, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
        if (due) {
            throw broken(connection, method);
        }
        boolean wraps = result != null && WRAPPED.stream().anyMatch(each -> each == method.getReturnType());
        return wraps ? wrapped(result, connection) : result;
    }

    private static boolean reachesTheDatabase(Method method) {
        String name = method.getName();
        boolean carries = name.startsWith("get") || name.startsWith("set") && !name.equals("setAutoCommit");
        return !carries
                && !List.of("wasNull", "isWrapperFor", "unwrap", "addBatch", "toString", "hashCode")
                        .contains(name);
    }

    private static SQLException broken(Connection connection, Method method) throws SQLException {
        connection.close();
        return new SQLException("injected: connection lost in " + method.getName(), "08006");
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public @Nullable PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(PrintWriter out) {}

    @Override
    public void setLoginTimeout(int seconds) {}

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLException();
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }
}
