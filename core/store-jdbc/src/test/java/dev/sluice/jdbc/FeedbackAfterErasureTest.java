package dev.sluice.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.Sluice;
import dev.sluice.Submission;
import dev.sluice.audit.Erasure;
import dev.sluice.delivery.DeliveryResult;
import dev.sluice.delivery.Outcome;
import dev.sluice.event.Event;
import dev.sluice.event.EventType;
import dev.sluice.feedback.Feedback;
import dev.sluice.feedback.FeedbackAnswer;
import dev.sluice.feedback.FeedbackAnswer.Problem;
import dev.sluice.feedback.FeedbackForwarder.Answer;
import dev.sluice.feedback.FeedbackItem;
import dev.sluice.feedback.FeedbackTerms;
import dev.sluice.feedback.LeadStatus;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.flow.Pricing;
import dev.sluice.flow.RecipientStep;
import dev.sluice.report.ReportDefinition;
import dev.sluice.report.Reports;
import dev.sluice.store.Store;
import dev.sluice.store.StreamId;
import dev.sluice.types.Lead;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A buyer speaks of a lead whose person was forgotten meanwhile. */
class FeedbackAfterErasureTest {
    private static final String EMAIL = "canaryann@example.com";

    @TempDir
    Path folder;

    private Store store() {
        return JdbcStore.open("jdbc:sqlite:" + folder.resolve("leads.db"), SealedSqliteStoreTest.PRIVACY);
    }

    private static Sluice sluice(Store store) {
        return Sluice.builder()
                .store(store)
                .indexKey(SealedSqliteStoreTest.PRIVACY.indexKey())
                .delivery("stub", request -> DeliveryResult.success())
                .build();
    }

    private static String delivered(Sluice sluice) {
        Submission answer = sluice.open(FlowDefinition.builder("solar")
                        .field("email", "email")
                        .source("web")
                        .step(RecipientStep.to("premier", "stub")
                                .pricing(Pricing.fixed("25.00"))
                                .build())
                        .build())
                .submit(Lead.from("web").with("email", EMAIL));
        return answer.events().stream()
                .filter(event -> event.type().equals(EventType.RECIPIENT_DELIVERED))
                .map(Event::id)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void it_is_refused_leaves_no_event_tells_no_source_and_the_books_stay() {
        try (Store store = store();
                Sluice sluice = sluice(store)) {
            String before = delivered(sluice);
            List<String> told = new ArrayList<>();
            Feedback feedback = Feedback.over(sluice)
                    .accepting(FeedbackTerms.returns())
                    .accepting(FeedbackTerms.conversions())
                    .forwarding("web", FeedbackItem.RETURN, forward -> {
                        told.add(forward.leadId());
                        return Answer.success();
                    });
            FeedbackAnswer converted =
                    feedback.receive(FeedbackItem.conversion(before).id("their-1"));
            Erasure.over(sluice).person(List.of(EMAIL));
            StreamId lead = new StreamId("default", converted.leadId().orElseThrow());
            int events = store.events().stream(lead).size();

            FeedbackAnswer late = feedback.receive(FeedbackItem.returned(before, "no such person"));
            FeedbackAnswer again =
                    feedback.receive(FeedbackItem.conversion(before).id("their-1"));

            assertThat(late.problem()).hasValue(Problem.ERASED);
            assertThat(late.outcome()).isEqualTo(Outcome.ERROR);
            assertThat(told).isEmpty();
            assertThat(again.repeated()).isTrue();
            assertThat(again.outcome()).isEqualTo(Outcome.SUCCESS);
            assertThat(store.events().stream(lead)).hasSize(events);
            assertThat(feedback.status(lead.id())).isEqualTo(LeadStatus.CONVERTED);
            assertThat(total(sluice, "revenue")).isEqualTo("25");
            assertThat(total(sluice, "conversions")).isEqualTo("1");
            assertThat(total(sluice, "returns")).isEqualTo("0");
            assertThat(total(sluice, "leads")).isEqualTo("1");
        }
    }

    private static String total(Sluice sluice, String metric) {
        return Reports.over(sluice)
                .run(ReportDefinition.builder("books").columns(metric).build())
                .total(metric)
                .text();
    }
}
