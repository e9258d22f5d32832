package dev.sluice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.delivery.Outcome;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.flow.Pings;
import dev.sluice.flow.Pricing;
import dev.sluice.flow.RouterDefinition;
import dev.sluice.flow.RouterDefinition.Target;
import dev.sluice.flow.SourceDefinition;
import dev.sluice.types.Lead;
import java.util.List;
import org.junit.jupiter.api.Test;

class RouterTest {
    private static final String JSON = """
            {"routes": [
              {"ruleSet": {"lhv": "product", "op": "is equal to", "rhv": "solar"}, "flow": "solar", "source": "web"},
              {"ruleSet": {"op": "and", "rules": [
                {"lhv": "source.id", "op": "is equal to", "rhv": "form-7"},
                {"lhv": "zip", "op": "is less than", "rhv": "79000"}]}, "flow": "roofing", "source": "web"}],
             "default": {"flow": "roofing", "source": "rest"}}
            """;

    private final Sluice sluice =
            Sluice.builder().time(new StillTime("2026-03-02T15:00:00Z")).build();
    private final Flow solar = sluice.open(FlowDefinition.builder("solar")
            .source(SourceDefinition.of("web").pricing(Pricing.fixed("7")))
            .pings(Pings.upTo())
            .build());
    private final Flow roofing = sluice.open(
            FlowDefinition.builder("roofing").source("web").source("rest").build());

    private Router router(String json) {
        return Router.over(RouterDefinition.read(json), List.of(solar, roofing));
    }

    @Test
    void the_first_route_that_fits_decides() {
        Router router = router(JSON);

        assertThat(router.target(Lead.from("x").with("product", "Solar").with("zip", "78701")))
                .hasValue(new Target("solar", "web"));
        assertThat(router.target(Lead.from("form-7").with("zip", "78701"))).hasValue(new Target("roofing", "web"));
        assertThat(router.target(Lead.from("form-8").with("zip", "78701"))).hasValue(new Target("roofing", "rest"));
    }

    @Test
    void the_lead_comes_from_the_source_of_its_route() {
        Submission answer = router(JSON).submit(Lead.from("x").with("product", "solar"));

        assertThat(answer.outcome()).isEqualTo(Outcome.SUCCESS);
        assertThat(answer.price()).isEqualByComparingTo("7");
        assertThat(answer.events().get(0).context().source()).isEqualTo("web");
        assertThat(router(JSON).ping(Lead.from("x").with("product", "solar")).price())
                .isEqualByComparingTo("7");
    }

    @Test
    void without_a_route_and_a_default_a_lead_is_refused() {
        Router router = router("{\"routes\":[]}");

        assertThat(router.submit(Lead.from("x")).refusal()).hasValue(Refusal.NO_ROUTE);
        assertThat(router.ping(Lead.from("x")).refusal()).hasValue(Refusal.NO_ROUTE);
    }

    @Test
    void reading_what_was_written_gives_an_equal_router() {
        RouterDefinition router = RouterDefinition.read(JSON);

        assertThat(RouterDefinition.read(router.toJson())).isEqualTo(router);
    }

    @Test
    void everything_wrong_is_found_at_its_place() {
        String json = """
                {"routes": [
                  {"flow": "none", "source": "web"},
                  {"flow": "solar", "source": "nobody"},
                  {"ruleSet": {"lhv": "a", "op": "is equal to"}, "flow": "solar", "source": "web"}]}
                """;

        assertThatThrownBy(() -> router(json))
                .isInstanceOfSatisfying(InvalidFlowException.class, invalid -> assertThat(invalid.findings())
                        .extracting(finding -> finding.code() + " " + finding.pointer())
                        .containsExactlyInAnyOrder(
                                "unknown_flow /routes/0/flow",
                                "unknown_source /routes/1/source",
                                "missing_rhv /routes/2/ruleSet/rules/0/rhv"));
        assertThatThrownBy(() -> RouterDefinition.read("{\"routes\":[{\"folw\":\"a\"}]}"))
                .isInstanceOfSatisfying(InvalidFlowException.class, invalid -> assertThat(invalid.findings())
                        .extracting(finding -> finding.code() + " " + finding.pointer())
                        .containsExactlyInAnyOrder(
                                "unknown_key /routes/0/folw", "missing_key /routes/0", "missing_key /routes/0"));
    }
}
