package dev.sluice.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.delivery.Outcome;
import dev.sluice.event.EventType;
import dev.sluice.feedback.FeedbackAnswer.Problem;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.rules.Conditions;
import dev.sluice.rules.RuleSet;
import dev.sluice.types.Lead;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FeedbackTermsTest extends SoldLeads {
    @Test
    void terms_refuse_what_was_not_agreed_and_say_why_in_an_event() {
        Feedback strict = Feedback.over(sluice)
                .accepting(
                        "premier",
                        FeedbackTerms.returns()
                                .within(Duration.ofDays(7))
                                .reasons(Set.of("wrong number", "duplicate"))
                                .when(RuleSet.and(
                                        List.of(Conditions.field("lead.state").isEqualTo("TX")))));
        String delivered = delivered();

        assertThat(strict.receive(FeedbackItem.conversion(delivered)).problem()).hasValue(Problem.NOT_ACCEPTED);
        assertThat(strict.receive(FeedbackItem.returned(delivered, "no budget")).problem())
                .hasValue(Problem.REASON);
        assertThat(strict.receive(FeedbackItem.returned(delivered, "duplicate")
                                .at(time.instant().minusSeconds(1)))
                        .problem())
                .hasValue(Problem.OUT_OF_ORDER);
        time.pass(Duration.ofDays(8));
        FeedbackAnswer late = strict.receive(FeedbackItem.returned(delivered, "duplicate"));
        assertThat(late.problem()).hasValue(Problem.TOO_OLD);
        assertThat(late.reason()).hasValue("Must provide return within 7 days");
        assertThat(events(late))
                .filteredOn(event -> event.type().equals(EventType.FEEDBACK_RECEIVED))
                .hasSize(4)
                .allSatisfy(event -> assertThat(event.outcome()).hasValue(Outcome.FAILURE));
        assertThat(events(late)).noneMatch(event -> event.type().equals(EventType.FEEDBACK_PROCESSED));
        assertThat(total("returns")).isZero();
        String fresh = delivered();
        assertThat(strict.receive(FeedbackItem.returned(fresh, "duplicate")).outcome())
                .isEqualTo(Outcome.SUCCESS);
    }

    @Test
    void limits_hold_and_a_delivery_is_returned_once() {
        Feedback limited =
                Feedback.over(sluice).accepting(FeedbackTerms.returns().atMost(2, Duration.ofDays(1)));
        String first = delivered();

        assertThat(limited.receive(FeedbackItem.returned(first, "x")).outcome()).isEqualTo(Outcome.SUCCESS);
        assertThat(limited.receive(FeedbackItem.returned(first, "x")).problem()).hasValue(Problem.RETURNED_BEFORE);
        assertThat(limited.receive(FeedbackItem.returned(delivered(), "x")).outcome())
                .isEqualTo(Outcome.SUCCESS);
        assertThat(limited.receive(FeedbackItem.returned(delivered(), "x")).problem())
                .hasValue(Problem.LIMIT);
        time.pass(Duration.ofDays(1));
        assertThat(limited.receive(FeedbackItem.returned(delivered(), "x")).outcome())
                .isEqualTo(Outcome.SUCCESS);
        assertThat(total("credited_revenue")).isEqualByComparingTo("75");
    }

    @Test
    void a_share_of_what_a_recipient_got_in_a_day_may_come_back_whenever_it_comes() {
        Feedback limited = Feedback.over(sluice)
                .accepting(FeedbackTerms.returns().atMost(new BigDecimal("25"), Duration.ofDays(1)));
        List<String> monday = new ArrayList<>();
        for (int i = 0; i < 11; i++) {
            monday.add(delivered());
        }
        sluice.open(flow()).submit(Lead.from("web").test().with("email", "t@example.com"));
        time.pass(Duration.ofDays(1));
        List<String> tuesday = List.of(delivered(), delivered(), delivered());

        assertThat(monday.stream().map(id -> limited.receive(FeedbackItem.returned(id, "x"))))
                .as("a quarter of eleven")
                .extracting(FeedbackAnswer::outcome)
                .startsWith(Outcome.SUCCESS, Outcome.SUCCESS, Outcome.FAILURE);
        assertThat(limited.receive(FeedbackItem.returned(tuesday.get(0), "x")).problem())
                .as("not one of three")
                .hasValue(Problem.LIMIT);
        delivered();
        time.pass(Duration.ofMinutes(1));
        assertThat(limited.receive(FeedbackItem.returned(tuesday.get(1), "x")).outcome())
                .as("one of four")
                .isEqualTo(Outcome.SUCCESS);
    }

    @Test
    void a_lead_keeps_what_its_flow_agreed_when_it_was_delivered() {
        FlowDefinition week = FlowDefinition.read("""
                {"id": "solar", "sources": [{"id": "web"}],
                 "steps": [{"id": "premier", "type": "recipient", "plugin": "stub", "pricing": {"prices": [{"id": "p", "amount": 25}]}}],
                 "feedback": [
                   {"type": "return", "maximumAge": "P7D", "reasons": ["Wrong number"], "creditPercent": 80},
                   {"type": "conversion", "recipients": ["premier"]}
                 ]}
                """);
        String old = delivered(sluice.open(week).submit(Lead.from("web")));
        String later = delivered(
                sluice.open(week.toBuilder().feedback(List.of()).build()).submit(Lead.from("web")));
        Feedback agreed = Feedback.over(sluice);

        assertThat(agreed.receive(FeedbackItem.returned(old, "Moved")).problem())
                .hasValue(Problem.REASON);
        assertThat(agreed.receive(FeedbackItem.returned(old, "Wrong number")).credited())
                .isEqualByComparingTo("20");
        assertThat(agreed.receive(FeedbackItem.conversion(old)).outcome()).isEqualTo(Outcome.SUCCESS);
        assertThat(agreed.receive(FeedbackItem.conversion(later)).problem()).hasValue(Problem.NOT_ACCEPTED);
        assertThat(agreed.accepting("premier", FeedbackTerms.conversions())
                        .receive(FeedbackItem.conversion(later))
                        .outcome())
                .as("what the host says itself goes first")
                .isEqualTo(Outcome.SUCCESS);
        time.pass(Duration.ofDays(8));
        assertThat(agreed.receive(FeedbackItem.returned(old, "Wrong number")).reason())
                .hasValue("Must provide return within 7 days");
    }
}
