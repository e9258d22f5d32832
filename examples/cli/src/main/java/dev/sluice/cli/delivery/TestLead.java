package dev.sluice.cli.delivery;

import dev.sluice.flow.FieldDefinition;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.types.Lead;
import dev.sluice.types.Obj;
import dev.sluice.types.Value;
import java.util.Map;
import java.util.Optional;

/** A lead that nobody is: values that are reserved for examples. */
final class TestLead {
    private static final String SOURCE = "source";
    private static final Map<String, String> VALUES = Map.ofEntries(
            Map.entry("email", "test.lead@example.com"),
            Map.entry("phone", "+1 512 555 0100"),
            Map.entry("first_name", "Test"),
            Map.entry("last_name", "Lead"),
            Map.entry("full_name", "Test Lead"),
            Map.entry("state", "TX"),
            Map.entry("postal_code", "78701"),
            Map.entry("city", "Austin"),
            Map.entry("street", "1 Test Street"),
            Map.entry("number", "1"),
            Map.entry("currency", "1"),
            Map.entry("boolean", "false"),
            Map.entry("date", "1980-01-01"),
            Map.entry("dob", "1980-01-01"),
            Map.entry("time", "2026-01-01T00:00:00Z"),
            Map.entry("url", "https://example.com/"),
            Map.entry("ip", "192.0.2.1"),
            Map.entry("gender", "female"));

    private TestLead() {}

    /**
     * A lead for {@code flow} from the source that {@code sample} names, or from the first: the sample's data, or something in
     * every field.
     */
    static Lead of(FlowDefinition flow, Optional<Obj> sample) {
        String first = flow.sources().isEmpty() ? "test" : flow.sources().get(0).id();
        return sample.map(data -> of(data, first)).orElseGet(() -> madeUp(flow, first));
    }

    private static Lead of(Obj data, String first) {
        Map<String, Value> members = data.members();
        Value source = members.remove(SOURCE);
        return Lead.from(source == null ? first : source.text()).with(members).test();
    }

    private static Lead madeUp(FlowDefinition flow, String source) {
        Lead lead = Lead.from(source).test();
        for (FieldDefinition field : flow.fields()) {
            lead = lead.with(field.id(), VALUES.getOrDefault(field.type(), "test"));
        }
        return lead;
    }
}
