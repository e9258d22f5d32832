package dev.sluice;

import static dev.sluice.rules.Conditions.allOf;
import static dev.sluice.rules.Conditions.field;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.delivery.DeliveryPlugin;
import dev.sluice.delivery.DeliveryResult;
import dev.sluice.delivery.Enrichment;
import dev.sluice.delivery.Outcome;
import dev.sluice.event.EventType;
import dev.sluice.flow.EnhancementStep;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.flow.MappingDefinition;
import dev.sluice.flow.RecipientStep;
import dev.sluice.flow.Transform;
import dev.sluice.json.FlowJson;
import dev.sluice.types.Lead;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MappingTest {
    private final List<String> sent = new ArrayList<>();
    private final Sluice sluice = Sluice.builder()
            .time(new StillTime("2024-01-15T14:30:45.123Z"))
            .delivery("takes", DeliveryPlugin.inProcess(request -> {
                sent.add(request.lead().text());
                return DeliveryResult.success();
            }))
            .build();

    private String mapped(String... mappings) {
        FlowDefinition parsed = FlowJson.read("""
                {"id": "m", "sources": [{"id": "s"}], "steps": [{"id": "out", "type": "recipient", "plugin": "takes",
                 "mappings": [%s]}]}""".formatted(String.join(",", mappings)));
        List<MappingDefinition> definitions = ((RecipientStep) parsed.steps().get(0)).mappings();
        sluice.open(Solar.flow()
                        .step(RecipientStep.to("out", "takes")
                                .mappings(definitions)
                                .build())
                        .build())
                .submit(Solar.lead("john@example.com").with("amount", "1234.5"));
        return sent.get(sent.size() - 1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "{{phone_1}}"        | {"format": "+1{value}"}                 | "+15127891111"
            "{{phone_1}}"        | {"format": "(###) ###-####"}            | "(512) 789-1111"
            "{{created_at}}"     | {"format": "YYYY-MM-DD"}                | "2024-01-15"
            "{{created_at}}"     | {"date": "M/D/YYYY"}                    | "1/15/2024"
            "{{state}}"          | "lowercase"                             | "tx"
            "{{lead.state.name}}"| "uppercase"                             | "TEXAS"
            "anna-maria VON bell"| "title_case"                            | "Anna-Maria Von Bell"
            "anna maria"         | "capitalize"                            | "Anna maria"
            "a1b2-3"             | "digits_only"                           | "123"
            "  x  "              | "trim"                                  | "x"
            "{{state}}"          | {"map": {"TX": "Texas!", "CA": null}}   | "Texas!"
            "{{state}}"          | {"map": {"TX": 7}}                      | 7
            "{{state}}"          | {"map": {"NY": "no"}}                   | "TX"
            "{{lead.email}}"     | "mask"                                  | "j***@example.com"
            "abcdef"             | {"truncate": 3}                         | "abc"
            "{{lead.email}}"     | [{"truncate": 4}, "uppercase"]          | "JOHN"
            """)
    void a_transform_changes_the_value_on_its_way(String value, String transform, String expected) {
        String mapping = "{\"property\": \"x\", \"value\": %s, \"transform\": %s}".formatted(value, transform);

        assertThat(mapped(mapping)).isEqualTo("{\"x\":%s}".formatted(expected));
    }

    @Test
    void a_default_stands_where_nothing_came_of_the_value() {
        assertThat(mapped("{\"property\": \"x\", \"value\": \"{{lead.none}}\", \"default\": \"{{state}}?\"}"))
                .isEqualTo("{\"x\":\"TX?\"}");
        assertThat(mapped("{\"property\": \"x\", \"value\": \"{{lead.none}}\", \"transform\": \"uppercase\"}"))
                .isEqualTo("{}");
    }

    @Test
    void a_choice_takes_one_of_two_values_by_rules() {
        String mapping = """
                {"property": "intent", "value": {"if": {"lhv": "state", "op": "is equal to", "rhv": "%s"},
                 "then": "purchase", "else": {"if": {"lhv": "amount", "op": "is greater than", "rhv": 1000},
                 "then": "{{amount}}", "else": null}}}""";

        assertThat(mapped(mapping.formatted("TX"))).isEqualTo("{\"intent\":\"purchase\"}");
        assertThat(mapped(mapping.formatted("CA"))).isEqualTo("{\"intent\":1234.5}");
    }

    @Test
    void types_are_kept_by_single_variables_and_null_and_empty_text_by_constants() {
        assertThat(mapped(
                        "{\"property\": \"a\", \"value\": \"{{amount}}\"}",
                        "{\"property\": \"b\", \"value\": \"{{amount}} USD\"}",
                        "{\"property\": \"c\", \"value\": null}",
                        "{\"property\": \"d\", \"value\": \"\"}",
                        "{\"property\": \"e\", \"value\": [\"{{state}}\", \"{{lead.none}}\", 2]}"))
                .isEqualTo("{\"a\":1234.5,\"b\":\"1234.5 USD\",\"c\":null,\"d\":\"\",\"e\":[\"TX\",2]}");
    }

    @Test
    void inbound_mappings_choose_and_transform_as_well() {
        FlowDefinition flow = FlowJson.read("""
                {"id": "m", "fields": [{"id": "state", "type": "state"}, {"id": "kind", "type": "string"}],
                 "mappings": [{"property": "state", "value": "{{st}}", "transform": "trim"},
                              {"property": "lead.kind", "value": "{{a}}-{{b}}", "default": "none"}],
                 "sources": [{"id": "s"}]}""");

        Submission result = sluice.open(flow)
                .submit(Lead.from("s").with("st", " TX ").with("a", "x").with("b", "y"));

        assertThat(result.events().get(1).snapshot().get("state").text()).isEqualTo("TX");
        assertThat(result.events().get(1).snapshot().get("kind").text()).isEqualTo("x-y");
    }

    @Test
    void without_what_is_required_nothing_is_sent_and_nobody_is_asked() {
        List<String> asked = new ArrayList<>();
        MappingDefinition mail =
                MappingDefinition.of("contact.email", "{{lead.email}}").mandatory();
        MappingDefinition phone =
                MappingDefinition.of("phone", "{{lead.phone_1}}").mandatory();
        MappingDefinition never = MappingDefinition.of("never", "{{lead.phone_1}}")
                .mandatory()
                .when(allOf(field("state").isEqualTo("NY")));
        Flow flow = Sluice.builder()
                .enricher("intel", request -> {
                    asked.add("intel");
                    return Enrichment.of("line", "mobile");
                })
                .delivery("far", request -> {
                    asked.add(request.delivery().recipient());
                    return DeliveryResult.success();
                })
                .build()
                .open(Solar.flow()
                        .step(EnhancementStep.of("e", "intel", "e", phone))
                        .step(RecipientStep.to("a", "far")
                                .mappings(List.of(mail, phone))
                                .build())
                        .step(RecipientStep.to("b", "far")
                                .mappings(List.of(mail, never))
                                .build())
                        .build());

        Submission answer = flow.submit(
                Lead.from("web-form-a").with("email_addr", "a@b.com").with("state", "TX"));

        assertThat(asked).containsExactly("b");
        assertThat(answer.deliveries().get(0).outcome()).isEqualTo(Outcome.ERROR);
        assertThat(answer.deliveries().get(0).reason()).hasValue("Missing required property: phone");
        assertThat(answer.events())
                .filteredOn(event -> event.type().equals(EventType.ENHANCEMENT_ERROR))
                .extracting(event -> event.reason().orElse(""))
                .containsExactly("Missing required property: phone");
    }

    @Test
    void a_mapping_can_be_tried_on_a_sample_lead() {
        Flow flow = sluice.open(Solar.flow()
                .step(RecipientStep.to("out", "takes")
                        .map("contact.mail", "{{lead.email}}")
                        .build())
                .build());

        assertThat(flow.mapped("out", Solar.lead("a@b.com")).text()).isEqualTo("{\"contact\":{\"mail\":\"a@b.com\"}}");
        assertThat(sent).isEmpty();
        assertThatThrownBy(() -> flow.mapped("other", Solar.lead("a@b.com")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("out");
    }

    @Test
    void the_table_of_the_readme_names_every_transform() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        String table = readme.substring(readme.indexOf("| transform |"), readme.indexOf("## Events"));

        assertThat(Pattern.compile("(?m)^\\| `([a-z_]+)` \\|")
                        .matcher(table)
                        .results()
                        .map(row -> row.group(1)))
                .containsExactlyElementsOf(Stream.of(Transform.Kind.values())
                        .map(Transform.Kind::text)
                        .toList());
    }
}
