package dev.sluice.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.delivery.ConfigProblem;
import dev.sluice.delivery.Deadline;
import dev.sluice.delivery.Effect;
import dev.sluice.delivery.Enrichment;
import dev.sluice.delivery.EnrichmentRequest;
import dev.sluice.delivery.Outcome;
import dev.sluice.types.At;
import dev.sluice.types.Obj;
import dev.sluice.types.Value;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HttpEnricherTest {
    private static final Instant NOW = Instant.parse("2026-03-15T14:30:00Z");
    private static final Obj CONFIG = (Obj) Value.of(Map.of(
            "url",
            "https://intel.example/phones/{{phone}}",
            "format",
            "query",
            "fields",
            Map.of("deep", "yes"),
            "cost",
            0.05,
            "cacheTtl",
            "PT24H",
            "defaults",
            Map.of("line_type", "unknown")));

    private final List<Request> sent = new ArrayList<>();
    private Response next = json(200, "{\"line_type\":\"mobile\"}");

    private final HttpEnricher enricher = HttpEnricher.over(WebhookDelivery.builder()
            .transport((request, exchange) -> {
                sent.add(request);
                return next;
            })
            .build());

    private static Response json(int status, String body) {
        return Response.of(status, Headers.NONE.and("Content-Type", "application/json"), body);
    }

    private Enrichment ask(String phone, Instant at) {
        return enricher.enrich(new EnrichmentRequest(
                Obj.EMPTY.with("phone", Value.text(phone)),
                CONFIG,
                "lead_1",
                At.utc(at),
                Deadline.in(Duration.ofSeconds(5), System::nanoTime),
                false));
    }

    @Test
    void an_answer_is_data_with_its_cost() {
        Enrichment answer = ask("5125550100", NOW);

        assertThat(answer.data().get("line_type").text()).isEqualTo("mobile");
        assertThat(answer.cost()).isEqualByComparingTo(new BigDecimal("0.05"));
        assertThat(sent.get(0).url()).isEqualTo("https://intel.example/phones/5125550100?deep=yes");
        assertThat(sent.get(0).method()).isEqualTo("GET");
    }

    @Test
    void an_answer_is_given_again_for_a_day_and_costs_nothing() {
        ask("1", NOW);
        Enrichment again = ask("1", NOW.plus(Duration.ofHours(24)).minusMillis(1));

        assertThat(again.cached()).isTrue();
        assertThat(again.cost()).isZero();
        assertThat(sent).hasSize(1);
        assertThat(ask("1", NOW.plus(Duration.ofHours(24))).cached()).isFalse();
        assertThat(ask("2", NOW).cached()).isFalse();
        assertThat(sent).hasSize(3);
    }

    @Test
    void errors_are_not_kept_cost_nothing_and_have_the_default_data() {
        next = json(500, "");
        Enrichment broken = ask("1", NOW);
        next = json(200, "{\"line_type\":\"mobile\"}");

        assertThat(broken.outcome()).isEqualTo(Outcome.ERROR);
        assertThat(broken.reason()).isEqualTo("Server error");
        assertThat(broken.cost()).isZero();
        assertThat(broken.data().get("line_type").text()).isEqualTo("unknown");
        assertThat(ask("1", NOW).outcome()).isEqualTo(Outcome.SUCCESS);
    }

    @Test
    void a_preset_says_how_to_ask_what_it_costs_and_how_long_answers_are_kept(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("phone-intel.json"), """
                {"title": "Phones", "parameters": {"region": {"about": "where"}}, "config": {
                  "url": "https://${region}.intel.example/{{phone}}", "format": "query",
                  "cost": 0.07, "cacheTtl": "PT1H", "defaults": {"line_type": "unknown"}}}
                """);
        HttpEnricher preset = HttpEnricher.over(WebhookDelivery.builder()
                .presets(Presets.in(folder))
                .transport((request, exchange) -> {
                    sent.add(request);
                    return next;
                })
                .build());
        Obj named = (Obj) Value.of(Map.of("preset", "phone-intel", "with", Map.of("region", "us")));
        Obj several = (Obj) Value.of(Map.of("providers", List.of(named)));
        for (Obj config : List.of(named, several)) {
            sent.clear();
            assertThat(preset.check(config)).isEmpty();
            EnrichmentRequest request = new EnrichmentRequest(
                    Obj.EMPTY.with("phone", Value.text("512")),
                    config,
                    "lead_1",
                    At.utc(NOW),
                    Deadline.in(Duration.ofSeconds(5), System::nanoTime),
                    false);

            assertThat(preset.enrich(request).cost()).isEqualByComparingTo("0.07");
            assertThat(preset.enrich(request).cached()).isTrue();
            assertThat(sent).extracting(Request::url).containsExactly("https://us.intel.example/512?phone=512");
        }
        next = json(500, "");
        assertThat(preset.enrich(new EnrichmentRequest(
                                Obj.EMPTY,
                                named,
                                "lead_1",
                                At.utc(NOW),
                                Deadline.in(Duration.ofSeconds(5), () -> 0),
                                false))
                        .data()
                        .get("line_type")
                        .text())
                .isEqualTo("unknown");
        assertThat(preset.check((Obj) Value.of(Map.of("preset", "phone-intel"))))
                .extracting(ConfigProblem::pointer)
                .containsExactly("/with/region");
    }

    @Test
    void a_lost_reply_is_an_error_of_a_look_up() {
        next = json(504, "");

        assertThat(ask("1", NOW).outcome()).isEqualTo(Outcome.ERROR);
    }

    @Test
    void what_costs_is_durable_first() {
        assertThat(enricher.effect()).isEqualTo(Effect.REPEATABLE);
        assertThat(HttpEnricher.paidOver(WebhookDelivery.create()).effect()).isEqualTo(Effect.EXTERNAL);
    }

    @Test
    void what_is_wrong_with_settings_is_found() {
        Obj config = (Obj) Value.of(Map.of("url", "https://a.example/", "cost", "x", "cacheTtl", "a day"));

        assertThat(enricher.check(config)).hasSize(1);
        assertThat(enricher.check(CONFIG)).isEmpty();
    }

    private Enrichment fall(Obj config, Instant at) {
        return enricher.enrich(new EnrichmentRequest(
                Obj.EMPTY, config, "lead_1", At.utc(at), Deadline.in(Duration.ofSeconds(5), System::nanoTime), false));
    }

    private static Obj falling(Map<String, ?> second) {
        return (Obj) Value.of(Map.of(
                "providers",
                List.of(
                        Map.of("name", "first", "url", "https://first.example/", "cost", 0.05),
                        second,
                        Map.of("name", "third", "url", "https://third.example/", "cost", 1)),
                "defaults",
                Map.of("line_type", "unknown")));
    }

    @Test
    void the_next_provider_is_asked_until_one_answers() {
        List<Response> script = new ArrayList<>(List.of(json(404, "{}"), json(500, ""), json(200, "{\"a\":1}")));
        HttpEnricher scripted = HttpEnricher.over(WebhookDelivery.builder()
                .transport((request, exchange) -> {
                    sent.add(request);
                    return script.remove(0);
                })
                .build());

        Enrichment answer = scripted.enrich(new EnrichmentRequest(
                Obj.EMPTY,
                falling(Map.of("name", "second", "url", "https://second.example/", "cost", 0.5)),
                "lead_1",
                At.utc(NOW),
                Deadline.in(Duration.ofSeconds(5), System::nanoTime),
                false));

        assertThat(sent)
                .extracting(Request::url)
                .containsExactly("https://first.example/", "https://second.example/", "https://third.example/");
        assertThat(answer.outcome()).isEqualTo(Outcome.SUCCESS);
        assertThat(answer.data().get("provider").text()).isEqualTo("third");
        assertThat(answer.cost()).isEqualByComparingTo("1.05");
    }

    @Test
    void when_nobody_answers_there_are_the_defaults_and_a_definite_no_counts_more_than_a_fault() {
        next = json(404, "{}");
        Enrichment answer = fall(falling(Map.of("url", "https://second.example/")), NOW);

        assertThat(sent).hasSize(3);
        assertThat(answer.outcome()).isEqualTo(Outcome.FAILURE);
        assertThat(answer.reason()).isEqualTo("Not found");
        assertThat(answer.data().get("line_type").text()).isEqualTo("unknown");
    }

    @Test
    void a_provider_whose_money_for_the_day_is_spent_is_passed_over_until_the_next() {
        Obj config = (Obj) Value.of(Map.of(
                "providers",
                List.of(
                        Map.of("name", "dear", "url", "https://dear.example/", "cost", 1, "dailyBudget", 2),
                        Map.of("name", "cheap", "url", "https://cheap.example/"))));
        List<String> asked = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            asked.add(fall(config, NOW).data().get("provider").text());
        }
        asked.add(fall(config, NOW.plus(Duration.ofDays(1)))
                .data()
                .get("provider")
                .text());

        assertThat(asked).containsExactly("dear", "dear", "cheap", "cheap", "dear");
    }

    @Test
    void errors_spend_nothing_of_the_day() {
        Obj config = (Obj) Value.of(Map.of("url", "https://dear.example/", "cost", 1, "daily_budget", 1));
        next = json(500, "");
        fall(config, NOW);
        next = json(200, "{}");

        assertThat(fall(config, NOW).outcome()).isEqualTo(Outcome.SUCCESS);
        assertThat(fall(config, NOW).reason()).isEqualTo("Daily budget of the provider is spent");
    }

    @Test
    void what_is_wrong_with_a_provider_is_found_at_its_place() {
        assertThat(enricher.check(falling(Map.of("url", "http://10.0.0.1/"))))
                .singleElement()
                .satisfies(problem -> assertThat(problem.pointer()).isEqualTo("/providers/1/url"));
        assertThat(enricher.check(falling(Map.of("url", "https://a.example/", "cost", "x"))))
                .singleElement()
                .satisfies(problem -> assertThat(problem.pointer()).isEqualTo("/providers/1/cost"));
        assertThat(enricher.check(CONFIG.with("providers", Value.text("x"))))
                .singleElement()
                .satisfies(problem -> assertThat(problem.pointer()).isEqualTo("/providers"));
    }
}
