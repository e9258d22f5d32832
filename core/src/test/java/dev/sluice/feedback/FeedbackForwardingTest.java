package dev.sluice.feedback;

import static dev.sluice.rules.Conditions.allOf;
import static dev.sluice.rules.Conditions.field;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sluice.delivery.ConfigProblem;
import dev.sluice.delivery.DeliveryPlugin;
import dev.sluice.delivery.DeliveryRequest;
import dev.sluice.delivery.DeliveryResult;
import dev.sluice.delivery.Outcome;
import dev.sluice.event.Event;
import dev.sluice.event.EventType;
import dev.sluice.feedback.FeedbackAnswer.Problem;
import dev.sluice.feedback.FeedbackForwarder.Answer;
import dev.sluice.json.ValueJson;
import dev.sluice.types.Obj;
import dev.sluice.types.Text;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FeedbackForwardingTest extends SoldLeads {
    @Test
    void a_delivery_plugin_tells_the_source_and_its_answer_is_the_answer() {
        List<String> sent = new ArrayList<>();
        DeliveryPlugin source = request -> {
            sent.add(request.delivery().recipient() + " " + request.delivery().key() + " "
                    + ValueJson.write(request.lead()) + " "
                    + request.scope().get("feedback.reason").text() + " "
                    + request.scope().get("lead.state").text() + " "
                    + request.config().get("url").text());
            return request.lead().get("reason").text().equals("spam")
                    ? DeliveryResult.failure("We do not take spam")
                    : DeliveryResult.success();
        };
        Obj settings = Obj.EMPTY.with("url", new Text("https://web.example/returns"));
        Feedback forwarding =
                Feedback.over(sluice).accepting(FeedbackTerms.returns()).forwarding("web", "return", source, settings);
        String good = delivered();
        String bad = delivered();

        FeedbackAnswer taken =
                forwarding.receive(FeedbackItem.returned(good, "wrong number").id("their-1"));
        FeedbackAnswer refused = forwarding.receive(FeedbackItem.returned(bad, "spam"));

        assertThat(sent.get(0))
                .isEqualTo("web their-1 {\"lead_id\":\"" + taken.leadId().orElseThrow() + "\",\"event_id\":\"" + good
                        + "\",\"type\":\"return\",\"reason\":\"wrong number\"} wrong number TX"
                        + " https://web.example/returns");
        assertThat(taken.outcome()).isEqualTo(Outcome.SUCCESS);
        assertThat(refused.problem()).hasValue(Problem.SOURCE_REFUSED);
        assertThat(refused.reason()).hasValue("We do not take spam");
        Event told = events(refused).stream()
                .filter(event -> event.type().equals(EventType.FEEDBACK_SENT))
                .findFirst()
                .orElseThrow();
        assertThat(told.outcome()).hasValue(Outcome.FAILURE);
        assertThat(told.reason()).hasValue("We do not take spam");
        assertThat(total("returns_sent")).isEqualByComparingTo("1");
    }

    @Test
    void settings_that_a_plugin_cannot_use_are_refused_at_once() {
        DeliveryPlugin strict = new DeliveryPlugin() {
            @Override
            public DeliveryResult deliver(DeliveryRequest request) {
                return DeliveryResult.unknown("The answer was lost");
            }

            @Override
            public List<ConfigProblem> check(Obj config) {
                return config.get("url").isAbsent()
                        ? List.of(new ConfigProblem("/url", "missing", "a url is missing"))
                        : List.of();
            }
        };

        assertThatIllegalArgumentException()
                .isThrownBy(() -> feedback.forwarding("web", "return", strict, Obj.EMPTY))
                .withMessageContaining("/url")
                .withMessageContaining("a url is missing");
        FeedbackAnswer lost = feedback.forwarding("web", "return", strict, Obj.EMPTY.with("url", new Text("x")))
                .receive(FeedbackItem.returned(delivered(), "x"));
        assertThat(lost.problem()).hasValue(Problem.SOURCE_REFUSED);
        assertThat(lost.reason()).hasValue("The answer was lost");
    }

    @Test
    void the_source_is_not_told_of_what_is_over_the_limit() {
        List<String> told = new ArrayList<>();
        Feedback limited = Feedback.over(sluice)
                .accepting(FeedbackTerms.returns().atMost(1, Duration.ofDays(1)))
                .forwarding("web", FeedbackItem.RETURN, forward -> {
                    told.add(forward.leadId());
                    return FeedbackForwarder.Answer.success();
                });
        String first = delivered();
        limited.receive(FeedbackItem.returned(first, "x"));

        FeedbackAnswer second = limited.receive(FeedbackItem.returned(delivered(), "x"));

        assertThat(second.problem()).hasValue(Problem.LIMIT);
        assertThat(told).hasSize(1);
        assertThat(events(second))
                .extracting(event -> event.type().text())
                .contains("feedback.received")
                .doesNotContain("feedback.sent", "feedback.processed");
        assertThat(limited.deliveries(told.get(0), "premier")).containsExactly(first);
        assertThat(limited.deliveries(told.get(0), "somebody")).isEmpty();
    }

    @Test
    void the_source_is_told_only_of_what_meets_the_rules() {
        List<String> told = new ArrayList<>();
        Feedback forwarding = Feedback.over(sluice)
                .accepting(FeedbackTerms.returns())
                .forwarding(
                        "web",
                        FeedbackItem.RETURN,
                        allOf(
                                field("feedback.reason").isIncludedIn("wrong number"),
                                field("lead.state").isIncludedIn("TX")),
                        forward -> {
                            told.add(forward.item().reason().orElse(""));
                            return Answer.success();
                        });

        FeedbackAnswer kept = forwarding.receive(FeedbackItem.returned(delivered(), "no budget"));
        FeedbackAnswer passedOn = forwarding.receive(FeedbackItem.returned(delivered(), "wrong number"));

        assertThat(told).containsExactly("wrong number");
        assertThat(kept.outcome()).isEqualTo(Outcome.SUCCESS);
        assertThat(events(kept))
                .filteredOn(event -> event.type().equals(EventType.FEEDBACK_SENT))
                .singleElement()
                .satisfies(event -> assertThat(event.outcome()).hasValue(Outcome.SKIP));
        assertThat(passedOn.outcome()).isEqualTo(Outcome.SUCCESS);
        assertThat(total("returns_sent")).isEqualByComparingTo("1");
    }

    @Test
    void the_source_is_told_and_its_answer_copied_back() {
        List<String> told = new ArrayList<>();
        Feedback forwarding = Feedback.over(sluice)
                .accepting(FeedbackTerms.returns().credit(new BigDecimal("50"), new BigDecimal("100")))
                .forwarding("web", FeedbackItem.RETURN, forward -> {
                    told.add(forward.source() + " " + forward.item().reason().orElse(""));
                    return forward.item().reason().filter("mine"::equals).isPresent()
                            ? Answer.success()
                            : Answer.failure("Not ours");
                });

        FeedbackAnswer refused = forwarding.receive(FeedbackItem.returned(delivered(), "theirs"));
        FeedbackAnswer taken = forwarding.receive(FeedbackItem.returned(delivered(), "mine"));

        assertThat(refused.problem()).hasValue(Problem.SOURCE_REFUSED);
        assertThat(refused.reason()).hasValue("Not ours");
        assertThat(taken.credited()).isEqualByComparingTo("12.5");
        assertThat(told).containsExactly("web theirs", "web mine");
        assertThat(events(taken))
                .extracting(event -> event.type().text())
                .endsWith("feedback.received", "feedback.sent", "feedback.processed");
        assertThat(total("returns_sent")).isEqualByComparingTo("1");
        assertThat(total("revenue")).as("2 x 25 less half of one").isEqualByComparingTo("37.5");
        assertThat(total("cost")).as("2 x 10 less one").isEqualByComparingTo("10");
    }

    @Test
    void a_forwarder_that_breaks_is_an_error_of_the_source_without_its_message() {
        Feedback broken = Feedback.over(sluice)
                .accepting(FeedbackTerms.conversions())
                .forwarding("web", FeedbackItem.CONVERSION, forward -> {
                    throw new IllegalStateException("ann@example.com");
                });

        FeedbackAnswer answer = broken.receive(FeedbackItem.conversion(delivered()));

        assertThat(answer.problem()).hasValue(Problem.SOURCE_REFUSED);
        assertThat(answer.reason().orElseThrow())
                .contains("IllegalStateException")
                .doesNotContain("ann@example.com");
    }
}
