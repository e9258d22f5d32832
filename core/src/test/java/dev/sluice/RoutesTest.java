package dev.sluice;

import static dev.sluice.rules.Conditions.allOf;
import static dev.sluice.rules.Conditions.field;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.delivery.DeliveryPlugin;
import dev.sluice.delivery.DeliveryResult;
import dev.sluice.delivery.Outcome;
import dev.sluice.event.Event;
import dev.sluice.event.EventType;
import dev.sluice.flow.Cap;
import dev.sluice.flow.DistributeStep;
import dev.sluice.flow.FilterAction;
import dev.sluice.flow.FilterStep;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.flow.Hours;
import dev.sluice.flow.MappingDefinition;
import dev.sluice.flow.RecipientStep;
import dev.sluice.flow.RouteStep;
import dev.sluice.flow.RouteStep.Branch;
import dev.sluice.flow.SetStep;
import dev.sluice.flow.StepDefinition;
import dev.sluice.flow.SubFlowStep;
import dev.sluice.flow.TimeUnit;
import dev.sluice.rules.RuleSet;
import dev.sluice.types.Lead;
import dev.sluice.types.Value;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoutesTest {
    private final StillTime time = new StillTime("2024-01-15T14:30:45.123Z");
    private final Sluice sluice = Sluice.builder()
            .time(time)
            .delivery("takes", DeliveryPlugin.inProcess(request -> DeliveryResult.success()))
            .delivery("refuses", DeliveryPlugin.inProcess(request -> DeliveryResult.failure("No room")))
            .build();

    private Submission submit(FlowDefinition.Builder flow) {
        return sluice.open(flow.build()).submit(Solar.lead("john@example.com"));
    }

    /** What happened, each event with its step and the one that follows. */
    private static List<String> way(Submission result) {
        return result.events().stream()
                .skip(2)
                .map(event -> event.type() + " " + event.step().orElse("") + " > "
                        + event.next().orElse(""))
                .toList();
    }

    private static RuleSet state(String code) {
        return allOf(field("state").isEqualTo(code));
    }

    private static RecipientStep recipient(String id, String plugin) {
        return RecipientStep.to(id, plugin).build();
    }

    @Test
    void the_first_branch_that_wants_a_lead_owns_it_even_if_its_delivery_fails() {
        Submission result = submit(Solar.flow()
                .step(RouteStep.of(
                                "r",
                                Branch.when(state("CA"), recipient("west", "takes")),
                                Branch.when(state("TX"), recipient("south", "refuses"))
                                        .named("texas"),
                                Branch.when(state("TX"), recipient("again", "takes")))
                        .otherwise(recipient("rest", "takes")))
                .step(recipient("last", "takes")));

        assertThat(way(result))
                .containsExactly(
                        "route.taken r > south",
                        "recipient.failed south > last",
                        "recipient.delivered last > end",
                        "flow.completed  > end");
        Event taken = result.events().get(2);
        assertThat(taken.facts().get("branch").text()).isEqualTo("texas");
        assertThat(taken.facts().get("branches").text())
                .contains("branch 1")
                .contains("texas")
                .doesNotContain("branch 3");
        assertThat(result.explain())
                .contains("branch 1 does not want it")
                .contains("failed: state is equal to 'CA'; was 'TX'")
                .contains("texas wants it")
                .contains("goes the way of texas");
    }

    @Test
    void a_lead_that_no_branch_wants_takes_the_default_and_goes_on() {
        Submission result = submit(Solar.flow()
                .step(RouteStep.of("r", Branch.when(state("CA"), recipient("west", "takes"))))
                .step(RouteStep.of("q", Branch.when(state("CA"), recipient("far", "takes")))
                        .otherwise(recipient("rest", "takes"))));

        assertThat(way(result))
                .containsExactly(
                        "route.taken r > q",
                        "route.taken q > rest",
                        "recipient.delivered rest > end",
                        "flow.completed  > end");
        assertThat(result.events().get(2).facts().get("branch").text()).isEqualTo("default");
    }

    @Test
    void filters_inside_a_branch_skip_within_it_or_stop_the_lead() {
        RouteStep inner = RouteStep.of(
                "inner",
                Branch.when(
                        state("TX"),
                        FilterStep.of("f", state("CA")).onFail(FilterAction.skipTo("b")),
                        recipient("a", "takes"),
                        recipient("b", "refuses"),
                        FilterStep.of("g", allOf(field("steps.b.outcome").isEqualTo("success")))
                                .onFail(FilterAction.stopLike("b", "{{steps.b.reason}}"))));
        Submission result = submit(
                Solar.flow().step(RouteStep.of("outer", Branch.when(state("TX"), inner, recipient("never", "takes")))));

        assertThat(way(result))
                .containsExactly(
                        "route.taken outer > inner",
                        "route.taken inner > f",
                        "filter.failed f > b",
                        "recipient.failed b > g",
                        "filter.failed g > end",
                        "flow.completed  > end");
        assertThat(result.reason()).contains("No room");
    }

    @Test
    void routes_may_be_nested_as_deep_as_allowed() {
        StepDefinition step = recipient("deepest", "takes");
        for (int i = 0; i < StepDefinition.MAX_DEPTH; i++) {
            step = RouteStep.of("r" + i, Branch.when(state("TX"), step));
        }
        assertThat(submit(Solar.flow().step(step)).deliveries()).hasSize(1);

        FlowDefinition deeper = Solar.flow()
                .step(RouteStep.of("one_more", Branch.when(state("TX"), step)))
                .build();
        assertThatThrownBy(() -> sluice.open(deeper)).hasMessageContaining("inside at most 100 others");
    }

    @Test
    void a_disabled_route_is_passed_over_with_its_branches() {
        RouteStep off = new RouteStep(
                "r", null, false, null, List.of(Branch.when(state("TX"), recipient("a", "takes"))), List.of());

        assertThat(way(submit(Solar.flow().step(off))))
                .containsExactly("step.skipped r > end", "flow.completed  > end");
    }

    @Test
    void fields_are_set_by_their_types_from_the_lead_as_it_was() {
        Submission result = submit(Solar.flow()
                .field("score", "number")
                .field("other", "state")
                .step(SetStep.of(
                        "s",
                        MappingDefinition.of("lead.score", "{{lead.amount}}5"),
                        MappingDefinition.of("amount", "7"),
                        MappingDefinition.of("other", "{{lead.state}}{{lead.nothing}}"),
                        MappingDefinition.of("email", "x@y.com").when(state("CA")))));

        Event set = result.events().get(2);
        assertThat(set.type()).isEqualTo(EventType.SET_APPLIED);
        assertThat(set.facts().get("fields").text()).isEqualTo("[\"score\",\"amount\",\"other\"]");
        assertThat(set.snapshot().get("lead.score").plain()).isEqualTo(Value.number(10005));
        assertThat(set.snapshot().get("lead.amount").plain()).isEqualTo(Value.number(7));
        assertThat(set.snapshot().get("lead.other").text()).isEqualTo("TX");
        assertThat(set.snapshot().get("lead.email").text()).isEqualTo("john@example.com");
        assertThat(result.events().get(1).snapshot().get("lead.amount").plain()).isEqualTo(Value.number(1000));
    }

    @Test
    void a_mapping_that_fails_sets_nothing_stops_no_other_and_is_recorded() {
        String long700k = "x".repeat(700_000);
        Submission result = sluice.open(Solar.flow()
                        .field("note", "string")
                        .field("other", "state")
                        .step(SetStep.of(
                                "s",
                                MappingDefinition.of("amount", "{{lead.amount}}0"),
                                MappingDefinition.of("note", "{{lead.note}} {{lead.note}}"),
                                MappingDefinition.of("other", "{{lead.state}}")))
                        .build())
                .submit(Solar.lead("john@example.com").with("note", long700k));

        Event set = result.events().get(2);
        assertThat(set.facts().get("fields").text()).isEqualTo("[\"amount\",\"other\"]");
        assertThat(set.snapshot().get("lead.amount").plain()).isEqualTo(Value.number(10000));
        assertThat(set.snapshot().get("lead.other").text()).isEqualTo("TX");
        assertThat(set.snapshot().get("lead.note").text()).isEqualTo(long700k);
        assertThat(set.detail().get("mapping_faults").text()).contains("\"property\":\"note\"");
        assertThat(result.outcome()).isEqualTo(Outcome.SUCCESS);
    }

    @Test
    void a_sub_flow_runs_wherever_it_is_used_under_ids_of_its_own() {
        FlowDefinition flow = Solar.flow()
                .step(SubFlowStep.of("first", "sell"))
                .step(new SubFlowStep("second", null, true, state("TX"), "sell"))
                .step(FilterStep.of("f", allOf(field("steps.crm.outcome").isEqualTo("skip"))))
                .subFlow(
                        "sell",
                        FilterStep.of("check", state("CA")).onFail(FilterAction.skipTo("crm")),
                        recipient("never", "takes"),
                        RecipientStep.to("crm", "takes")
                                .cap(Cap.of("c", 1, TimeUnit.DAY))
                                .map("x", "{{lead.email}}")
                                .build())
                .build();
        Flow open = sluice.open(flow);

        assertThat(way(open.submit(Solar.lead("a@b.com"))).subList(0, 3))
                .containsExactly(
                        "route.taken first > first/check",
                        "filter.failed first/check > first/crm",
                        "cap.reached first/crm > ");
        Submission next = open.submit(Solar.lead("b@b.com"));
        assertThat(way(next))
                .containsExactly(
                        "route.taken first > first/check",
                        "filter.failed first/check > first/crm",
                        "recipient.failed first/crm > second",
                        "route.taken second > second/check",
                        "filter.failed second/check > second/crm",
                        "recipient.failed second/crm > f",
                        "filter.passed f > end",
                        "flow.completed  > end");
        assertThat(open.mapped("second/crm", Solar.lead("c@b.com")).text()).isEqualTo("{\"x\":\"c@b.com\"}");
        assertThat(next.deliveries().get(0).name()).isEqualTo("crm");
    }

    @Test
    void a_recipient_outside_its_hours_is_passed_over_alone_and_among_others() {
        Hours evenings = Hours.workingDays("18:00", "20:00");
        FlowDefinition flow = Solar.flow()
                .step(RecipientStep.to("alone", "takes").hours(evenings).build())
                .step(DistributeStep.waterfall(
                        "sell",
                        RecipientStep.to("late", "takes").hours(evenings).build(),
                        recipient("any", "takes")))
                .build();
        Flow open = sluice.open(flow);

        Submission day = open.submit(Solar.lead("a@b.com"));
        time.set("2024-01-15T18:30:00Z");
        Submission evening = open.submit(Solar.lead("b@b.com"));

        assertThat(day.deliveries()).extracting(DeliveryReport::toString).containsExactly("any: success");
        assertThat(day.events().get(2).reason()).contains("Outside hours of operation");
        assertThat(day.explain())
                .contains("opens next 2024-01-15T18:00:00")
                .contains("late: skip, Outside hours of operation");
        assertThat(evening.deliveries())
                .extracting(DeliveryReport::toString)
                .containsExactly("alone: success", "late: success");
    }

    @Test
    void older_spellings_say_when_steps_run() {
        String tx = "{\"lhv\":\"lead.state\",\"op\":\"is equal to\",\"rhv\":\"TX\"}";
        FlowDefinition flow = FlowDefinition.read("{\"id\":\"f\",\"fields\":[{\"id\":\"state\",\"type\":\"state\"}],"
                + "\"sources\":[{\"id\":\"a\"}],\"steps\":["
                + "{\"id\":\"in\",\"type\":\"recipient\",\"plugin\":\"takes\",\"executeWhen\":" + tx + "},"
                + "{\"id\":\"out\",\"type\":\"recipient\",\"plugin\":\"takes\",\"skip_when\":" + tx + "},"
                + "{\"id\":\"f\",\"type\":\"filter\",\"stopWhen\":\"match\",\"ruleSet\":" + tx + "}]}");

        Submission texas = sluice.open(flow).submit(Lead.from("a").with("state", "TX"));
        Submission ohio = sluice.open(flow).submit(Lead.from("a").with("state", "OH"));

        assertThat(texas.deliveries()).extracting(DeliveryReport::toString).containsExactly("in: success");
        assertThat(texas.outcome()).isEqualTo(Outcome.FAILURE);
        assertThat(ohio.deliveries()).extracting(DeliveryReport::toString).containsExactly("out: success");
        assertThat(ohio.outcome()).isEqualTo(Outcome.SUCCESS);
        assertThat(FlowDefinition.read(flow.toJson())).isEqualTo(flow);
        assertThat(FilterStep.stopping("f", state("TX")).ruleSet())
                .isEqualTo(state("TX").not());
    }
}
