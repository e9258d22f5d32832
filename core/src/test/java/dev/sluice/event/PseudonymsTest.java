package dev.sluice.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.store.StreamId;
import dev.sluice.types.Arr;
import dev.sluice.types.At;
import dev.sluice.types.FieldType;
import dev.sluice.types.FieldTypes;
import dev.sluice.types.MaskStyle;
import dev.sluice.types.Missing;
import dev.sluice.types.Obj;
import dev.sluice.types.Parsing;
import dev.sluice.types.Pii;
import dev.sluice.types.Scope;
import dev.sluice.types.Section;
import dev.sluice.types.Value;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PseudonymsTest {
    private static final Pseudonyms KEYED = Pseudonyms.keyed("0123456789abcdef".getBytes(UTF_8));
    private static final Parsing PARSING = Parsing.at(At.utc(Instant.parse("2024-01-15T14:30:45.123Z")));

    private static Value parsed(FieldType type, String text) {
        return type.parse(Value.text(text), PARSING);
    }

    private static Value seen(Role role, String treatments, Section section, String name, Value value) {
        return Reader.of("ann", role)
                .treating(Treatments.parse(treatments))
                .with(KEYED)
                .of(section, name, value);
    }

    private static Value email(String treatments, String text) {
        return seen(Role.OPERATOR, treatments, Section.LEAD, "email", parsed(FieldTypes.EMAIL, text));
    }

    /** By {@code printf ann@example.com | openssl dgst -sha256 -hmac 0123456789abcdef}. */
    @Test
    void a_hash_is_the_hmac_that_everybody_knows() {
        assertThat(KEYED.hash("ann@example.com"))
                .isEqualTo("9f70eb4f1d9f0194d58bc08c41ce2b3b2e4e580a424a246ce2484484122343df");
    }

    @Test
    void equal_values_have_equal_hashes_wherever_they_stand() {
        assertThat(email("*=hash", "ANN@example.com").text())
                .isEqualTo(email("lead.email=hash", "ann@example.com").text())
                .isEqualTo(seen(Role.OPERATOR, "*=hash", Section.APPENDED, "owner", Value.text("ann@example.com"))
                        .text())
                .isEqualTo(KEYED.hash("ann@example.com"));
        assertThat(email("*=hash", "bob@example.com").text()).isNotEqualTo(KEYED.hash("ann@example.com"));
    }

    @Test
    void tokens_match_within_a_column_only() {
        assertThat(email("*=tokenise", "ANN@example.com").text())
                .isEqualTo(email("*=tokenise", "ann@example.com").text())
                .isEqualTo(KEYED.token("lead.email", "ann@example.com"))
                .matches("tok_[0-9a-f]{32}")
                .isNotEqualTo(KEYED.token("lead.email_2", "ann@example.com"));
        assertThat(KEYED.hash("ann@example.com"))
                .doesNotContain(KEYED.token("lead.email", "ann@example.com").substring(4));
    }

    @Test
    void another_key_makes_others() {
        Pseudonyms other = Pseudonyms.keyed("0123456789abcdeg".getBytes(UTF_8));

        assertThat(other.hash("x")).isNotEqualTo(KEYED.hash("x"));
        assertThat(other.token("lead.x", "x")).isNotEqualTo(KEYED.token("lead.x", "x"));
        assertThatThrownBy(() -> Pseudonyms.keyed("0123456789abcde".getBytes(UTF_8)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("16 bytes, not 15");
    }

    @Test
    void of_components_what_masks_show_is_there() {
        Value hashed = email("lead.email=hash", "ann@example.com");

        assertThat(hashed.part("domain").text()).isEqualTo("example.com");
        assertThat(hashed.part("valid").text()).isEqualTo("true");
        assertThat(hashed.part("raw").isBlank()).isTrue();
        assertThat(hashed.part("user").isMissing()).isTrue();
    }

    @Test
    void what_is_invalid_is_known_by_what_was_sent() {
        assertThat(email("*=hash", "no address").text()).isEqualTo(KEYED.hash("no address"));
    }

    @Test
    void what_holds_values_is_replaced_value_by_value() {
        Obj answer = Obj.EMPTY
                .with("outcome", Value.text("success"))
                .with("score", Value.number(700))
                .with("names", Arr.of(List.of(Value.text("Ann"), Value.text(""))));

        Value seen = seen(Role.OPERATOR, "appended.credit=tokenise", Section.APPENDED, "credit", answer);

        assertThat(seen.part("outcome").text()).isEqualTo("success");
        assertThat(seen.part("score").text()).isEqualTo(KEYED.token("appended.credit.score", "700"));
        assertThat(seen.part("names"))
                .isEqualTo(Arr.of(List.of(Value.text(KEYED.token("appended.credit.names", "Ann")), Value.text(""))));
    }

    @Test
    void the_closest_word_counts() {
        String treatments =
                "*=remove, lead.*=hash, lead.email=tokenise, appended.credit.*=mask, appended.credit.score=hash";
        Obj answer = Obj.EMPTY.with("score", Value.text("700")).with("name", Value.text("Ann"));

        assertThat(email(treatments, "ann@example.com").text()).startsWith("tok_");
        assertThat(seen(Role.OPERATOR, treatments, Section.LEAD, "note", Value.text("x"))
                        .text())
                .isEqualTo(KEYED.hash("x"));
        Value credit = seen(Role.OPERATOR, treatments, Section.APPENDED, "credit", answer);
        assertThat(credit.part("score").text()).isEqualTo(KEYED.hash("700"));
        assertThat(credit.part("name").text()).isEqualTo("***");
        assertThat(seen(Role.OPERATOR, treatments, Section.APPENDED, "else", Value.text("x"))
                        .isMissing())
                .isTrue();
    }

    @Test
    void what_is_not_personal_stays_unless_it_is_named() {
        Value state = parsed(FieldTypes.STATE, "Texas");

        assertThat(seen(Role.OPERATOR, "*=hash,lead.*=hash", Section.LEAD, "state", state))
                .isSameAs(state);
        assertThat(seen(Role.OPERATOR, "lead.state=hash", Section.LEAD, "state", state)
                        .text())
                .isEqualTo(KEYED.hash("TX"));
    }

    @Test
    void nothing_shows_more_than_the_role() {
        Value email = parsed(FieldTypes.EMAIL, "ann@example.com");

        assertThat(seen(Role.ANALYST, "*=hash", Section.LEAD, "email", email)).isEqualTo(Missing.MISSING);
        assertThatThrownBy(() -> new Treatments(Map.of("lead.email", Sight.CLEAR)))
                .hasMessageContaining("shows no more");
    }

    /** Nine digits are few enough to try them all once a key is known, and masks are all that a log has of them. */
    @Test
    void secrets_are_masks_whatever_is_asked_for() {
        Value ssn = parsed(FieldTypes.SSN, "078-05-1120");

        assertThat(seen(Role.AUDITOR, "lead.ssn=hash", Section.LEAD, "ssn", ssn).text())
                .isEqualTo(seen(Role.OPERATOR, "", Section.LEAD, "ssn", ssn).text())
                .doesNotContain("078");
        Reader reader = Reader.of("ann", Role.AUDITOR)
                .of(Map.of("note", new FieldPrivacy(Pii.SECRET, MaskStyle.PARTIAL)))
                .treating(Treatments.parse("lead.note=hash"))
                .with(KEYED);
        assertThat(reader.of(Section.LEAD, "note", Value.text("0")).text()).isEqualTo("***");
    }

    @Test
    void requests_and_responses_are_hidden_where_values_are_treated() {
        Event event = Event.of(new StreamId("default", "lead_1"), 1, EventType.RECIPIENT_DELIVERED, Instant.EPOCH)
                .snapshot(Scope.EMPTY, null)
                .detail(Obj.EMPTY.with("request", Value.text("ann@example.com")))
                .build();
        Reader auditor = Reader.of("ann", Role.AUDITOR);

        assertThat(auditor.detail(event)).isNotEqualTo(Obj.EMPTY);
        assertThat(auditor.treating(Treatments.parse("lead.email=hash")).detail(event))
                .isEqualTo(Obj.EMPTY);
    }

    @Test
    void without_a_key_values_are_hidden_and_the_reader_says_so() {
        Reader asked = Reader.of("ann", Role.OPERATOR).treating(Treatments.parse("*=hash"));
        Reader byRole = Reader.of("ann", Role.OPERATOR.with("lead.email", Sight.TOKENISED));

        assertThat(asked.of(Section.LEAD, "note", Value.text("x"))).isEqualTo(Missing.MISSING);
        assertThat(asked.lacksPseudonyms()).isTrue();
        assertThat(byRole.lacksPseudonyms()).isTrue();
        assertThat(byRole.with(KEYED).lacksPseudonyms()).isFalse();
        assertThat(byRole.with(KEYED).of(Section.LEAD, "email", Value.text("x")).text())
                .isEqualTo(KEYED.token("lead.email", "x"));
        assertThat(Reader.of("ann", Role.OPERATOR)
                        .treating(Treatments.parse("*=remove"))
                        .lacksPseudonyms())
                .isFalse();
    }

    @Test
    void treatments_are_written_as_they_are_read() {
        assertThat(Treatments.parse(" lead.phone_1 = tokenise ,*=mask,, appended.*=remove")
                        .text())
                .isEqualTo("*=mask,appended.*=remove,lead.phone_1=tokenise");
        assertThat(Treatments.parse("")).isEqualTo(Treatments.NONE);
        assertThatThrownBy(() -> Treatments.parse("lead.email")).hasMessageContaining("'' is no treatment");
        assertThatThrownBy(() -> Treatments.parse("lead.email=rot13")).hasMessageContaining("'rot13' is no treatment");
        assertThatThrownBy(() -> Treatments.parse("email=hash")).hasMessageContaining("'email' is nothing");
        assertThatThrownBy(() -> Treatments.parse("steps.x=hash")).hasMessageContaining("'steps.x' is nothing");
    }
}
