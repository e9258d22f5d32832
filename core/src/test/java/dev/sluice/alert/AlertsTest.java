package dev.sluice.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.Sluice;
import dev.sluice.StillTime;
import dev.sluice.delivery.DeliveryPlugin;
import dev.sluice.delivery.DeliveryResult;
import dev.sluice.delivery.Outcome;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.flow.Pricing;
import dev.sluice.flow.RecipientStep;
import dev.sluice.flow.SourceDefinition;
import dev.sluice.json.AlertJson;
import dev.sluice.report.Recorded;
import dev.sluice.store.MemoryStore;
import dev.sluice.types.Lead;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each condition, by events at moments that are written down. */
class AlertsTest {
    private static final Instant DAY = Instant.parse("2026-03-01T00:00:00Z");
    private final Recorded log = new Recorded();
    private int leads;

    /** The alerts of a standard rule over the log so far. */
    private List<Alert> found(String rule, Instant now) {
        List<Alert> all = new ArrayList<>();
        List<AlertRule> one = AlertRule.standard().stream()
                .filter(each -> each.id().equals(rule))
                .toList();
        assertThat(one).hasSize(1);
        Alerts.replay(log.events(), "default", one, now, all::add);
        return all;
    }

    private Recorded lead(int minute) {
        return log.lead(
                "l" + leads++, "web", DAY.plus(Duration.ofMinutes(minute)).toString());
    }

    private void delivered(int minute, Outcome outcome, String reason, long millis) {
        if (outcome == Outcome.SUCCESS) {
            lead(minute).delivered("premier", 1, "5", millis);
        } else {
            lead(minute).ended("premier", 1, outcome, reason, millis);
        }
    }

    private static Instant at(int minute) {
        return DAY.plus(Duration.ofMinutes(minute));
    }

    @Test
    void failures_that_spike_are_told_once_within_the_cooldown() {
        for (int minute = 0; minute < 120; minute += 15) {
            for (int i = 0; i < 20; i++) {
                delivered(minute, i < 2 ? Outcome.FAILURE : Outcome.SUCCESS, "No", 10);
            }
        }
        assertThat(found("delivery-failures-spike", at(120))).isEmpty();
        for (int i = 0; i < 30; i++) {
            delivered(125, Outcome.ERROR, "Timeout", 10);
        }

        List<Alert> alerts = found("delivery-failures-spike", at(126));

        assertThat(alerts).hasSize(1);
        assertThat(alerts.get(0).at()).isEqualTo(at(125));
        assertThat(alerts.get(0).value().orElseThrow()).isEqualByComparingTo("10");
    }

    @Test
    void a_look_up_that_is_down_is_told_by_its_step() {
        for (int i = 0; i < 4; i++) {
            lead(1).enhanced("intel", "0", Outcome.ERROR, 5_000);
        }
        assertThat(found("look-up-down", at(2))).as("four are no sample").isEmpty();
        lead(1).enhanced("intel", "0", Outcome.ERROR, 5_000);
        lead(1).enhanced("other", "0", Outcome.SUCCESS, 50);

        assertThat(found("look-up-down", at(2))).extracting(Alert::group).containsExactly("intel");
    }

    @Test
    void acceptance_that_drops_below_what_was_usual_is_told_by_source() {
        for (int i = 0; i < 40; i++) {
            lead(i).accepted("1");
        }
        for (int i = 0; i < 20; i++) {
            lead(200 + i).accepted("1");
            lead(200 + i).rejected("criteria", "No");
        }

        assertThat(found("source-quality-drop", at(230)))
                .extracting(Alert::group)
                .containsExactly("web");
    }

    @Test
    void slow_answers_low_success_and_failures_in_a_row_are_told_by_recipient() {
        for (int i = 0; i < 30; i++) {
            delivered(1, i < 24 ? Outcome.SUCCESS : Outcome.FAILURE, "No", 1_200);
        }

        assertThat(found("slow-responses", at(2))).singleElement().satisfies(alert -> {
            assertThat(alert.group()).isEqualTo("premier");
            assertThat(alert.value().orElseThrow()).isEqualByComparingTo("1200");
        });
        assertThat(found("delivery-success-low", at(2))).hasSize(1);
        assertThat(found("repeated-failures", at(2)))
                .singleElement()
                .satisfies(alert -> assertThat(alert.value().orElseThrow()).isEqualByComparingTo("5"));
    }

    @Test
    void success_of_exactly_the_threshold_is_no_alert() {
        for (int i = 0; i < 20; i++) {
            delivered(1, i == 3 ? Outcome.FAILURE : Outcome.SUCCESS, "No", 10);
        }

        assertThat(found("delivery-success-low", at(2))).as("19 of 20 is 95 %").isEmpty();
        assertThat(found("slow-responses", at(2))).isEmpty();
    }

    @Test
    void high_values_new_reasons_and_refused_credentials_are_told() {
        lead(1).delivered("premier", 1, "99.99", 5);
        lead(2).delivered("premier", 1, "100", 5);
        assertThat(found("high-value-delivery", at(3))).hasSize(1);

        for (int i = 0; i < 101; i++) {
            lead(3).rejected("criteria", "Cap reached (" + i + ")");
        }
        lead(4).rejected("criteria", "Moon phase: full");
        assertThat(found("unusual-rejection", at(5)))
                .extracting(Alert::message)
                .containsExactly("unusual-rejection: new reason: Moon phase");

        for (int i = 0; i < 3; i++) {
            delivered(6, Outcome.ERROR, "Authentication failed", 5);
        }
        assertThat(found("authentication-errors", at(7))).hasSize(1);
    }

    @Test
    void no_leads_are_told_when_the_window_has_passed_and_in_gaps_of_the_past() {
        lead(0).submitted();
        assertThat(found("no-leads", at(15))).isEmpty();
        assertThat(found("no-leads", at(16))).extracting(Alert::at).containsExactly(at(15));
        lead(120).submitted();
        assertThat(found("no-leads", at(121))).extracting(Alert::at).containsExactly(at(15));
    }

    @Test
    void a_batch_that_waits_too_long_is_told_and_one_that_was_sent_is_not() {
        lead(0).batch("batch.queued", "nightly").batch("batch.queued", "hourly");
        lead(10).batch("batch.sent", "hourly");

        assertThat(found("batch-delayed", at(26 * 60))).isEmpty();
        assertThat(found("batch-delayed", at(27 * 60))).extracting(Alert::group).containsExactly("nightly");
    }

    @Test
    void a_lead_that_left_less_than_nothing_is_told_by_source() {
        lead(1).completed("5", "5", "0");
        assertThat(found("negative-margin", at(2)))
                .as("nothing is not less than nothing")
                .isEmpty();
        lead(2).completed("5", "4.99", "-0.01");
        lead(3).completed("5", "0", "-5");

        assertThat(found("negative-margin", at(70))).singleElement().satisfies(alert -> {
            assertThat(alert.group()).isEqualTo("web");
            assertThat(alert.value().orElseThrow()).isEqualByComparingTo("-0.01");
        });
        lead(63).completed("5", "0", "-5");
        assertThat(found("negative-margin", at(70)))
                .as("again after the cooldown")
                .hasSize(2);
    }

    /** A lead each minute, one in ten of them rejected. */
    private void ordinary(int minutes) {
        for (int minute = 0; minute < minutes; minute++) {
            lead(minute).submitted();
            if (minute % 10 == 0) {
                log.rejected("criteria", "State not served");
            } else {
                log.accepted("1")
                        .enhanced("intel", "0", Outcome.SUCCESS, 40)
                        .delivered("premier", 1, "5", 100)
                        .completed("1", "5", "4");
            }
        }
    }

    @Test
    void an_ordinary_day_tells_nothing_and_a_bad_one_tells_every_condition_once() {
        lead(0).batch("batch.queued", "nightly");
        ordinary(1_200);
        assertThat(foundAll(at(1_200))).isEmpty();

        for (int i = 0; i < 30; i++) {
            for (int more = 0; more < 4; more++) {
                lead(1_201).submitted().rejected("criteria", "Moon phase: " + i);
            }
            lead(1_201)
                    .submitted()
                    .accepted("9")
                    .enhanced("intel", "0", Outcome.ERROR, 5_000)
                    .ended("premier", 1, Outcome.ERROR, "Authentication failed", 9_000)
                    .completed("9", "0", "-9");
        }
        lead(1_202).submitted().accepted("1").delivered("second", 1, "250", 100).completed("1", "250", "249");

        assertThat(foundAll(at(27 * 60)))
                .extracting(Alert::rule)
                .as("each of the conditions, for the one group that it is about")
                .containsExactlyInAnyOrderElementsOf(
                        AlertRule.standard().stream().map(AlertRule::id).toList());
    }

    private List<Alert> foundAll(Instant now) {
        List<Alert> all = new ArrayList<>();
        Alerts.replay(log.events(), "default", AlertRule.standard(), now, all::add);
        return all;
    }

    @Test
    void recipients_without_an_entity_are_told_by_their_step() {
        for (int i = 0; i < 5; i++) {
            lead(1).submitted().unnamed("a", Outcome.FAILURE).unnamed("b", Outcome.FAILURE);
        }

        assertThat(found("repeated-failures", at(2))).extracting(Alert::group).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void rules_are_written_and_read() {
        assertThat(AlertRule.parse(AlertJson.write(AlertRule.standard()))).isEqualTo(AlertRule.standard());
        assertThat(AlertRule.standard()).allMatch(AlertRule::isOfUse);
        AlertRule usual = AlertRule.parse(
                        "[{\"id\": \"quiet\", \"signal\": \"submission\", \"test\": {\"silence\": true}}]")
                .get(0);
        assertThat(usual.window()).isEqualTo(Duration.ofMinutes(15));
        assertThat(usual.group()).isEqualTo(AlertRule.Group.ALL);
    }

    @Test
    void everything_wrong_with_rules_is_told_with_its_place() {
        assertThat(findings("""
                        [{"id": "a", "signal": "luck", "test": {"inARow": 0}, "windows": "PT1M"},
                         {"id": "b", "signal": "margin", "test": {"silence": true, "pending": true}, "window": "PT1S"},
                         {"signal": "margin"}]
                        """))
                .containsExactlyInAnyOrder(
                        "/0/windows unknown_key",
                        "/0/signal unknown_word",
                        "/0/test/inARow alert_out_of_range",
                        "/1/test no_test",
                        "/1/window alert_out_of_range",
                        "/2 missing_key",
                        "/2 missing_key");
        assertThat(findings("""
                        [{"id": "a", "signal": "batch", "test": {"amountBelow": 1}},
                         {"id": "a", "signal": "batch", "test": {"pending": true}}]
                        """)).containsExactlyInAnyOrder("/0/test unfit_test", "/1/id duplicate_id");
        assertThat(findings("[")).hasSize(1);
        assertThat(findings("{}")).containsExactly(" wrong_type");
    }

    private static List<String> findings(String json) {
        try {
            return List.of(AlertRule.parse(json).toString());
        } catch (InvalidAlertRulesException wrong) {
            return wrong.findings().stream()
                    .map(finding -> finding.pointer() + " " + finding.code())
                    .toList();
        }
    }

    @Test
    void tests_never_count() {
        for (int i = 0; i < 10; i++) {
            lead(1).test().ended("premier", 1, Outcome.FAILURE, "No", 1);
        }
        assertThat(found("repeated-failures", at(2))).isEmpty();
    }

    @Test
    void rules_go_on_where_they_stopped_under_due_work_and_call_actions_once() {
        StillTime time = new StillTime("2026-03-01T00:00:00Z");
        MemoryStore store = MemoryStore.create();
        Sluice sluice = Sluice.builder()
                .store(store)
                .time(time)
                .delivery("down", DeliveryPlugin.inProcess(request -> DeliveryResult.error("Timeout")))
                .build();
        FlowDefinition flow = FlowDefinition.builder("f")
                .source(SourceDefinition.of("web").pricing(Pricing.fixed("2")))
                .step(RecipientStep.to("premier", "down").build())
                .build();
        List<Alert> told = new ArrayList<>();
        Alerts alerts = Alerts.over(sluice, "standard", AlertRule.standard())
                .then(alert -> {
                    throw new IllegalStateException("broken action");
                })
                .then(told::add);
        alerts.every(Duration.ofMinutes(1), sluice);

        for (int i = 0; i < 8; i++) {
            sluice.open(flow).submit(Lead.from("web"));
            time.pass(Duration.ofMinutes(1));
            sluice.runDue(10);
        }

        assertThat(told)
                .extracting(Alert::rule)
                .contains("repeated-failures", "negative-margin")
                .doesNotHaveDuplicates();
        assertThat(Alerts.over(sluice, "standard", AlertRule.standard()).run())
                .as("nothing new")
                .isEmpty();
        List<Alert> again = new ArrayList<>();
        Alerts.replay(store.events(), "default", AlertRule.standard(), time.instant(), again::add);
        assertThat(again).as("the same events give the same alerts").containsExactlyInAnyOrderElementsOf(told);
    }
}
