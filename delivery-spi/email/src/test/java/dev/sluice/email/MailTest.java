package dev.sluice.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a message may consist of. */
class MailTest {
    private static Mail.Builder mail() {
        return Mail.from("leads@example.com", "lead_1/crm/1", Instant.EPOCH).to("sales@example.com");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nobody",
                "a@b.example, c@d.example",
                "a@b.example c@d.example",
                "group: a@b.example, c@d.example;",
                "a@b.example\u0000",
                "a@b.example\r\nBcc: c@d.example",
                "a@b.example\nBcc: c@d.example",
                "a\u2028@b.example",
                "\"a b\"@b.example",
                "a@[127.0.0.1]",
                "<a@b.example> <c@d.example>",
                "\u00e4@b.example",
                "a@b@c.example",
                "a@-.\u0001"
            })
    void what_is_not_exactly_one_address_is_refused(String text) {
        assertThatThrownBy(() -> mail().to(text))
                .isInstanceOf(InvalidMailException.class)
                .extracting(wrong -> ((InvalidMailException) wrong).pointer())
                .isEqualTo("/to/1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a@b.example", "Jane Doe <jane@b.example>", "o'hara+x@mail.b.example", "a@b\u00fccher.example"})
    void usual_addresses_are_taken(String text) {
        assertThat(mail().to(text).build().everybody()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\r\nBcc: c@d.example", "a\nb", "a\rb", "a\u0000b", "a\u000bb", "a\u0085b", "a\u2029b"})
    void a_subject_of_several_lines_is_refused(String subject) {
        assertThatThrownBy(() -> mail().subject("Lead " + subject)).isInstanceOf(InvalidMailException.class);
    }

    @Test
    void the_id_says_the_key_and_nothing_that_a_header_could_not_hold() {
        assertThat(mail().build().id()).isEqualTo("<lead_1%2Fcrm%2F1@example.com>");
        assertThat(Mail.from("a@b.example", "x>\r\nBcc: c", Instant.EPOCH)
                        .to("c@d.example")
                        .build()
                        .id())
                .isEqualTo("<x%3E%0D%0ABcc%3A%20c@b.example>");
        assertThat(Mail.from("a@b.example", "x".repeat(500), Instant.EPOCH)
                        .to("c@d.example")
                        .build()
                        .id())
                .matches("<sha256\\.[0-9a-f]{64}@b\\.example>");
    }

    @Test
    void files_that_weigh_too_much_are_refused_with_advice() {
        InvalidMailException heavy = catchThrowableOfType(
                InvalidMailException.class, () -> mail().attach(Attachment.of("a.csv", "text/csv", new byte[6_000_000]))
                        .attach(Attachment.of("b.csv", "text/csv", new byte[6_000_000]))
                        .build());

        assertThat(heavy.pointer()).isEqualTo("/attachments");
        assertThat(heavy.text()).contains("12000000").contains("10485760").contains("zip");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "../a.csv", "a\\b.csv", "a\r\nX: 1"})
    void a_file_is_named_without_folders_and_lines(String name) {
        assertThatThrownBy(() -> Attachment.of(name, "text/csv", new byte[0])).isInstanceOf(InvalidMailException.class);
    }

    @Test
    void nobody_is_shown() {
        assertThat(mail() + " " + mail().build() + " " + mail().build().everybody())
                .doesNotContain("sales@");
    }
}
