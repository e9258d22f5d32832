package dev.sluice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.delivery.DeliveryPlugin;
import dev.sluice.delivery.DeliveryResult;
import dev.sluice.delivery.Enricher;
import dev.sluice.delivery.Enrichment;
import dev.sluice.delivery.Outcome;
import dev.sluice.event.EventType;
import dev.sluice.flow.EnhancementStep;
import dev.sluice.flow.RecipientStep;
import dev.sluice.types.Lead;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HostileLeadsTest {
    private final Flow flow = Sluice.builder()
            .delivery("takes", DeliveryPlugin.inProcess(request -> DeliveryResult.success()))
            .build()
            .open(Solar.flow().step(RecipientStep.to("all", "takes").build()).build());

    static Stream<Object> nasties() {
        return Stream.of(
                "",
                " ",
                "\u0000",
                "\ud800",
                "\u202e txet",
                "x".repeat(1 << 20),
                ".".repeat(10_000),
                "<script>alert(1)</script>",
                "=HYPERLINK(\"http://evil.example\")",
                "{{lead.email}}",
                "${jndi:ldap://evil}",
                -1,
                Long.MAX_VALUE,
                1e308,
                Double.NaN,
                true,
                List.of(1, "two", List.of()),
                Map.of("a", Map.of("b", "c")),
                "\uff11\uff12\uff13",
                "1e999999999");
    }

    @ParameterizedTest
    @MethodSource("nasties")
    void any_value_in_any_field_is_handled_and_recorded(Object nasty) {
        for (String name :
                List.of("email_addr", "phone_1", "state", "amount", "unknown \u0000 name", "lead.email", "")) {
            Submission result = flow.submit(Solar.lead("a@b.com").with(name, nasty));

            assertThat(result.status()).isEqualTo(Submission.Status.ANSWERED);
            assertThat(result.events().get(0).type()).isEqualTo(EventType.SOURCE_SUBMITTED);
            assertThat(result.events().get(0).input().orElseThrow().get(name).isMissing())
                    .isFalse();
            assertThat(result.explain()).isNotEmpty();
        }
    }

    @Test
    void nulls_and_five_hundred_fields_are_handled_and_recorded() {
        Lead lead = Solar.lead("a@b.com").with("phone_1", null);
        for (int i = 0; i < 500; i++) {
            lead = lead.with("extra_" + i, i);
        }

        Submission result = flow.submit(lead);

        assertThat(result.outcome()).isEqualTo(Outcome.SUCCESS);
        assertThat(result.events().get(0).input().orElseThrow().size()).isEqualTo(504);
    }

    @Test
    void a_value_beyond_the_limit_is_refused_by_its_place_and_size() {
        String huge = "x".repeat((1 << 20) + 1);

        for (Object tooLong : List.of(huge, List.of("a", huge), Map.of("deep", Map.of("er", huge)))) {
            Submission result = flow.submit(Solar.lead("a@b.com").with("comments", tooLong));

            assertThat(result.outcome()).isEqualTo(Outcome.ERROR);
            assertThat(result.reason()).contains("Value 5 is longer than 1048576 characters");
        }
    }

    @Test
    void data_nested_too_deep_is_refused_where_it_is_given() {
        Object deep = "bottom";
        for (int i = 0; i < 100; i++) {
            deep = List.of(deep);
        }
        Object nested = deep;

        assertThatThrownBy(() -> Solar.lead("a@b.com").with("deep", nested))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("64");
    }

    @Test
    void ten_thousand_random_leads_never_make_submit_throw() {
        SplittableRandom random = new SplittableRandom(20261121);
        for (int i = 0; i < 10_000; i++) {
            Submission result = flow.submit(
                    Solar.lead(text(random)).with("phone_1", text(random)).with(text(random), text(random)));
            assertThat(result.outcome()).isIn(Outcome.SUCCESS, Outcome.FAILURE);
        }
    }

    private static String text(SplittableRandom random) {
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(24);
        for (int i = 0; i < length; i++) {
            boolean ordinary = random.nextInt(3) > 0;
            text.append(ordinary ? "abc@.1259-+() ".charAt(random.nextInt(14)) : (char) random.nextInt(0x10000));
        }
        return text.toString();
    }

    @Test
    void nothing_that_may_be_logged_shows_a_value() {
        List<String> shown = new ArrayList<>();
        Lead lead = Solar.lead("canary@example.com").with("comments", "canary");
        Submission result = flow.submit(lead);
        shown.add(lead.toString());
        shown.add(result.toString());
        result.events().forEach(event -> {
            shown.add(event.toString());
            shown.add(event.snapshot().toString());
            shown.add(event.facts().toString());
        });

        assertThat(shown).noneMatch(text -> text.contains("canary") || text.contains("5127891111"));
    }

    @Test
    void data_that_make_a_template_meet_a_limit_cost_that_value_only_and_are_recorded() {
        String blowUp =
                "{{#each @root.appended.lists.all}}{{#each @root.appended.lists.all}}{{#each @root.appended.lists.all}}{{this}}{{/each}}{{/each}}{{/each}}";
        Flow explosive = Sluice.builder()
                .delivery("takes", DeliveryPlugin.inProcess(request -> DeliveryResult.success()
                        .detail("sent", request.lead())))
                .enricher("lists", Enricher.inProcess(request -> Enrichment.of("all", Collections.nCopies(900, "x"))))
                .build()
                .open(Solar.flow()
                        .step(EnhancementStep.of("s1", "lists", "lists"))
                        .step(RecipientStep.to("all", "takes")
                                .map("bomb", blowUp)
                                .map("state", "{{state}}")
                                .build())
                        .build());

        Submission result = explosive.submit(Solar.lead("a@b.com"));

        var delivered = result.events().get(3);
        assertThat(delivered.detail().get("sent").text()).isEqualTo("{\"state\":\"TX\"}");
        assertThat(delivered.detail().get("mapping_faults").text()).contains("bomb");
    }
}
