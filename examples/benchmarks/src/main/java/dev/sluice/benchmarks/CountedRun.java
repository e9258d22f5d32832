package dev.sluice.benchmarks;

import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Logger;

/** The command with commits counted, and processor time, over addresses such as {@code jdbc:counted:sqlite:leads.db}. */
public final class CountedRun {
    /** Between the number of commits and the processor time in milliseconds. */
    static final String COMMITS = " commits so far, processor milliseconds: ";

    private static final PrintStream OUT = System.out;

    private CountedRun() {}

    public static void main(String[] args) throws ReflectiveOperationException, SQLException {
        DriverManager.registerDriver(new Counting());
        Class.forName("dev.sluice.cli.Main").getMethod("main", String[].class).invoke(null, (Object) args);
    }

    /** Hands on everything, and tells the number of commits whenever a connection ends. */
    private static final class Counting implements Driver {
        private static final String START = "jdbc:counted:";

        private final AtomicLong commits = new AtomicLong();

        @Override
        public boolean acceptsURL(String url) {
            return url.startsWith(START);
        }

        @Override
        public Connection connect(String url, Properties info) throws SQLException {
            return acceptsURL(url)
                    ? counted(DriverManager.getConnection("jdbc:" + url.substring(START.length()), info))
                    : null;
        }

        private Connection counted(Connection connection) {
            return (Connection) Proxy.newProxyInstance(
                    Counting.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                        if (method.getName().equals("commit")) {
                            commits.incrementAndGet();
                        } else if (method.getName().equals("close")) {
                            OUT.println(commits + COMMITS + CpuTime.now() / 1_000_000);
                        }
                        try {
                            return method.invoke(connection, arguments);
                        } catch (InvocationTargetException fault) {
                            throw fault.getCause();
                        }
                    });
        }

        @Override
        public DriverPropertyInfo[] getPropertyInfo(String url, Properties info) {
            return new DriverPropertyInfo[0];
        }

        @Override
        public int getMajorVersion() {
            return 1;
        }

        @Override
        public int getMinorVersion() {
            return 0;
        }

        @Override
        public boolean jdbcCompliant() {
            return false;
        }

        @Override
        public Logger getParentLogger() {
            return Logger.getGlobal();
        }
    }
}
