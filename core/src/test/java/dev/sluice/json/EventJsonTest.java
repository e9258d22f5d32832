package dev.sluice.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.delivery.Outcome;
import dev.sluice.event.Event;
import dev.sluice.event.EventType;
import dev.sluice.flow.FieldDefinition;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.flow.SourceDefinition;
import dev.sluice.store.StreamId;
import dev.sluice.types.At;
import dev.sluice.types.FieldType;
import dev.sluice.types.FieldTypes;
import dev.sluice.types.Lead;
import dev.sluice.types.MaskStyle;
import dev.sluice.types.Obj;
import dev.sluice.types.Parsing;
import dev.sluice.types.Pii;
import dev.sluice.types.Scope;
import dev.sluice.types.Section;
import dev.sluice.types.Value;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EventJsonTest {
    private static final StreamId STREAM = new StreamId("default", "lead_XYZ789");
    private static final Instant MOMENT = Instant.parse("2024-01-15T14:30:45.123Z");
    private static final Parsing PARSING = Parsing.at(At.utc(MOMENT));

    @Test
    void the_core_fields_are_those_of_the_sample_but_for_the_spelling_of_the_id() {
        Obj event = masked(delivered().build());
        Obj sample = golden("core");

        assertThat(event.members()).containsAllEntriesOf(without(sample, "id"));
        assertThat(event.get("id").text()).isEqualTo("evt_lead_XYZ789_7");
        assertThat(event.members().keySet()).startsWith(sample.shape().names().toArray(String[]::new));
    }

    @Test
    void a_delivery_says_what_the_sample_says() {
        Obj event = masked(delivered().build());

        assertThat(event.members()).containsAllEntriesOf(golden("delivery").members());
    }

    @Test
    void a_filter_says_what_the_sample_says() {
        Event event = Event.of(STREAM, 3, EventType.FILTER_FAILED, MOMENT)
                .outcome(Outcome.FAILURE)
                .reason("State not in approved list")
                .fact("rule_set", Value.text("geographic_filter"))
                .fact("rules_evaluated", Value.number(3))
                .build();

        assertThat(masked(event).members())
                .containsAllEntriesOf(golden("filter").members());
    }

    @Test
    void a_snapshot_in_clear_has_the_names_and_values_of_the_sample() {
        Event event = delivered().snapshot(scope(), null).build();

        assertThat(((Obj) ((Obj) ValueJson.read(EventJson.clear().write(event))).get("lead")).members())
                .containsAllEntriesOf(((Obj) golden("snapshot").get("lead")).members());
    }

    @Test
    void personal_values_are_masked_by_default() {
        Event event = delivered()
                .snapshot(scope(), null)
                .input(Lead.from("web").with("mail", "john@example.com"))
                .detail(Obj.EMPTY.with("body", Value.text("john@example.com")))
                .build();

        String masked = EventJson.masked().write(event);

        assertThat(masked)
                .doesNotContain("john", "Verizon", "078-05-1120", "555-0123")
                .contains("\"email\":\"j***@example.com\"", "\"email.valid\":true", "\"email.domain\":\"example.com\"")
                .contains("\"state\":\"TX\"", "\"phone_1.area\":\"512\"", "\"id\":\"lead_XYZ789\"")
                .contains("\"source.name\":\"Web Form A\"", "\"appended.phone_check.outcome\":\"success\"")
                .contains("\"data\":{\"mail\":\"***\"}");
        assertThat(EventJson.clear().write(event)).contains("john@example.com", "Verizon", "555");
    }

    @Test
    void of_an_invalid_value_nothing_is_shown_but_that_it_is_invalid() {
        Obj lead = Obj.EMPTY
                .with("email", parsed(FieldTypes.EMAIL, "ask for john@512-555-0123 "))
                .with("phone_1", parsed(FieldTypes.PHONE, "512 john"))
                .with("first_name", parsed(FieldTypes.FIRST_NAME, "John"))
                .with("note", Value.list(List.of(Value.text("john"), Obj.EMPTY.with("tel", Value.text("0123")))))
                .with("nothing", Value.text(null));
        Event event =
                delivered().snapshot(Scope.EMPTY.with(Section.LEAD, lead), null).build();

        assertThat(EventJson.masked().write(event))
                .doesNotContain("john", "John", "512-555")
                .contains("\"email.valid\":false", "\"phone_1.valid\":false", "\"nothing\":null")
                .contains("\"note\":[\"***\",{\"tel\":\"***\"}]", "\"first_name\":\"J.\"");
    }

    @Test
    void secrets_are_masked_even_in_clear() {
        Event event = delivered().snapshot(scope(), null).build();

        assertThat(EventJson.clear().write(event)).doesNotContain("078-05-1120", "078051120");
    }

    @Test
    void a_field_may_be_more_or_less_private_than_its_type() {
        FlowDefinition flow = FlowDefinition.builder("flow_123")
                .field(withPrivacy("state", "state", Pii.PERSONAL))
                .field(withPrivacy("email", "email", Pii.NONE))
                .source(SourceDefinition.of("web"))
                .build();
        Event event = delivered().snapshot(scope(), null).build();

        assertThat(EventJson.masked(flow, FieldTypes.standard()).write(event))
                .contains("\"email\":\"john@example.com\"")
                .doesNotContain("\"state\":\"TX\"", "Texas");
    }

    @Test
    void a_field_says_how_much_of_it_is_shown() {
        Event event = delivered()
                .snapshot(scope(), null)
                .input(Lead.from("web").with("email", "john@example.com").with("phone_1", "(512) 555-0123"))
                .build();

        assertThat(shown(event, "phone_1", "phone", MaskStyle.LAST_FOUR))
                .contains("\"phone_1\":\"****0123\"", "\"phone_1.area\":\"512\"", "\"phone_1\":\"***\"");
        assertThat(shown(event, "email", "email", MaskStyle.FULL))
                .contains("\"email\":\"********\"", "\"email.valid\":true", "\"email\":\"***\"")
                .doesNotContain("email.domain", "email.is_free");
        assertThat(shown(event, "email", "email", MaskStyle.REMOVE)).doesNotContain("\"email");
    }

    private static String shown(Event event, String id, String type, MaskStyle style) {
        FlowDefinition flow = FlowDefinition.builder("flow_123")
                .field(FieldDefinition.of(id, type).withPrivacy(Pii.PERSONAL, style))
                .source(SourceDefinition.of("web"))
                .build();
        return EventJson.masked(flow, FieldTypes.standard()).write(event);
    }

    private static Obj masked(Event event) {
        return (Obj) ValueJson.read(EventJson.masked().write(event));
    }

    private static FieldDefinition withPrivacy(String id, String type, Pii pii) {
        return FieldDefinition.of(id, type).withPrivacy(pii, MaskStyle.PARTIAL);
    }

    private static Event.Builder delivered() {
        return Event.of(STREAM, 7, EventType.RECIPIENT_DELIVERED, MOMENT)
                .context(new Event.Context("flow_123", 1, "hash", "web", false, "engine"))
                .entity("buyer_abc")
                .outcome(Outcome.SUCCESS)
                .durationMs(245)
                .revenue(new BigDecimal("25.00"))
                .fact("integration", Value.text("custom_json"))
                .fact("response_code", Value.number(200));
    }

    private static Scope scope() {
        Obj lead = Obj.EMPTY
                .with("id", Value.text("lead_XYZ789"))
                .with("email", parsed(FieldTypes.EMAIL, "john@example.com"))
                .with("state", parsed(FieldTypes.STATE, "TX"))
                .with("phone_1", parsed(FieldTypes.PHONE, "(512) 555-0123"))
                .with("ssn", parsed(FieldTypes.SSN, "078-05-1120"));
        Obj answer = Obj.of(Map.of("carrier", Value.text("Verizon"), "outcome", Value.text("success")));
        return Scope.EMPTY
                .with(Section.LEAD, lead)
                .with(Section.SOURCE, Obj.EMPTY.with("name", Value.text("Web Form A")))
                .with(Section.APPENDED, Obj.EMPTY.with("phone_check", answer));
    }

    private static Value parsed(FieldType type, String input) {
        return type.read(Value.text(input), PARSING);
    }

    private static Map<String, Value> without(Obj obj, String name) {
        return obj.with(name, Value.missing()).members();
    }

    private static Obj golden(String name) {
        try (InputStream in = EventJsonTest.class.getResourceAsStream("/golden/events/" + name + ".json")) {
            return (Obj) ValueJson.read(new String(in.readAllBytes(), UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
