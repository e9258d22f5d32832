package dev.sluice.cli.delivery;

import dev.sluice.database.DatabaseDelivery;
import dev.sluice.delivery.DeliveryPlugin;
import dev.sluice.delivery.Secrets;
import dev.sluice.email.EmailDelivery;
import dev.sluice.email.SmtpServer;
import dev.sluice.http.Egress;
import dev.sluice.http.WebhookDelivery;
import dev.sluice.types.Obj;
import dev.sluice.types.Text;
import java.io.PrintWriter;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** The plugins that really send, as the command wires them. */
public final class Recipients implements AutoCloseable {
    private final WebhookDelivery webhook;
    private final Map<String, DeliveryPlugin> byName = new LinkedHashMap<>();

    private Recipients(WebhookDelivery webhook) {
        this.webhook = webhook;
    }

    /**
     * Wires {@code webhook}, {@code email} and {@code database}.
     *
     * @param allowed addresses inside networks that webhooks may speak to, such as {@code 127.0.0.1:8080}
     * @param smtp the mail server: {@code smtp://user@host:587} with STARTTLS, {@code smtps://host:465} with TLS, {@code
     *     smtp-open://host:25} without either; the password is the secret {@code smtp_password}
     * @param jdbc the address of the database
     * @param secrets their values by name
     * @throws IllegalArgumentException when an address is none
     */
    public static Recipients of(List<String> allowed, Optional<String> smtp, Optional<String> jdbc, Obj secrets) {
        Secrets known = name -> secrets.get(name) instanceof Text text ? text.value() : null;
        WebhookDelivery webhook =
                WebhookDelivery.builder().egress(egress(allowed)).secrets(known).build();
        EmailDelivery.Builder email = EmailDelivery.builder().secrets(known);
        smtp.map(Recipients::server).ifPresent(email::server);
        DatabaseDelivery.Builder database = DatabaseDelivery.builder();
        jdbc.map(Address::new).ifPresent(database::source);
        Recipients all = new Recipients(webhook);
        all.byName.put("webhook", webhook);
        all.byName.put("email", email.build());
        all.byName.put("database", database.build());
        return all;
    }

    private static Egress egress(List<String> allowed) {
        Egress egress = Egress.publicOnly();
        for (String address : allowed) {
            int colon = address.lastIndexOf(':');
            if (colon < 1) {
                throw new IllegalArgumentException("an allowed address is HOST:PORT, such as 127.0.0.1:8080");
            }
            String host = address.substring(0, colon);
            egress = egress.allowPort(Integer.parseInt(address.substring(colon + 1)));
            egress = host.matches("[0-9.]+") ? egress.allowNetwork(host + "/32") : egress.allowHost(host);
        }
        return egress;
    }

    private static SmtpServer server(String address) {
        URI uri = URI.create(address);
        String scheme = String.valueOf(uri.getScheme());
        SmtpServer server = SmtpServer.at(String.valueOf(uri.getHost()), uri.getPort())
                .security(
                        switch (scheme) {
                            case "smtp" -> SmtpServer.Security.STARTTLS;
                            case "smtps" -> SmtpServer.Security.TLS;
                            case "smtp-open" -> SmtpServer.Security.NONE;
                            default ->
                                throw new IllegalArgumentException(
                                        "a mail server is smtp://, smtps:// or smtp-open://, not " + scheme);
                        });
        return uri.getUserInfo() == null ? server : server.login(uri.getUserInfo(), "smtp_password");
    }

    /** The plugins by the names under which flows use them. */
    public Map<String, DeliveryPlugin> byName() {
        return byName;
    }

    @Override
    public void close() {
        webhook.close();
    }

    /** A database by its address. */
    private record Address(String url) implements DataSource {
        @Override
        public Connection getConnection() throws SQLException {
            return DriverManager.getConnection(url);
        }

        @Override
        public Connection getConnection(String user, String password) throws SQLException {
            return DriverManager.getConnection(url, user, password);
        }

        @Override
        public PrintWriter getLogWriter() throws SQLException {
            throw new SQLFeatureNotSupportedException("nothing is logged");
        }

        @Override
        public void setLogWriter(PrintWriter out) throws SQLException {
            throw new SQLFeatureNotSupportedException("nothing is logged");
        }

        @Override
        public void setLoginTimeout(int seconds) throws SQLException {
            throw new SQLFeatureNotSupportedException("the driver's own counts");
        }

        @Override
        public int getLoginTimeout() {
            return 0;
        }

        @Override
        public Logger getParentLogger() throws SQLFeatureNotSupportedException {
            throw new SQLFeatureNotSupportedException("nothing is logged");
        }

        @Override
        public <T> T unwrap(Class<T> type) throws SQLException {
            throw new SQLException("there is nothing in it");
        }

        @Override
        public boolean isWrapperFor(Class<?> type) {
            return false;
        }

        @Override
        public String toString() {
            return "database";
        }
    }
}
