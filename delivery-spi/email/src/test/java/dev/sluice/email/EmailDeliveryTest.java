package dev.sluice.email;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.sluice.delivery.ConfigProblem;
import dev.sluice.delivery.Deadline;
import dev.sluice.delivery.Delivery;
import dev.sluice.delivery.DeliveryRequest;
import dev.sluice.delivery.DeliveryResult;
import dev.sluice.delivery.Outcome;
import dev.sluice.types.At;
import dev.sluice.types.Obj;
import dev.sluice.types.Scope;
import dev.sluice.types.Section;
import dev.sluice.types.Text;
import dev.sluice.types.Value;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Leads at a real mail server. */
class EmailDeliveryTest {
    private static final Obj LEAD = Obj.EMPTY
            .with("first_name", new Text("Ann & <b>Bob</b>"))
            .with("email", new Text("ann@example.com"))
            .with("address", Obj.EMPTY.with("city", new Text("M\u00fcnchen \u2013 \ud83d\ude00")))
            .with("random", Value.number(7));

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    private EmailDelivery plugin() {
        return EmailDelivery.builder()
                .server(SmtpServer.at("127.0.0.1", server.getSmtp().getPort()).security(SmtpServer.Security.NONE))
                .build();
    }

    private static Obj config() {
        return Obj.EMPTY.with("from", new Text("Leads <leads@example.com>")).with("to", new Text("sales@example.com"));
    }

    private static DeliveryRequest request(Obj config, Obj lead) {
        Delivery delivery = Delivery.of("lead_1", "mail", "lead_1/mail")
                .at(At.utc(Instant.parse("2026-03-15T14:30:00Z")))
                .deadline(Deadline.in(Duration.ofSeconds(20), System::nanoTime))
                .build();
        return new DeliveryRequest(
                lead, Scope.EMPTY.with(Section.LEAD, lead), config, delivery, new BigDecimal("25.00"));
    }

    private MimeMessage only() {
        assertThat(server.getReceivedMessages()).isNotEmpty();
        return server.getReceivedMessages()[0];
    }

    @Test
    void a_lead_without_a_body_of_its_own_is_a_line_for_each_field() throws Exception {
        DeliveryResult result = plugin().deliver(request(config(), LEAD));

        assertThat(result.outcome()).as(result.toString()).isEqualTo(Outcome.SUCCESS);
        assertThat(result.reference()).hasValue("<lead_1%2Fmail@example.com>");
        assertThat(only().getMessageID()).isEqualTo("<lead_1%2Fmail@example.com>");
        assertThat(only().getSubject()).isEqualTo("Lead lead_1");
        assertThat(only().getSentDate()).isEqualTo(Instant.parse("2026-03-15T14:30:00Z"));
        assertThat(only().getContent().toString().replace("\r\n", "\n").strip()).isEqualTo("""
                        first_name: Ann & <b>Bob</b>
                        email: ann@example.com
                        address.city: M\u00fcnchen \u2013 \ud83d\ude00""");
    }

    @Test
    void everything_may_be_a_template_and_html_is_escaped() throws Exception {
        Obj config = config().with("to", Value.list(List.of(new Text("{{lead.email}}"), new Text("sales@example.com"))))
                .with("cc", new Text("boss@example.com"))
                .with("bcc", new Text("audit@example.com"))
                .with("replyTo", new Text("{{lead.email}}"))
                .with("subject", new Text("{{lead.address.city}} lead"))
                .with("text", new Text("Hello {{lead.first_name}}"))
                .with("html", new Text("<p>Hello {{lead.first_name}}</p>"));

        DeliveryResult result = plugin().deliver(request(config, LEAD));

        assertThat(result.outcome()).as(result.toString()).isEqualTo(Outcome.SUCCESS);
        assertThat(server.getReceivedMessages()).hasSize(4);
        assertThat(only().getSubject()).isEqualTo("M\u00fcnchen \u2013 \ud83d\ude00 lead");
        assertThat(only().getRecipients(RecipientType.TO)).hasSize(2);
        assertThat(only().getRecipients(RecipientType.BCC)).isNull();
        assertThat(only().getReplyTo()[0]).hasToString("ann@example.com");
        MimeMultipart parts = (MimeMultipart) only().getContent();
        assertThat(parts.getContentType()).startsWith("multipart/alternative");
        assertThat(parts.getBodyPart(0).getContent().toString()).contains("Ann & <b>Bob</b>");
        assertThat(parts.getBodyPart(1).getContent().toString()).contains("Ann &amp; &lt;b&gt;Bob");
    }

    @Test
    void a_value_never_becomes_a_second_address_or_a_header() {
        for (String hostile :
                List.of("a@b.example, c@d.example", "a@b.example\r\nBcc: c@d.example", "a@b.example\u0000")) {
            DeliveryResult result = plugin().deliver(request(
                    config().with("to", new Text("{{lead.email}}")), LEAD.with("email", new Text(hostile))));

            assertThat(result.outcome()).isEqualTo(Outcome.FAILURE);
            assertThat(result.detail().get("code").text()).isEqualTo("mapping_error");
            assertThat(result.reason().orElse(""))
                    .startsWith("Not sent: /to/0: ")
                    .doesNotContain("d.example");
        }
        DeliveryResult subject = plugin().deliver(request(
                config().with("subject", new Text("Lead of {{lead.first_name}}")),
                LEAD.with("first_name", new Text("x\r\nBcc: c@d.example"))));

        assertThat(subject.outcome()).isEqualTo(Outcome.FAILURE);
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void files_travel_byte_for_byte() throws Exception {
        byte[] bytes = new byte[200_000];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (i * 31);
        }
        Mail mail = Mail.from("leads@example.com", "batch-1", Instant.EPOCH)
                .to("imports@partner.example")
                .subject("Daily Lead File")
                .text("Attached please find 3 leads")
                .attach(Attachment.of("leads \u2013 1.csv", "text/csv; charset=utf-8", bytes))
                .build();

        DeliveryResult result = new MailSender(name -> null)
                .send(
                        mail,
                        SmtpServer.at("127.0.0.1", server.getSmtp().getPort()).security(SmtpServer.Security.NONE),
                        Deadline.in(Duration.ofSeconds(20), System::nanoTime),
                        () -> {});

        assertThat(result.outcome()).as(result.toString()).isEqualTo(Outcome.SUCCESS);
        MimeMultipart parts = (MimeMultipart) only().getContent();
        assertThat(parts.getBodyPart(1).getFileName()).isEqualTo("leads \u2013 1.csv");
        assertThat(parts.getBodyPart(1).getInputStream().readAllBytes()).isEqualTo(bytes);
    }

    @Test
    void a_login_that_the_server_knows_is_let_in() {
        server.setUser("leads@example.com", "leads", "right");
        SmtpServer at = SmtpServer.at("127.0.0.1", server.getSmtp().getPort())
                .security(SmtpServer.Security.NONE)
                .login("leads", "smtp_password");
        Map<String, String> secrets = Map.of("smtp_password", "right");

        DeliveryResult right =
                EmailDelivery.builder().server(at).secrets(secrets::get).build().deliver(request(config(), LEAD));
        DeliveryResult wrong = EmailDelivery.builder()
                .server(at)
                .secrets(name -> "wrong")
                .build()
                .deliver(request(config(), LEAD));

        assertThat(right.outcome()).as(right.toString()).isEqualTo(Outcome.SUCCESS);
        assertThat(wrong.detail().get("code").text()).isEqualTo("authentication_failed");
    }

    @Test
    void settings_are_checked_with_their_places() {
        Obj config = Obj.EMPTY
                .with("from", new Text("nobody"))
                .with("to", Value.list(List.of(new Text("a@b.example"), new Text("a@b.example, c@d.example"))))
                .with("server", new Text("other"))
                .with("sbject", new Text("x"));

        List<ConfigProblem> problems = plugin().check(config);

        assertThat(problems).extracting(ConfigProblem::pointer).containsExactly("/sbject", "/from", "/to/1", "/server");
        assertThat(plugin().check(config().with("subject", new Text("{{lead."))))
                .extracting(ConfigProblem::pointer)
                .containsExactly("/subject");
        assertThat(plugin().check(Obj.EMPTY)).extracting(ConfigProblem::pointer).containsExactly("/from");
    }
}
