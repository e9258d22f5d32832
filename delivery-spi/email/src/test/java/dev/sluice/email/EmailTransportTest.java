package dev.sluice.email;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.sluice.delivery.ConfigProblem;
import dev.sluice.delivery.Transport;
import dev.sluice.delivery.TransportResult;
import dev.sluice.delivery.testkit.BreakingRelay;
import dev.sluice.delivery.testkit.TransportContract;
import dev.sluice.types.Obj;
import dev.sluice.types.Value;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Files at a real mail server. */
@Tag("real-server")
class EmailTransportTest extends TransportContract {
    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final SmtpScript full = SmtpScript.start().on("MAIL", "452 4.3.1 Insufficient system storage");
    private final Thread.UncaughtExceptionHandler usual = Thread.getDefaultUncaughtExceptionHandler();
    private BreakingRelay network;
    private int port;

    @BeforeEach
    void start() throws IOException {
        // The server's threads end by an exception with the whole message in it when a connection breaks.
        Thread.setDefaultUncaughtExceptionHandler((thread, fault) -> {});
        server.start();
        network = BreakingRelay.to(server.getSmtp().getPort());
        port = network.port();
    }

    @AfterEach
    void end() throws IOException {
        stop();
        full.close();
        Thread.setDefaultUncaughtExceptionHandler(usual);
    }

    @Override
    protected Transport transport() {
        return EmailTransport.create(name -> null)
                .server(SmtpServer.at("127.0.0.1", port).security(SmtpServer.Security.NONE));
    }

    @Override
    protected Obj config() {
        return (Obj) Value.of(Map.of(
                "from", "Leads <leads@example.com>",
                "to", List.of("sales@example.com"),
                "subject", "{batch} of {date}: {count} leads"));
    }

    @Override
    protected Map<String, byte[]> files() throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try {
            for (MimeMessage message : server.getReceivedMessages()) {
                BodyPart file = ((MimeMultipart) message.getContent()).getBodyPart(1);
                files.put(file.getFileName(), file.getInputStream().readAllBytes());
            }
        } catch (MessagingException broken) {
            throw new IOException(broken);
        }
        return files;
    }

    @Override
    protected void drop() {
        network.breakAfter(50_000);
    }

    @Override
    protected void fill() {
        port = full.port();
    }

    @Override
    protected void free() {
        port = network.port();
    }

    @Override
    protected void stop() throws IOException {
        network.close();
        server.stop();
    }

    @Override
    protected boolean looks() {
        return false;
    }

    @Test
    void subject_and_body_are_filled_and_a_second_try_is_the_same_message() throws Exception {
        Obj config = config().with("text", Value.text("{count} leads of {day}.{month}."))
                .with("cc", Value.text("boss@example.com"));
        assertThat(put(file("a.csv", new byte[3]), config))
                .isEqualTo(TransportResult.delivered("message <batch_nightly-7@example.com>"));
        put(file("a.csv", new byte[3]), config);

        MimeMessage message = server.getReceivedMessages()[0];
        assertThat(message.getSubject()).isEqualTo("nightly of 2026-03-09: 42 leads");
        assertThat(((MimeMultipart) message.getContent())
                        .getBodyPart(0)
                        .getContent()
                        .toString()
                        .strip())
                .isEqualTo("42 leads of 09.03.");
        assertThat(message.getSentDate()).isEqualTo(Instant.parse("2026-03-09T07:05:07Z"));
        assertThat(server.getReceivedMessages())
                .extracting(MimeMessage::getMessageID)
                .containsOnly("<batch_nightly-7@example.com>");
    }

    @Test
    void a_file_that_weighs_too_much_is_refused_with_what_to_do() {
        assertThat(put(file("a.csv", new byte[1_001]), config().with("maxBytes", Value.number(1_000))))
                .isEqualTo(TransportResult.refused("Not sent: /attachments: the attachments have 1001 bytes, more than"
                        + " 1000; zip or split them"));
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void a_recipient_whom_the_server_refuses_is_a_refusal() {
        port = full.port();
        full.on("MAIL", "250 ok").on("RCPT", "550 5.1.1 ann@example.com is nobody");
        assertThat(put(file("a.csv", new byte[3])))
                .isEqualTo(TransportResult.refused("The mail server refused the message: 550 5.1.1"));
    }

    @Test
    void a_lost_answer_to_the_whole_message_may_be_an_arrival() {
        port = full.port();
        full.on("MAIL", "250 ok").on(SmtpScript.END, SmtpScript.CUT);
        assertThat(put(file("a.csv", new byte[3])))
                .isInstanceOfSatisfying(TransportResult.Failed.class, lost -> assertThat(lost.mayHaveArrived())
                        .isTrue());
    }

    @Test
    void settings_that_are_wrong_are_named() {
        Obj wrong = (Obj) Value.of(Map.of(
                "server",
                "other",
                "from",
                "nobody",
                "to",
                List.of("a@example.com,b@example.com"),
                "subject",
                "{dat}\n",
                "maxBytes",
                0));
        assertThat(transport().check(wrong))
                .extracting(ConfigProblem::pointer)
                .containsExactly("/subject", "/subject", "/maxBytes", "/from", "/to", "/server");
    }
}
