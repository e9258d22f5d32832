package dev.sluice.email;

import static java.util.Objects.requireNonNull;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/** One connection for one message, which knows how far it came. For one thread. */
final class SmtpExchange extends SMTPTransport {
    private final Runnable sending;
    private Stage stage = Stage.CONNECTING;

    SmtpExchange(Session session, URLName server, Runnable sending) {
        super(session, server);
        this.sending = requireNonNull(sending, "sending");
    }

    /** How far a message came. */
    enum Stage {
        /** No server that would listen. */
        CONNECTING,
        /** The server hears from whom, for whom, and what. */
        SENDING,
        /** The server has all of it, and owes an answer. */
        ENDING
    }

    Stage stage() {
        return stage;
    }

    @Override
    public void connect(Socket socket) throws MessagingException {
        super.connect(socket);
        stage = Stage.SENDING;
    }

    @Override
    protected OutputStream data() throws MessagingException {
        OutputStream content = super.data();
        sending.run();
        return content;
    }

    @Override
    protected void finishData() throws IOException, MessagingException {
        stage = Stage.ENDING;
        super.finishData();
    }
}
