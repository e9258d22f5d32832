package dev.sluice.email;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * A mail server that takes messages of the host. Named by the host and never by a definition, so that definitions cannot
 * reach into its networks. Immutable.
 */
public final class SmtpServer {
    private static final int HIGHEST_PORT = 65_535;

    private final String host;
    private final int port;
    private final Security security;
    private final @Nullable Login login;
    private final @Nullable SSLContext tls;
    private final Duration connectTimeout;

    private SmtpServer(
            String host,
            int port,
            Security security,
            @Nullable Login login,
            @Nullable SSLContext tls,
            Duration connectTimeout) {
        this.host = host;
        this.port = port;
        this.security = security;
        this.login = login;
        this.tls = tls;
        this.connectTimeout = connectTimeout;
    }

    /** How the connection is kept secret. */
    public enum Security {
        /** Not at all: for a server on this machine, or in a network of one's own. */
        NONE,
        /** It begins in the open and must turn secret before anything is said; usual on port 587. */
        STARTTLS,
        /** From the first byte; usual on port 465. */
        TLS
    }

    /**
     * Who the host is to the server.
     *
     * @param secret the name of the password among the host's secrets
     */
    record Login(String username, String secret) {}

    /** The server at {@code host}, with {@link Security#STARTTLS}, without a login. */
    public static SmtpServer at(String host, int port) {
        if (host.isBlank() || port < 1 || port > HIGHEST_PORT) {
            throw new IllegalArgumentException("a mail server has a name and a port from 1 to " + HIGHEST_PORT);
        }
        return new SmtpServer(host.strip(), port, Security.STARTTLS, null, null, Duration.ofSeconds(5));
    }

    /** This server with another way to keep the connection secret. */
    public SmtpServer security(Security kind) {
        return new SmtpServer(host, port, requireNonNull(kind, "kind"), login, tls, connectTimeout);
    }

    /** This server with a login, whose password is the host's secret {@code secretName}, asked for at each message. */
    public SmtpServer login(String username, String secretName) {
        Login with = new Login(requireNonNull(username, "username"), requireNonNull(secretName, "secretName"));
        return new SmtpServer(host, port, security, with, tls, connectTimeout);
    }

    /** This server with certificates of {@code context} trusted in place of those of the platform. */
    public SmtpServer trusting(SSLContext context) {
        return new SmtpServer(host, port, security, login, requireNonNull(context, "context"), connectTimeout);
    }

    /** This server with another time to connect; 5 seconds by default. */
    public SmtpServer connectTimeout(Duration timeout) {
        return new SmtpServer(host, port, security, login, tls, requireNonNull(timeout, "timeout"));
    }

    String host() {
        return host;
    }

    int port() {
        return port;
    }

    Security security() {
        return security;
    }

    Optional<Login> login() {
        return Optional.ofNullable(login);
    }

    Optional<SSLContext> tls() {
        return Optional.ofNullable(tls);
    }

    Duration connectTimeout() {
        return connectTimeout;
    }

    @Override
    public String toString() {
        return "mail server " + host + ":" + port;
    }
}
