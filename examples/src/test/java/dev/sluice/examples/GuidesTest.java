package dev.sluice.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.Flow;
import dev.sluice.Sluice;
import dev.sluice.Time;
import dev.sluice.delivery.DeliveryPlugin;
import dev.sluice.delivery.DeliveryResult;
import dev.sluice.delivery.Enricher;
import dev.sluice.delivery.Enrichment;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.json.ValueJson;
import dev.sluice.pricing.PriceQuote;
import dev.sluice.types.Lead;
import dev.sluice.types.Obj;
import dev.sluice.types.Value;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The guides' flow opens, their leads are explained as they say, their Java runs. */
class GuidesTest {
    private static final String FOLDER = "core/docs/guides/";
    private static final Document FIRST_FLOW = Document.at(FOLDER + "first-flow.md");
    private static final Document GATES = Document.at(FOLDER + "gates.md");
    private static final String DEFINITION = FIRST_FLOW.blocks("json").get(0);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"first-flow.md", "why-rejected.md"})
    void a_lead_is_explained_as_the_guide_says(String guide) {
        Document document = Document.at(FOLDER + guide);
        Flow flow = Sluice.builder()
                .time(new StandingTime())
                .delivery("stub", DeliveryPlugin.inProcess(request -> DeliveryResult.success()))
                .build()
                .open(FlowDefinition.read(DEFINITION));

        String explanation = flow.preview(lead(document.blocks("lead").get(0))).explain();

        assertThat(explanation).isEqualTo(document.blocks("text").get(0));
    }

    @Test
    void the_gates_explain_a_lead_as_their_guide_says() {
        Sluice sluice = Sluice.builder()
                .time(new StandingTime())
                .enricher("phone-intel", Enricher.inProcess(request -> Enrichment.of("line_type", "mobile")))
                .build();
        Flow flow = sluice.open(FlowDefinition.read(GATES.blocks("json").get(0)));

        String explanation = flow.preview(lead(GATES.blocks("lead").get(0))).explain();

        assertThat(sluice.check(flow.definition())).isEmpty();
        assertThat(explanation).isEqualTo(GATES.blocks("text").get(0));
    }

    @Test
    void the_java_about_lists_prints_what_the_guide_says() throws ReflectiveOperationException {
        String main = "public static void main() {\n"
                + "dev.sluice.Sluice sluice = dev.sluice.Sluice.builder().build();\n"
                + GATES.blocks("java").get(0) + "}\n";

        Class<?> program = new Snippets(folder).compile("AboutLists", main);

        assertThat(Snippets.printed(program)).isEqualTo(GATES.blocks("output").get(0));
    }

    @Test
    void the_java_of_the_first_flow_runs() throws ReflectiveOperationException {
        String json = "static final String json = new String(java.util.Base64.getDecoder().decode(\""
                + java.util.Base64.getEncoder()
                        .encodeToString(DEFINITION.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                + "\"), java.nio.charset.StandardCharsets.UTF_8);\n";
        String main =
                "public static void main() {\n" + FIRST_FLOW.blocks("java").get(0) + "}\n";

        Class<?> program = new Snippets(folder).compile("FirstFlow", json + main);

        assertThat(Snippets.printed(program)).isEqualTo("failure, Monthly Bill must be greater than 100\n");
    }

    @Test
    void the_flow_of_caps_and_prices_opens_without_a_doubt_and_counts() {
        String definition =
                Document.at(FOLDER + "caps-and-prices.md").blocks("json").get(0);
        Sluice sluice = Sluice.builder()
                .time(new StandingTime())
                .delivery("stub", DeliveryPlugin.inProcess(request -> DeliveryResult.success()))
                .pricing("market", request -> PriceQuote.of("12.50"))
                .build();

        assertThat(sluice.check(FlowDefinition.read(definition))).isEmpty();
        Flow flow = sluice.open(FlowDefinition.read(definition));
        assertThat(flow.submit(Lead.from("partner").with("state", "CA")).price())
                .isEqualByComparingTo("12.50");
        assertThat(flow.caps())
                .extracting(Object::toString)
                .contains("flow/solar/budget: 12.5/5000", "shared/solar/pool: 1/200");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                FOLDER + "first-flow.md",
                FOLDER + "why-rejected.md",
                FOLDER + "caps-and-prices.md",
                FOLDER + "leads-over-http.md",
                FOLDER + "ping-and-post.md",
                "examples/demo/README.md"
            })
    void every_link_leads_somewhere(String document) {
        assertThat(Document.at(document).links()).isNotEmpty().allMatch(Files::exists);
    }

    private static Lead lead(String json) {
        Map<String, Value> data = new LinkedHashMap<>(((Obj) ValueJson.read(json)).members());
        Lead lead = Lead.from(data.remove("source").text());
        return lead.submittedAt(Instant.parse(data.remove("submitted_at").text()))
                .with(data);
    }

    /** A clock that nobody winds. */
    private static final class StandingTime implements Time {
        @Override
        public Instant instant() {
            return Instant.EPOCH;
        }

        @Override
        public long nanos() {
            return 0;
        }

        @Override
        public void await(Duration duration) {}
    }
}
