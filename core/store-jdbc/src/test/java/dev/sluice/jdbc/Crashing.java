package dev.sluice.jdbc;

import dev.sluice.jdbc.internal.sql.H2;
import dev.sluice.store.EventStore;
import dev.sluice.store.Store;
import dev.sluice.store.Written;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Puts crash points around what stores, logs and connections do. */
final class Crashing {
    private final CrashPoint point;
    private final Fault fault;

    /** What the checks must find. */
    enum Fault {
        NONE,
        /** Nobody waits until anything is durable. */
        IMPATIENT,
        /** Nobody reads who is to be asked after a settled failure. */
        FORGETFUL
    }

    Crashing(CrashPoint point, Fault fault) {
        this.point = point;
        this.fault = fault;
    }

    /** Runs a call that may be one to crash at. */
    @FunctionalInterface
    private interface Call {
        @Nullable Object run() throws Throwable;
    }

    Store store(Store store) {
        Store seen = fault == Fault.FORGETFUL ? new ForgetfulStore(store) : store;
        return proxy(Store.class, seen, "write", "write", "written", result -> written((Written<?>) result));
    }

    private Written<?> written(Written<?> written) {
        if (fault == Fault.IMPATIENT) {
            return proxy(Written.class, written, "durable", "force", "forced", Function.identity(), written::decided);
        }
        return proxy(Written.class, written, "durable", "force", "forced", Function.identity());
    }

    EventStore log(EventStore log) {
        return proxy(EventStore.class, log, "append", "append", "appended", Function.identity());
    }

    DataSource source(String url) {
        return (DataSource) Proxy.newProxyInstance(
                Crashing.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                (proxy, method, values) -> open(url));
    }

    private Connection open(String url) throws SQLException {
        Connection connection = DriverManager.getConnection(H2.complete(url));
        return proxy(Connection.class, connection, "commit", "commit", "committed", Function.identity());
    }

    private <T> T proxy(
            Class<T> type, T target, String watched, String before, String after, Function<Object, Object> result) {
        return proxy(type, target, watched, before, after, result, null);
    }

    private <T> T proxy(
            Class<T> type,
            T target,
            String watched,
            String before,
            String after,
            Function<Object, Object> result,
            @Nullable Call instead) {
        return type.cast(Proxy.newProxyInstance(
                Crashing.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, values) -> {
                    if (!method.getName().equals(watched)) {
                        return invoke(target, method, values);
                    }
                    point.at(before);
                    Object given = instead == null ? invoke(target, method, values) : instead.run();
                    point.at(after);
                    return given == null ? null : result.apply(given);
                }));
    }

    private static @Nullable Object invoke(Object target, Method method, Object[] values) throws Throwable {
        try {
            return method.invoke(target, values);
        } catch (InvocationTargetException fault) {
            throw fault.getCause();
        }
    }
}
