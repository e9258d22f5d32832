package dev.sluice.email;

import static java.util.Objects.requireNonNull;

import dev.sluice.delivery.Deadline;
import dev.sluice.delivery.DeliveryResult;
import dev.sluice.delivery.Secrets;
import dev.sluice.delivery.net.DeadlineSocket;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.Optional;
import java.util.Properties;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * Sends messages over SMTP, each on a connection of its own, and says what became of it. Starts no thread; safe on any.
 *
 * <p>All or nothing: when the server refuses one recipient, nobody gets the message.
 */
public final class MailSender {
    /** What a server may say in one exchange, in bytes; far more than any has to say. */
    private static final long MOST_READ = 1_048_576;

    private static final String CODE = "code";
    private static final String PROTOCOL = "smtp";

    private final Secrets secrets;

    /** @param secrets where passwords of logins come from; asked at each message */
    public MailSender(Secrets secrets) {
        this.secrets = requireNonNull(secrets, "secrets");
    }

    /**
     * Sends {@code mail} once.
     *
     * <p>Success has the id of the message as its reference. A refusal for good (5xx) is a failure, one that may pass (4xx)
     * and a server that cannot be reached or does not know the host are errors, a lost answer to the whole message is
     * unknown. The detail {@code code} names the kind: {@code connection_timeout}, {@code connection_failed},
     * {@code authentication_failed}, {@code invalid_response} or {@code not_sent}; {@code response_code} is the server's.
     *
     * @param deadline until when all of it may take
     * @param sending called right before the first byte of the message leaves
     */
    public DeliveryResult send(Mail mail, SmtpServer server, Deadline deadline, Runnable sending) {
        SmtpServer.Login login = server.login().orElse(null);
        String password = login == null ? null : secrets.secret(login.secret());
        if (login != null && password == null) {
            return error(
                    "Authentication failed: the host has no secret '" + login.secret() + "'", "authentication_failed");
        }
        if (deadline.passed()) {
            return error("Timeout", "connection_timeout");
        }
        Session session = Session.getInstance(properties(server, mail));
        String user = login == null ? null : login.username();
        URLName url = new URLName(PROTOCOL, server.host(), server.port(), null, user, password);
        SmtpExchange exchange = new SmtpExchange(session, url, sending);
        try (DeadlineSocket socket = new DeadlineSocket(deadline::left, MOST_READ)) {
            exchange.connect(connected(socket, server));
            exchange.sendMessage(MimeText.of(mail, session), MimeText.addresses(mail.everybody()));
            return DeliveryResult.success().reference(mail.id()).detail("response_code", exchange.getLastReturnCode());
        } catch (IOException fault) {
            return unreached(fault);
        } catch (MessagingException fault) {
            return refused(fault, exchange);
        }
    }

    private static Properties properties(SmtpServer server, Mail mail) {
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.localhost", mail.from().domain());
        properties.setProperty("mail.smtp.from", mail.from().address());
        properties.setProperty("mail.smtp.quitwait", "false");
        properties.setProperty("mail.smtp.auth", Boolean.toString(server.login().isPresent()));
        boolean startTls = server.security() == SmtpServer.Security.STARTTLS;
        properties.setProperty("mail.smtp.starttls.enable", Boolean.toString(startTls));
        properties.setProperty("mail.smtp.starttls.required", Boolean.toString(startTls));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        properties.put("mail.smtp.ssl.socketFactory", factory(server));
        return properties;
    }

    private static SSLSocketFactory factory(SmtpServer server) {
        return server.tls().map(SSLContext::getSocketFactory).orElseGet(() ->
                (SSLSocketFactory) SSLSocketFactory.getDefault());
    }

    private static Socket connected(DeadlineSocket socket, SmtpServer server) throws IOException {
        // Under the name that is configured, which certificates are compared with.
        InetAddress address = InetAddress.getByAddress(
                server.host(), InetAddress.getByName(server.host()).getAddress());
        socket.connect(new InetSocketAddress(address, server.port()), (int)
                Math.max(1, server.connectTimeout().toMillis()));
        return server.security() == SmtpServer.Security.TLS ? secured(socket, server) : socket;
    }

    private static Socket secured(Socket socket, SmtpServer server) throws IOException {
        SSLSocket secure = (SSLSocket) factory(server).createSocket(socket, server.host(), server.port(), true);
        SSLParameters parameters = secure.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secure.setSSLParameters(parameters);
        secure.startHandshake();
        return secure;
    }

    private static DeliveryResult refused(MessagingException fault, SmtpExchange exchange) {
        Optional<SmtpReply> reply = SmtpReply.of(fault);
        return switch (exchange.stage()) {
            case CONNECTING -> unconnected(fault, SmtpReply.of(exchange.getLastReturnCode()));
            case SENDING -> reply.map(MailSender::answered).orElseGet(() -> unreached(fault));
            case ENDING ->
                reply.map(MailSender::answered).orElseGet(() -> DeliveryResult.unknown(
                                "The answer of the mail server was lost; the lead may have arrived")
                        .detail(CODE, kind(fault).code()));
        };
    }

    private static DeliveryResult unconnected(MessagingException fault, Optional<SmtpReply> reply) {
        if (fault instanceof AuthenticationFailedException) {
            return error("Authentication failed", "authentication_failed");
        }
        return reply.map(no -> error("The mail server refused the connection: " + no, "connection_failed")
                        .detail("response_code", no.code()))
                .orElseGet(() -> unreached(fault));
    }

    /** A no to the message or to somebody who would get it. */
    private static DeliveryResult answered(SmtpReply reply) {
        String reason = "The mail server refused the message: " + reply;
        DeliveryResult result = reply.isFinal() ? DeliveryResult.failure(reason) : DeliveryResult.error(reason);
        return result.detail("response_code", reply.code());
    }

    private static DeliveryResult unreached(Exception fault) {
        Kind kind = kind(fault);
        return error(kind.text(), kind.code());
    }

    private static Kind kind(Exception fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof SocketTimeoutException) {
                return Kind.TIMEOUT;
            }
            if (cause instanceof SSLException) {
                return Kind.SECURITY;
            }
            if (cause instanceof IOException) {
                return Kind.CONNECTION;
            }
        }
        return Kind.NONSENSE;
    }

    private static DeliveryResult error(String reason, String code) {
        return DeliveryResult.error(reason).detail(CODE, code);
    }

    /** Why there is no answer. */
    private enum Kind {
        TIMEOUT("Timeout", "connection_timeout"),
        SECURITY("Secure connection failed", "connection_failed"),
        CONNECTION("Connection failed", "connection_failed"),
        NONSENSE("Invalid response", "invalid_response");

        private final String text;
        private final String code;

        Kind(String text, String code) {
            this.text = text;
            this.code = code;
        }

        String text() {
            return text;
        }

        String code() {
            return code;
        }
    }
}
