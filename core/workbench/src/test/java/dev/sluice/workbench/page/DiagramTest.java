package dev.sluice.workbench.page;

import static dev.sluice.rules.Conditions.allOf;
import static dev.sluice.rules.Conditions.field;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.Flow;
import dev.sluice.Sluice;
import dev.sluice.Submission;
import dev.sluice.delivery.DeliveryResult;
import dev.sluice.flow.AcceptanceCriteria;
import dev.sluice.flow.DistributeStep;
import dev.sluice.flow.FilterAction;
import dev.sluice.flow.FilterStep;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.flow.RecipientStep;
import dev.sluice.flow.RouteStep;
import dev.sluice.flow.RouteStep.Branch;
import dev.sluice.flow.SubFlowStep;
import dev.sluice.types.Lead;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class DiagramTest {
    private static final FlowDefinition FLOW = FlowDefinition.builder("solar")
            .field("state", "state")
            .field("score", "number")
            .source("web")
            .acceptance(AcceptanceCriteria.of(allOf(field("lead.state").isIncludedIn("TX", "CA"))))
            .step(FilterStep.of("good", allOf(field("lead.score").isGreaterThan("10"))))
            .step(FilterStep.of("best", allOf(field("lead.score").isGreaterThan("50")))
                    .onFail(FilterAction.skipTo("crm")))
            .step(RouteStep.of(
                            "where",
                            Branch.when(
                                            allOf(field("lead.state").isEqualTo("TX")),
                                            DistributeStep.waterfall("sell", to("premier"), to("homestead")))
                                    .named("Texas"),
                            Branch.when(allOf(field("lead.state").isEqualTo("CA")))
                                    .named("California"))
                    .otherwise(SubFlowStep.of("again", "late")))
            .step(to("crm"))
            .subFlow("late", to("caller"))
            .build();

    private static RecipientStep to(String id) {
        return RecipientStep.to(id, "stub").build();
    }

    private static Sluice sluice() {
        return Sluice.builder()
                .delivery(
                        "stub",
                        request -> request.delivery().recipient().equals("premier")
                                ? DeliveryResult.failure("No")
                                : DeliveryResult.success())
                .build();
    }

    private static Lead lead(String state, String score) {
        return Lead.from("web").with("state", state).with("score", score);
    }

    private static Document parsed(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }

    /** The texts of boxes of a look, in their order. */
    private static List<String> boxes(String svg, String look) throws Exception {
        var groups = parsed(svg).getElementsByTagName("g");
        List<String> found = new ArrayList<>();
        for (int i = 0; i < groups.getLength(); i++) {
            var group = groups.item(i);
            if (List.of(group.getAttributes()
                            .getNamedItem("class")
                            .getNodeValue()
                            .split(" "))
                    .contains(look)) {
                found.add(group.getFirstChild().getTextContent().replaceAll(" \\(.*", ""));
            }
        }
        return found;
    }

    @Test
    void every_step_and_every_way_out_is_drawn() throws Exception {
        String svg = Diagram.of(FLOW).svg();

        assertThat(boxes(svg, "box"))
                .containsExactly(
                        "web",
                        "Gates of solar",
                        "good",
                        "best",
                        "where",
                        "sell",
                        "premier",
                        "homestead",
                        "again",
                        "caller",
                        "crm",
                        "Completed");
        assertThat(boxes(svg, "exit")).containsExactly("Rejected", "Stops: failure", "Goes on at crm", "goes on");
        assertThat(Diagram.of(FLOW).mermaid()).contains("|\"Texas\"|", "|\"California\"|", "|\"late\"|");
    }

    @Test
    void the_path_of_a_lead_stands_out() throws Exception {
        try (Sluice sluice = sluice()) {
            Flow flow = sluice.open(FLOW);
            Diagram texas = Diagram.of(FLOW).along(flow.submit(lead("TX", "60")).events());
            Diagram skipped =
                    Diagram.of(FLOW).along(flow.submit(lead("CA", "20")).events());
            Diagram stopped =
                    Diagram.of(FLOW).along(flow.submit(lead("CA", "5")).events());
            Diagram refused =
                    Diagram.of(FLOW).along(flow.submit(lead("NV", "60")).events());

            assertThat(boxes(texas.svg(), "failed")).containsExactly("premier");
            assertThat(boxes(texas.svg(), "aside"))
                    .containsExactly("Rejected", "Stops: failure", "Goes on at crm", "goes on", "again", "caller");
            assertThat(boxes(skipped.svg(), "passed"))
                    .contains("Goes on at crm", "crm", "Completed")
                    .doesNotContain("where");
            assertThat(boxes(stopped.svg(), "passed"))
                    .contains("Stops: failure")
                    .doesNotContain("Completed");
            assertThat(boxes(refused.svg(), "failed")).containsExactly("Gates of solar", "Rejected");
            assertThat(texas.mermaid()).contains("classDef failed", "linkStyle ");
        }
    }

    @Test
    void numbers_stand_on_the_arrows_and_test_leads_are_not_counted() {
        try (Sluice sluice = sluice()) {
            Flow flow = sluice.open(FLOW);
            List.of(lead("TX", "60"), lead("CA", "60"), lead("CA", "20"), lead("CA", "5"), lead("NV", "60"))
                    .forEach(flow::submit);
            Submission test = flow.submit(lead("TX", "60").test());
            String mermaid =
                    Diagram.of(FLOW).counted(sluice.events(), sluice.account()).mermaid();

            assertThat(test.events()).isNotEmpty();
            assertThat(mermaid)
                    .contains("n0 -->|\"5\"| n1")
                    .contains("n1 -.->|\"1 (20.0 %)\"| n2")
                    .contains("n1 -->|\"4 (-20.0 %)\"| n3")
                    .contains("-->|\"Texas 1 (50.0 %)\"|")
                    .contains("-->|\"California 1 (50.0 %)\"|")
                    .contains("-->|\"late 0\"|");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "</text><script>alert(1)</script>",
                "\"]\n  click n0 \"javascript:alert(1)\"",
                "a & b < c > d \" ' ` # ; \\ |",
                "\u0000\u0007\ud800 half",
                "%%{init: {}}%% end subgraph"
            })
    void names_are_text_whatever_they_hold(String name) throws Exception {
        FlowDefinition hostile = FlowDefinition.builder("x")
                .name(name)
                .source(name)
                .step(RouteStep.of("r" + name, Branch.when(allOf(), to(name)).named(name)))
                .build();

        Document svg = parsed(Diagram.of(hostile).svg());
        String mermaid = Diagram.of(hostile).mermaid();

        assertThat(svg.getElementsByTagName("script").getLength()).isZero();
        assertThat(mermaid.lines().skip(1))
                .allMatch(line -> line.matches(
                        " +(n\\d+[\\[({/].*|subgraph n\\d+\\[\" \"]|end|n\\d+ -+\\.?-*>(\\|\"[^\"]*\"\\|)? n\\d+)"));
        assertThat(mermaid).doesNotContain("<script", "click n0 \"", "`");
    }

    @Test
    void the_same_flow_gives_the_same_text() {
        FlowDefinition again = FlowDefinition.read(FLOW.toJson());

        assertThat(Diagram.of(again).svg()).isEqualTo(Diagram.of(FLOW).svg());
        assertThat(Diagram.of(again).mermaid()).isEqualTo(Diagram.of(FLOW).mermaid());
    }

    @Test
    void sub_flows_that_use_each_other_without_end_are_drawn_to_some_end() {
        FlowDefinition endless = FlowDefinition.builder("x")
                .source("web")
                .step(SubFlowStep.of("go", "a"))
                .subFlow("a", SubFlowStep.of("one", "b"), SubFlowStep.of("two", "b"))
                .subFlow("b", SubFlowStep.of("one", "a"), SubFlowStep.of("two", "a"))
                .build();

        assertThat(Stations.of(endless)).hasSize(4);
        assertThat(Diagram.of(endless).mermaid().lines().count()).isLessThan(200_000);
    }
}
