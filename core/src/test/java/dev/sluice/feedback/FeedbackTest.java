package dev.sluice.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.Submission;
import dev.sluice.delivery.Outcome;
import dev.sluice.event.Event;
import dev.sluice.event.EventType;
import dev.sluice.feedback.FeedbackAnswer.Problem;
import dev.sluice.flow.Entity;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.flow.RecipientStep;
import dev.sluice.flow.SourceDefinition;
import dev.sluice.store.StreamId;
import dev.sluice.types.Bool;
import dev.sluice.types.Lead;
import dev.sluice.types.Obj;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class FeedbackTest extends SoldLeads {
    @Test
    void a_return_gives_back_the_sale_and_changes_nothing_that_was() {
        Submission answer = submit();
        List<Event> before = answer.events();
        time.pass(Duration.ofDays(2));

        FeedbackAnswer taken = feedback.receive(FeedbackItem.returned(delivered(answer), "wrong number"));

        assertThat(taken.outcome()).isEqualTo(Outcome.SUCCESS);
        assertThat(taken.credited()).isEqualByComparingTo("25.00");
        List<Event> after = events(taken);
        assertThat(after.subList(0, before.size()))
                .usingElementComparator((a, b) -> a == b ? 0 : 1)
                .containsExactlyElementsOf(before);
        assertThat(after.subList(before.size(), after.size()))
                .extracting(event -> event.type().text())
                .containsExactly("feedback.received", "feedback.processed");
        assertThat(after.get(after.size() - 1).at()).isEqualTo(time.instant());
        assertThat(feedback.status(taken.leadId().orElseThrow())).isEqualTo(LeadStatus.RETURNED);
        assertThat(total("revenue")).isEqualByComparingTo("0");
        assertThat(total("credited_revenue")).isEqualByComparingTo("25");
        assertThat(total("margin")).isEqualByComparingTo("-10");
        assertThat(total("return_rate")).isEqualByComparingTo("100");
    }

    @Test
    void a_conversion_adds_its_revenue_and_the_days_it_took() {
        String delivered = delivered();
        time.pass(Duration.ofDays(3));

        FeedbackAnswer taken = feedback.receive(
                FeedbackItem.conversion(delivered).value("sold").revenue(new BigDecimal("5.50")));

        Event received = events(taken).stream()
                .filter(event -> event.id().equals(taken.eventId().orElseThrow()))
                .findFirst()
                .orElseThrow();
        assertThat(received.facts().get("feedback").part("type").text()).isEqualTo("conversion");
        assertThat(received.facts().get("feedback").part("value").text()).isEqualTo("sold");
        assertThat(received.facts().get("feedback").part("days_to_convert").text())
                .isEqualTo("3");
        assertThat(total("revenue")).isEqualByComparingTo("30.50");
        assertThat(total("conversion_rate")).isEqualByComparingTo("100");
        assertThat(feedback.status(taken.leadId().orElseThrow())).isEqualTo(LeadStatus.CONVERTED);
    }

    @Test
    void what_makes_no_sense_is_told_and_not_recorded() {
        Submission answer = submit();
        String submitted = answer.events().get(0).id();
        int before = answer.events().size();

        assertThat(problem(FeedbackItem.conversion("evt_lead_x_4"))).isEqualTo(Problem.UNKNOWN_EVENT);
        for (String id : List.of(
                "", "evt_", "nonsense", "evt__", "evt_" + answer.leadId().orElseThrow() + "_999", "evt_\u0000_1")) {
            assertThat(problem(FeedbackItem.conversion(id))).as(id).isEqualTo(Problem.UNKNOWN_EVENT);
        }
        assertThat(problem(FeedbackItem.conversion(submitted))).isEqualTo(Problem.NOT_DELIVERED);
        assertThat(feedback.receive(FeedbackItem.conversion(delivered(answer)), "another")
                        .problem())
                .hasValue(Problem.FOREIGN_EVENT);
        assertThat(feedback.receive(FeedbackItem.conversion(delivered(answer)), "premier")
                        .outcome())
                .isEqualTo(Outcome.SUCCESS);
        assertThat(store.events().stream(new StreamId("default", answer.leadId().orElseThrow())))
                .hasSize(before + 2);
        assertThat(feedback.status("lead_nobody")).isEqualTo(LeadStatus.UNKNOWN);
    }

    private Problem problem(FeedbackItem item) {
        return feedback.receive(item).problem().orElseThrow();
    }

    @Test
    void a_source_cannot_make_a_lead_look_erased() {
        Submission answer = sluice.open(flow())
                .submit(Lead.from("web")
                        .with("email", "ann@example.com")
                        .with("other", Obj.EMPTY.with("erased", Bool.TRUE)));

        FeedbackAnswer taken = feedback.receive(FeedbackItem.returned(delivered(answer), "wrong number"));

        assertThat(taken.outcome()).isEqualTo(Outcome.SUCCESS);
    }

    @Test
    void the_entity_of_the_source_is_not_who_got_the_lead() {
        FlowDefinition flow = FlowDefinition.builder("f")
                .source(SourceDefinition.builder("web")
                        .entity(new Entity("acme", "Acme"))
                        .build())
                .step(RecipientStep.to("premier", "stub").build())
                .build();
        String sold = delivered(sluice.open(flow).submit(Lead.from("web")));

        assertThat(feedback.receive(FeedbackItem.conversion(sold), "acme").problem())
                .hasValue(Problem.FOREIGN_EVENT);
        assertThat(feedback.receive(FeedbackItem.conversion(sold), "premier").outcome())
                .isEqualTo(Outcome.SUCCESS);
        assertThat(FeedbackRates.over(sluice).of("acme").delivered()).isZero();
        assertThat(FeedbackRates.over(sluice).of("premier").conversions()).isOne();
    }

    @Test
    void an_item_with_a_number_is_handled_once() throws Exception {
        String delivered = delivered();
        FeedbackItem item = FeedbackItem.conversion(delivered).id("their-1").revenue(BigDecimal.ONE);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Callable<FeedbackAnswer>> calls = new ArrayList<>();
        for (int i = 0; i < 64; i++) {
            calls.add(() -> feedback.receive(item));
        }

        List<FeedbackAnswer> answers = new ArrayList<>();
        for (Future<FeedbackAnswer> each : threads.invokeAll(calls)) {
            answers.add(each.get());
        }
        threads.shutdown();

        assertThat(answers).filteredOn(answer -> !answer.repeated()).hasSize(1);
        assertThat(answers)
                .extracting(FeedbackAnswer::eventId)
                .containsOnly(answers.get(0).eventId());
        assertThat(total("conversions")).isEqualByComparingTo("1");
        assertThat(total("revenue")).isEqualByComparingTo("26");
    }

    @Test
    void items_without_numbers_from_many_threads_all_stand_in_the_stream_in_order() throws Exception {
        String delivered = delivered();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Callable<FeedbackAnswer>> calls = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            calls.add(() -> feedback.receive(FeedbackItem.conversion(delivered)));
        }

        List<Future<FeedbackAnswer>> answers = threads.invokeAll(calls);
        threads.shutdown();

        List<Event> events = events(answers.get(0).get());
        assertThat(events)
                .filteredOn(event -> event.type().equals(EventType.FEEDBACK_PROCESSED))
                .hasSize(40);
        assertThat(events).extracting(Event::seq).isSorted().doesNotHaveDuplicates();
    }
}
