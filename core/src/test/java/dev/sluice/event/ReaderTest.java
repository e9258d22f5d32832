package dev.sluice.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.json.EventJson;
import dev.sluice.store.StreamId;
import dev.sluice.types.At;
import dev.sluice.types.FieldType;
import dev.sluice.types.FieldTypes;
import dev.sluice.types.Lead;
import dev.sluice.types.Obj;
import dev.sluice.types.Parsing;
import dev.sluice.types.Scope;
import dev.sluice.types.Section;
import dev.sluice.types.Value;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ReaderTest {
    private static final Instant MOMENT = Instant.parse("2024-01-15T14:30:45.123Z");

    private static Event event() {
        Obj lead = Obj.EMPTY
                .with("id", Value.text("lead_1"))
                .with("email", parsed(FieldTypes.EMAIL, "canary@example.com"))
                .with("ssn", parsed(FieldTypes.SSN, "078-05-1120"))
                .with("state", parsed(FieldTypes.STATE, "Texas"))
                .with("income", Value.text("canary 90000"));
        Obj credit = Obj.EMPTY.with("outcome", Value.text("success")).with("score", Value.text("canary 700"));
        Scope scope = Scope.EMPTY
                .with(Section.LEAD, lead)
                .with(Section.APPENDED, Obj.EMPTY.with("credit", credit))
                .with(Section.SUBMISSION, Obj.EMPTY.with("ip", Value.text("canary 10.0.0.1")));
        return Event.of(new StreamId("default", "lead_1"), 1, EventType.RECIPIENT_DELIVERED, MOMENT)
                .snapshot(scope, null)
                .input(Lead.from("web").with("income", "canary 90000"))
                .detail(Obj.EMPTY.with("request", Value.text("canary")))
                .build();
    }

    private static Value parsed(FieldType type, String text) {
        return type.parse(Value.text(text), Parsing.at(At.utc(MOMENT)));
    }

    private static String seenBy(Role role) {
        return EventJson.seenBy(Reader.of("ann", role)).write(event());
    }

    @Test
    void an_auditor_sees_everything_but_secrets() {
        assertThat(seenBy(Role.AUDITOR))
                .contains("canary@example.com", "canary 90000", "canary 700", "canary 10.0.0.1", "\"request\"")
                .doesNotContain("078-05-1120", "078051120");
    }

    @Test
    void an_operator_sees_masks() {
        assertThat(seenBy(Role.OPERATOR))
                .contains("c***@example.com", "\"state\":\"TX\"", "\"appended.credit.outcome\":\"success\"")
                .doesNotContain("canary", "078051120");
    }

    @Test
    void an_analyst_sees_no_personal_value() {
        assertThat(seenBy(Role.ANALYST))
                .contains("\"state\":\"TX\"", "\"id\":\"lead_1\"")
                .doesNotContain("canary", "example.com", "income", "score");
    }

    @Test
    void a_role_may_see_single_values() {
        Role underwriter = Role.OPERATOR
                .with("lead.income", Sight.CLEAR)
                .with("appended.*", Sight.CLEAR)
                .with("lead.email", Sight.HIDDEN);

        assertThat(seenBy(underwriter))
                .contains("canary 90000", "canary 700")
                .doesNotContain("canary@", "example.com", "canary 10.0.0.1");
        assertThat(underwriter.seesPersonal()).isTrue();
        assertThat(Role.OPERATOR.seesPersonal()).isFalse();
    }

    @Test
    void an_event_that_is_seen_keeps_all_but_the_values() {
        Event seen = Reader.of("ann", Role.OPERATOR).of(event());

        assertThat(seen.id()).isEqualTo(event().id());
        assertThat(seen.type()).isEqualTo(event().type());
        assertThat(seen.detail()).isEqualTo(Obj.EMPTY);
        assertThat(seen.snapshot().get("state.code").text())
                .isEqualTo(event().snapshot().get("state.code").text());
        assertThat(seen.input().orElseThrow().data().get("income").text()).isEqualTo("***");
    }

    @Test
    void who_reads_has_a_name() {
        assertThatThrownBy(() -> Reader.of(" ", Role.AUDITOR)).isInstanceOf(IllegalArgumentException.class);
    }
}
