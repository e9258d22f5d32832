package dev.sluice;

import static dev.sluice.rules.Conditions.allOf;
import static dev.sluice.rules.Conditions.field;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.delivery.DeliveryResult;
import dev.sluice.delivery.Effect;
import dev.sluice.delivery.Outcome;
import dev.sluice.event.Event;
import dev.sluice.event.EventType;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.flow.Pricing;
import dev.sluice.flow.Pricing.Adjustment;
import dev.sluice.flow.Pricing.Operation;
import dev.sluice.flow.Pricing.Policy;
import dev.sluice.flow.Pricing.Price;
import dev.sluice.flow.RecipientStep;
import dev.sluice.flow.SourceDefinition;
import dev.sluice.pricing.PriceQuote;
import dev.sluice.pricing.PriceRequest;
import dev.sluice.pricing.PricingService;
import dev.sluice.types.Arr;
import dev.sluice.types.Lead;
import dev.sluice.types.Obj;
import dev.sluice.types.Value;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PricingTest {
    private final StillTime time = new StillTime("2024-01-15T14:30:45.123Z");
    private final Sluice.Builder sluice = Sluice.builder()
            .time(time)
            .delivery("stub", request -> DeliveryResult.success())
            .delivery("names", request -> DeliveryResult.success().price(new BigDecimal("31.50")))
            .delivery("refuses", request -> DeliveryResult.failure("no"));

    private static FlowDefinition.Builder flow(Pricing ofSource, Pricing ofFlow) {
        return FlowDefinition.builder("f")
                .field("state", "state")
                .field("price", "number")
                .field("bill", "number")
                .source(SourceDefinition.of("a").pricing(ofSource))
                .pricing(ofFlow);
    }

    private static Lead lead() {
        return Lead.from("a").with("state", "CA").with("bill", "120");
    }

    private Submission submit(FlowDefinition.Builder flow) {
        return sluice.build().open(flow.build()).submit(lead());
    }

    private static Obj trace(Submission result) {
        return (Obj) result.events().get(1).facts().get("pricing");
    }

    private static Pricing served(String fallback) {
        return Pricing.NONE.behind(service(fallback));
    }

    private static Pricing.Service service(String fallback) {
        return new Pricing.Service(
                "market", fallback == null ? null : new BigDecimal(fallback), Duration.ofMillis(200));
    }

    private static RecipientStep.Builder buyer(String id, String plugin) {
        return RecipientStep.to(id, plugin);
    }

    @ParameterizedTest(name = "source: service {0}, rules {1}; flow: service {2}, rules {3}: {4} by {5}")
    @CsvSource({
        "1, 2, 3, 4, 1, source.service",
        "-, 2, 3, 4, 2, source.rules",
        "-, -, 3, 4, 3, flow.service",
        "-, -, -, 4, 4, flow.rules",
        "-, -, -, -, 0, none",
        "0, 2, 3, 4, 0, source.service",
    })
    void the_first_layer_that_gives_a_price_wins(
            String service, String rules, String flowService, String flowRules, String price, String layer) {
        sluice.pricing("source-market", quoting(service)).pricing("flow-market", quoting(flowService));
        Pricing ofSource = rules(rules).behind(new Pricing.Service("source-market", null, Duration.ofSeconds(1)));
        Pricing ofFlow = rules(flowRules).behind(new Pricing.Service("flow-market", null, Duration.ofSeconds(1)));

        Submission result = submit(flow(ofSource, ofFlow));

        assertThat(result.price()).isEqualByComparingTo(price);
        assertThat(trace(result).get("layer").text()).isEqualTo(layer);
    }

    private static PricingService quoting(String price) {
        return request -> price.equals("-") ? PriceQuote.NONE : PriceQuote.of(price);
    }

    private static Pricing rules(String price) {
        return price.equals("-")
                ? Pricing.of(new Price(Value.number(99), allOf(field("state").isEqualTo("TX")), null))
                : Pricing.of(
                        new Price(Value.number(77), null, "base"),
                        new Price(Value.number(new BigDecimal(price)), null, "last"));
    }

    @Test
    void the_trace_names_the_price_that_applied_and_what_changed_it() {
        Pricing pricing = Pricing.of(
                        new Price(Value.number(10), null, "base"),
                        new Price(Value.number(15), allOf(field("state").isEqualTo("CA")), "ca"),
                        new Price(Value.number(40), allOf(field("state").isEqualTo("NV")), "nv"))
                .adjusted(
                        new Adjustment(Operation.ADD, Value.number(5), null, "bonus"),
                        new Adjustment(
                                Operation.ADD,
                                Value.number(900),
                                allOf(field("state").isEqualTo("NV")),
                                "no"),
                        new Adjustment(Operation.MULTIPLY, Value.number(new BigDecimal("1.2")), null, null));

        Submission result = submit(flow(Pricing.NONE, pricing));

        assertThat(result.price()).isEqualByComparingTo("24.0");
        assertThat(trace(result).get("price_id").text()).isEqualTo("ca");
        assertThat(trace(result).get("adjusted_by"))
                .isEqualTo(Value.list(List.of(Value.text("bonus"), Value.text("2"))));
        assertThat(trace(result).get("amount")).isEqualTo(Value.number(new BigDecimal("24.0")));
    }

    @Test
    void an_amount_may_be_a_template_and_keeps_all_its_digits_until_it_is_shown() {
        Pricing pricing = Pricing.of(new Price(Value.text("{{lead.bill}}"), null, null))
                .adjusted(new Adjustment(Operation.MULTIPLY, Value.number(new BigDecimal("0.0123455")), null, null));

        Submission result = submit(flow(Pricing.NONE, pricing));

        assertThat(result.price()).isEqualByComparingTo("1.48146");
        assertThat(result.response().get("price")).isEqualTo(Value.number(new BigDecimal("1.48")));
    }

    @ParameterizedTest(name = "{0} {1} to a price of 10 is {2}")
    @CsvSource({"ADD, -10, 0", "ADD, -10.01, 3", "MULTIPLY, 100001, 3", "MULTIPLY, 0, 0", "ADD, 999990, 1000000"})
    void an_adjustment_that_leaves_the_bounds_gives_no_price(Operation operation, String amount, String price) {
        Pricing pricing = Pricing.fixed("10").adjusted(new Adjustment(operation, Value.text(amount), null, null));

        assertThat(submit(flow(pricing, Pricing.fixed("3"))).price()).isEqualByComparingTo(price);
    }

    @Test
    void numbers_that_would_take_for_ever_to_add_are_no_prices() {
        FlowDefinition.Builder flow = flow(Pricing.named(null, null), Pricing.fixed("3"));
        Flow open = sluice.build().open(flow.build());

        for (BigDecimal hostile : List.of(
                new BigDecimal("1e-999999999"), new BigDecimal("1e999999999"), new BigDecimal("0." + "1".repeat(90)))) {
            assertThat(open.submit(Lead.from("a").with("price", hostile)).price())
                    .isEqualByComparingTo("3");
        }
    }

    @ParameterizedTest(name = "a service that is {0}")
    @CsvSource({
        "threw, threw",
        "overflowed, threw",
        "nothing, null",
        "no_price, no_price",
        "negative, negative",
        "too_high, too_high",
        "too_fine, too_fine",
        "late, late",
        "nan, threw"
    })
    void a_service_that_fails_never_breaks_a_flow_and_its_fault_is_recorded(String how, String kind) {
        sluice.pricing("market", bad(how));

        Submission fallback = submit(flow(served("7.5"), Pricing.fixed("3")));
        Submission next = submit(flow(served(null), Pricing.fixed("3")));

        assertThat(fallback.outcome()).isEqualTo(Outcome.SUCCESS);
        assertThat(fallback.price()).isEqualByComparingTo("7.5");
        assertThat(next.price()).isEqualByComparingTo("3");
        for (Submission result : List.of(fallback, next)) {
            assertThat(result.explain()).contains("pricing service market: " + kind);
            Value asked = trace(result).get("services");
            assertThat(((Arr) asked).at(0).part("fault").text()).isEqualTo(kind);
            assertThat(((Arr) asked).at(0).part("service").text()).isEqualTo("market");
        }
    }

    private PricingService bad(String how) {
        return request -> switch (how) {
            case "threw" -> throw new IllegalStateException("canary");
            case "overflowed" -> throw new StackOverflowError();
            case "nothing" -> null;
            case "no_price" -> PriceQuote.NONE;
            case "negative" -> PriceQuote.of("-0.01");
            case "too_high" -> PriceQuote.of("1000000.01");
            case "too_fine" -> PriceQuote.of("1e-999999999");
            case "nan" -> PriceQuote.of("NaN");
            default -> {
                time.pass(Duration.ofMillis(201));
                yield PriceQuote.of("1");
            }
        };
    }

    @Test
    void the_text_of_a_fault_stays_in_the_detail() {
        sluice.pricing("market", bad("threw"));

        Event accepted = submit(flow(served("1"), Pricing.NONE)).events().get(1);

        assertThat(accepted.facts().toString() + accepted.facts().members()).doesNotContain("canary");
        assertThat(accepted.detail().get("pricing_fault").text()).contains("canary");
    }

    @Test
    void a_service_is_told_the_lead_and_until_when_it_may_answer() {
        List<PriceRequest> asked = new ArrayList<>();
        sluice.pricing("market", request -> {
            asked.add(request);
            return PriceQuote.of("12.34").because("two bidders");
        });

        Submission result = submit(flow(served(null), Pricing.NONE));

        assertThat(asked).singleElement().satisfies(request -> {
            assertThat(request.source()).isEqualTo("a");
            assertThat(request.leadId()).isEqualTo(result.leadId().orElseThrow());
            assertThat(request.data().get("lead.state").text()).isEqualTo("CA");
            assertThat(request.deadline().left()).isEqualTo(Duration.ofMillis(200));
        });
        assertThat(((Arr) trace(result).get("services")).at(0).part("reason").text())
                .isEqualTo("two bidders");
    }

    @Test
    void a_preview_asks_no_service_that_touches_anything() {
        List<String> asked = new ArrayList<>();
        sluice.pricing("market", request -> {
            asked.add("market");
            return PriceQuote.of("9");
        });
        sluice.pricing("table", new PricingService() {
            @Override
            public PriceQuote price(PriceRequest request) {
                asked.add("table");
                return PriceQuote.of("8");
            }

            @Override
            public Effect effect() {
                return Effect.NONE;
            }
        });
        Pricing.Service table = new Pricing.Service("table", null, Duration.ofSeconds(1));

        Submission preview = sluice.build()
                .open(flow(served(null), Pricing.NONE.behind(table)).build())
                .preview(lead());

        assertThat(asked).containsExactly("table");
        assertThat(preview.price()).isEqualByComparingTo("8");
    }

    @Test
    void an_unknown_service_is_a_finding_that_names_the_known_ones() {
        sluice.pricing("markets", quoting("1"));

        assertThat(sluice.build().check(flow(served("1"), Pricing.NONE).build()))
                .anySatisfy(finding -> {
                    assertThat(finding.code()).isEqualTo("unknown_plugin");
                    assertThat(finding.pointer()).isEqualTo("/sources/0/pricingService/serviceId");
                    assertThat(finding.text()).contains("market").contains("markets");
                });
    }

    @Test
    void a_share_costs_nothing_until_the_lead_is_sold() {
        FlowDefinition.Builder flow = flow(Pricing.share("70"), Pricing.fixed("3"))
                .step(buyer("one", "stub").pricing(Pricing.fixed("20.01")).build())
                .step(buyer("two", "stub").pricing(Pricing.fixed("10")).build())
                .step(buyer("three", "refuses").pricing(Pricing.fixed("99")).build());

        Submission result = submit(flow);

        assertThat(trace(result).get("pending")).isEqualTo(Value.bool(true));
        assertThat(result.events().get(1).cost().orElseThrow()).isZero();
        assertThat(result.revenue()).isEqualByComparingTo("30.01");
        assertThat(result.price()).isEqualByComparingTo("21.007");
        assertThat(result.margin()).isEqualByComparingTo("9.003");
        assertThat(margins(result)).containsExactly("6.003", "3");
        assertThat(last(result).facts().get("margin")).isEqualTo(Value.number(new BigDecimal("9.003")));
    }

    @Test
    void a_lead_that_fails_or_is_a_test_costs_no_share() {
        FlowDefinition.Builder flow = flow(Pricing.share("70"), Pricing.NONE)
                .step(buyer("one", "stub").pricing(Pricing.fixed("20")).build());

        assertThat(sluice.build().open(flow.build()).submit(lead().test()).price())
                .isZero();
        assertThat(sluice.build().open(flow.build()).submit(lead().test()).revenue())
                .isZero();
    }

    private static List<String> margins(Submission result) {
        return result.events().stream()
                .filter(event -> event.type().equals(EventType.RECIPIENT_DELIVERED))
                .map(event -> event.facts().get("margin").text())
                .toList();
    }

    /** What the first recipient's event tells. */
    private static Event sale(Submission result) {
        return result.events().stream()
                .filter(event -> event.type().equals(EventType.RECIPIENT_DELIVERED)
                        || event.type().equals(EventType.RECIPIENT_FAILED))
                .findFirst()
                .orElseThrow();
    }

    private static Event last(Submission result) {
        return result.events().get(result.events().size() - 1);
    }

    @Test
    void the_first_sale_bears_the_price_so_that_margins_add_up() {
        FlowDefinition.Builder flow = flow(Pricing.fixed("12.50"), Pricing.NONE)
                .step(buyer("one", "refuses").pricing(Pricing.fixed("20")).build())
                .step(buyer("two", "stub").pricing(Pricing.fixed("20")).build())
                .step(buyer("three", "names").pricing(Pricing.named(null, null)).build())
                .step(buyer("note", "stub").notBillable().build());

        Submission result = submit(flow);

        assertThat(margins(result)).containsExactly("7.5", "31.5", "");
        assertThat(last(result).facts().get("margin")).isEqualTo(Value.number(new BigDecimal("39.00")));
    }

    @ParameterizedTest(name = "{0} below a floor of 15: sold for {1}, told: {2}")
    @CsvSource({"REJECT, 0, false", "CONTINUE, 14, false", "ALERT, 14, true"})
    void a_price_below_the_floor_is_refused_told_or_let_pass(Policy policy, String revenue, boolean told) {
        FlowDefinition.Builder flow = flow(Pricing.fixed("1"), Pricing.NONE)
                .step(buyer("one", "stub")
                        .pricing(Pricing.fixed("14").floor("15", policy))
                        .build());

        Submission result = submit(flow);

        assertThat(result.revenue()).isEqualByComparingTo(revenue);
        assertThat(result.outcome()).isEqualTo(Outcome.SUCCESS);
        assertThat(sale(result).facts().get("floor_alert").isMissing()).isEqualTo(!told);
        if (policy == Policy.REJECT) {
            assertThat(result.deliveries().get(0).outcome()).isEqualTo(Outcome.SKIP);
            assertThat(result.deliveries().get(0).reason()).contains("Price below minimum (14 < 15)");
        }
    }

    @ParameterizedTest(name = "{0}: {1} sales, told at the end: {2}")
    @CsvSource({"REJECT, 1, false", "CONTINUE, 2, false", "ALERT, 2, false"})
    void a_margin_that_is_too_small_is_refused_until_other_sales_have_paid(Policy policy, int sales, boolean told) {
        FlowDefinition.Builder flow = flow(
                        Pricing.fixed("10"), Pricing.fixed("1").margin("5", policy))
                .step(buyer("low", "stub").pricing(Pricing.fixed("14")).build())
                .step(buyer("high", "stub").pricing(Pricing.fixed("15")).build());

        Submission result = submit(flow);

        assertThat(result.deliveries().stream().filter(each -> each.outcome() == Outcome.SUCCESS))
                .hasSize(sales);
        assertThat(sale(result).facts().get("margin_alert").isMissing()).isEqualTo(policy != Policy.ALERT);
        assertThat(last(result).facts().get("margin_alert").isMissing()).isEqualTo(!told);
    }

    @Test
    void a_lead_that_leaves_too_little_is_told_at_the_end_and_the_sources_own_margin_counts() {
        Pricing ofSource = Pricing.fixed("10").margin("5", Policy.ALERT);
        Pricing ofFlow = Pricing.NONE.margin("0", Policy.REJECT);

        Event end = last(submit(flow(ofSource, ofFlow)));

        assertThat(end.facts().get("margin_alert").part("amount").text()).isEqualTo("-10");
        assertThat(end.facts().get("margin_alert").part("minimum").text()).isEqualTo("5");
    }

    @Test
    void tiers_depend_on_counts_of_the_host() {
        Function<Integer, Pricing> tiers = from -> Pricing.of(
                new Price(Value.number(10), null, null),
                new Price(Value.number(8), allOf(field("source.daily_count").isGreaterThan(from)), "tier"));
        sluice.metrics((flow, source, at) -> Obj.EMPTY.with("daily_count", Value.number(100)));

        assertThat(submit(flow(tiers.apply(99), Pricing.NONE)).price()).isEqualByComparingTo("8");
        assertThat(submit(flow(tiers.apply(100), Pricing.NONE)).price()).isEqualByComparingTo("10");
        assertThat(sluice.build().check(flow(tiers.apply(1), Pricing.NONE).build()))
                .isEmpty();
    }

    @Test
    void counts_that_cannot_be_had_are_no_counts() {
        sluice.metrics((flow, source, at) -> {
            throw new IllegalStateException("down");
        });
        Pricing tiers = Pricing.of(
                new Price(Value.number(10), null, null),
                new Price(Value.number(8), allOf(field("source.daily_count").isGreaterThan(1)), null));

        Submission result = submit(flow(tiers, Pricing.NONE));

        assertThat(result.price()).isEqualByComparingTo("10");
        assertThat(result.events().get(1).detail().get("metrics_fault").text()).contains("down");
    }
}
