package dev.sluice.email;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.delivery.Deadline;
import dev.sluice.delivery.DeliveryResult;
import dev.sluice.delivery.Outcome;
import dev.sluice.delivery.testkit.TestCertificate;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of a message at servers that refuse, break, and keep silent. */
@Timeout(30)
class MailSenderTest {
    private static final String SECRET = "s3cret-canary";

    private final AtomicInteger announced = new AtomicInteger();
    private final MailSender sender = new MailSender(name -> name.equals("smtp_password") ? SECRET : null);

    private static Mail mail() {
        return Mail.from("leads@example.com", "key-1", Instant.EPOCH)
                .to("sales@example.com")
                .subject("Lead")
                .text("first line\n.\n.second line\r\n.\r\nMAIL FROM:<evil@example.com>")
                .build();
    }

    private static SmtpServer at(SmtpScript script) {
        return SmtpServer.at("127.0.0.1", script.port()).security(SmtpServer.Security.NONE);
    }

    private DeliveryResult send(SmtpServer server, Duration limit) {
        return sender.send(mail(), server, Deadline.in(limit, System::nanoTime), announced::incrementAndGet);
    }

    private DeliveryResult send(SmtpScript script) {
        return send(at(script), Duration.ofMillis(700));
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
        GREETING , 554 no                          , error   , connection_failed     , The mail server refused the connection: 554     , 0
        GREETING , cut                             , error   , -                     , -                                               , 0
        GREETING , HTTP/1.1 400 Bad Request        , error   , invalid_response      , Invalid response                                , 0
        GREETING , silent                          , error   , connection_timeout    , Timeout                                         , 0
        GREETING , drip                            , error   , connection_timeout    , Timeout                                         , 0
        GREETING , flood                           , error   , connection_failed     , Connection failed                               , 0
        EHLO     , 421 4.3.2 going down            , error   , connection_failed     , The mail server refused the connection: 500     , 0
        MAIL     , 451 4.7.1 later <ann@x.example> , error   , -                     , The mail server refused the message: 451 4.7.1  , 0
        MAIL     , 550 5.7.1 no <ann@x.example>    , failure , -                     , The mail server refused the message: 550 5.7.1  , 0
        RCPT     , 450 4.2.1 later                 , error   , -                     , The mail server refused the message: 450 4.2.1  , 0
        RCPT     , 550 5.1.1 <sales@example.com>   , failure , -                     , The mail server refused the message: 550 5.1.1  , 0
        DATA     , 452 full                        , error   , -                     , The mail server refused the message: 452        , 0
        DATA     , cut                             , error   , -                     , -                                               , 0
        end      , 552 5.3.4 too big               , failure , -                     , The mail server refused the message: 552 5.3.4  , 1
        end      , 451 4.3.0 later                 , error   , -                     , The mail server refused the message: 451 4.3.0  , 1
        end      , cut                             , unknown , -                     , The answer of the mail server was lost; the lead may have arrived , 1
        end      , silent                          , unknown , connection_timeout    , The answer of the mail server was lost; the lead may have arrived , 1
        end      , nonsense                        , unknown , invalid_response      , The answer of the mail server was lost; the lead may have arrived , 1
        """)
    void each_answer_means_what_it_must(
            String command, String answer, String outcome, String code, String reason, int sending) throws Exception {
        String at = command.equals("GREETING") ? SmtpScript.GREETING : command;
        try (SmtpScript script = SmtpScript.start().on(at, answer)) {
            DeliveryResult result = send(script);

            assertThat(result.outcome().text()).as(result.toString()).isEqualTo(outcome);
            if (reason != null) {
                assertThat(result.reason()).hasValue(reason);
            }
            if (code != null) {
                assertThat(result.detail().get("code").text()).isEqualTo(code);
            }
            assertThat(announced).hasValue(sending);
            assertThat(result.toString() + result.detail().text()).doesNotContain("@");
        }
    }

    @Test
    void a_message_that_is_taken_says_so_and_keeps_its_lines() throws Exception {
        try (SmtpScript script = SmtpScript.start()) {
            DeliveryResult result = send(script);

            assertThat(result.outcome()).isEqualTo(Outcome.SUCCESS);
            assertThat(result.reference()).hasValue("<key-1@example.com>");
            assertThat(script.messages())
                    .singleElement()
                    .asString()
                    .contains("..second line", "Message-ID: <key-1@example.com>");
            assertThat(script.commands().stream().filter(line -> line.startsWith("MAIL")))
                    .hasSize(1);
        }
    }

    @Test
    void nobody_listens() throws Exception {
        try (Socket held = new Socket()) {
            held.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            int port = held.getLocalPort();
            DeliveryResult result =
                    send(SmtpServer.at("127.0.0.1", port).security(SmtpServer.Security.NONE), Duration.ofSeconds(5));

            assertThat(result.outcome()).isEqualTo(Outcome.ERROR);
            assertThat(result.detail().get("code").text()).isEqualTo("connection_failed");
        }
    }

    @Test
    void a_wrong_password_is_an_error_that_does_not_tell_it() throws Exception {
        try (SmtpScript script =
                SmtpScript.start().on("EHLO", "250-here\r\n250 AUTH PLAIN").on("AUTH", "535 5.7.8 no")) {
            DeliveryResult result = send(at(script).login("leads", "smtp_password"), Duration.ofSeconds(5));

            assertThat(result.outcome()).isEqualTo(Outcome.ERROR);
            assertThat(result.detail().get("code").text()).isEqualTo("authentication_failed");
            assertThat(result + result.detail().text() + at(script).login("leads", "smtp_password"))
                    .doesNotContain(SECRET);
            assertThat(announced).hasValue(0);
        }
    }

    @Test
    void a_secret_that_the_host_has_not_is_named() throws Exception {
        try (SmtpScript script = SmtpScript.start()) {
            DeliveryResult result = send(at(script).login("leads", "other"), Duration.ofSeconds(5));

            assertThat(result.reason()).hasValue("Authentication failed: the host has no secret 'other'");
            assertThat(script.commands()).isEmpty();
        }
    }

    @Test
    void nothing_is_said_in_the_open_to_a_server_that_cannot_turn_secret() throws Exception {
        try (SmtpScript script = SmtpScript.start()) {
            DeliveryResult result = send(
                    SmtpServer.at("127.0.0.1", script.port()).login("leads", "smtp_password"), Duration.ofSeconds(5));

            assertThat(result.outcome()).isEqualTo(Outcome.ERROR);
            assertThat(script.commands())
                    .allSatisfy(
                            line -> assertThat(line).doesNotStartWith("AUTH").doesNotStartWith("MAIL"));
        }
    }

    @Test
    void a_connection_turns_secret_when_the_certificate_is_the_servers(@TempDir Path folder) throws Exception {
        SSLContext right = TestCertificate.of("localhost", folder);
        SSLContext wrong = TestCertificate.of("other.example", folder);
        try (SmtpScript good = SmtpScript.start(right).on("EHLO", "250-here\r\n250 STARTTLS");
                SmtpScript bad = SmtpScript.start(wrong).on("EHLO", "250-here\r\n250 STARTTLS")) {
            SmtpServer named = SmtpServer.at("localhost", good.port()).trusting(right);
            SmtpServer misnamed = SmtpServer.at("localhost", bad.port()).trusting(wrong);

            assertThat(send(named, Duration.ofSeconds(5)).outcome()).isEqualTo(Outcome.SUCCESS);
            assertThat(send(misnamed, Duration.ofSeconds(5)).outcome()).isEqualTo(Outcome.ERROR);
            assertThat(bad.messages()).isEmpty();
        }
    }

    @Test
    void a_connection_is_secret_from_the_first_byte_when_that_is_wanted(@TempDir Path folder) throws Exception {
        SSLContext right = TestCertificate.of("localhost", folder);
        SSLContext wrong = TestCertificate.of("other.example", folder);
        try (SmtpScript good = SmtpScript.secret(right);
                SmtpScript bad = SmtpScript.secret(wrong)) {
            SmtpServer named = SmtpServer.at("localhost", good.port())
                    .security(SmtpServer.Security.TLS)
                    .trusting(right);
            SmtpServer misnamed = SmtpServer.at("localhost", bad.port())
                    .security(SmtpServer.Security.TLS)
                    .trusting(wrong);

            assertThat(send(named, Duration.ofSeconds(5)).outcome()).isEqualTo(Outcome.SUCCESS);
            DeliveryResult refused = send(misnamed, Duration.ofSeconds(5));
            assertThat(refused.reason()).hasValue("Secure connection failed");
            assertThat(bad.commands()).isEmpty();
        }
    }

    @Test
    void a_server_that_does_not_read_costs_no_more_than_the_deadline() throws Exception {
        Mail heavy = Mail.from("leads@example.com", "key-1", Instant.EPOCH)
                .to("sales@example.com")
                .attach(Attachment.of("leads.csv", "text/csv", new byte[8_000_000]))
                .build();
        try (SmtpScript script = SmtpScript.start().on("DATA", SmtpScript.DEAF)) {
            DeliveryResult result = sender.send(
                    heavy,
                    at(script),
                    Deadline.in(Duration.ofMillis(700), System::nanoTime),
                    announced::incrementAndGet);

            assertThat(result.outcome()).isEqualTo(Outcome.ERROR);
            assertThat(result.detail().get("code").text()).isEqualTo("connection_timeout");
            assertThat(announced).hasValue(1);
        }
    }

    @Test
    void all_or_nobody_gets_it() throws Exception {
        try (SmtpScript script = SmtpScript.start().on("RCPT", "550 5.1.1 no")) {
            send(script);

            assertThat(script.commands()).noneMatch(line -> line.equals("DATA"));
        }
    }
}
