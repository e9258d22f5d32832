package dev.sluice.feedback;

import dev.sluice.Sluice;
import dev.sluice.StillTime;
import dev.sluice.Submission;
import dev.sluice.delivery.DeliveryPlugin;
import dev.sluice.delivery.DeliveryResult;
import dev.sluice.event.Event;
import dev.sluice.event.EventType;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.flow.Pricing;
import dev.sluice.flow.RecipientStep;
import dev.sluice.flow.SourceDefinition;
import dev.sluice.report.Report;
import dev.sluice.report.ReportDefinition;
import dev.sluice.report.Reports;
import dev.sluice.store.MemoryStore;
import dev.sluice.store.StreamId;
import dev.sluice.types.Lead;
import java.math.BigDecimal;
import java.util.List;

/** Leads that a recipient got, and feedback about them. */
abstract class SoldLeads {
    final StillTime time = new StillTime("2026-03-01T10:00:00Z");
    final MemoryStore store = MemoryStore.create();
    final Sluice sluice = Sluice.builder()
            .store(store)
            .time(time)
            .delivery("stub", DeliveryPlugin.inProcess(request -> DeliveryResult.success()))
            .build();
    final Feedback feedback =
            Feedback.over(sluice).accepting(FeedbackTerms.conversions()).accepting(FeedbackTerms.returns());

    static FlowDefinition flow() {
        return FlowDefinition.builder("solar")
                .field("email", "email")
                .field("state", "state")
                .source(SourceDefinition.of("web").pricing(Pricing.fixed("10.00")))
                .step(RecipientStep.to("premier", "stub")
                        .pricing(Pricing.fixed("25.00"))
                        .build())
                .build();
    }

    Submission submit() {
        return sluice.open(flow())
                .submit(Lead.from("web").with("email", "ann@example.com").with("state", "TX"));
    }

    String delivered() {
        return delivered(submit());
    }

    static String delivered(Submission answer) {
        return answer.events().stream()
                .filter(event -> event.type().equals(EventType.RECIPIENT_DELIVERED))
                .findFirst()
                .orElseThrow()
                .id();
    }

    List<Event> events(FeedbackAnswer answer) {
        return store.events().stream(new StreamId("default", answer.leadId().orElseThrow()));
    }

    BigDecimal total(String metric) {
        Report report = Reports.over(sluice)
                .run(ReportDefinition.builder("r").columns(metric).build());
        return new BigDecimal(report.total(metric).text());
    }
}
