package dev.sluice.micrometer;

import dev.sluice.delivery.Outcome;
import dev.sluice.event.Event;
import dev.sluice.event.Recipients;
import dev.sluice.types.Num;
import dev.sluice.types.Value;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Set;

/** What one event does to the meters. Depends on the event alone. For one thread. */
final class EventMeters {
    private static final Set<String> FEEDBACK = Set.of("conversion", "return", "contacted");

    private final MeterRegistry registry;
    private final TagValues values = new TagValues();
    private Recipients recipients = new Recipients();

    EventMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    /** Who is meant by the events that come. */
    void recipients(Recipients known) {
        this.recipients = known;
    }

    void take(Event event) {
        if (event.context().test()) {
            return;
        }
        switch (event.type().text()) {
            case "source.submitted" -> count("sluice.leads.submitted", ofLead(event));
            case "source.accepted" -> count("sluice.leads.accepted", ofLead(event));
            case "source.rejected" ->
                count("sluice.leads.rejected", ofLead(event).and(gate(event)));
            case "enhancement.success", "enhancement.failure", "enhancement.error" -> lookedUp(event);
            case "recipient.delivered", "recipient.failed", "recipient.error", "recipient.unknown" -> delivered(event);
            case "delivery.settled" -> settled(event);
            case "flow.completed" -> completed(event);
            case "feedback.received" -> count("sluice.feedback", ofFeedback(event));
            case "feedback.sent" -> count("sluice.feedback.sent", ofFeedback(event));
            case "feedback.processed" -> credited(event);
            case "ping.received" -> count("sluice.pings", ofLead(event).and(outcome(event)));
            case "cap.reached" -> count("sluice.caps.reached", ofLead(event));
            default -> {
                // Nothing that is counted.
            }
        }
    }

    private void lookedUp(Event event) {
        Tags tags = ofLead(event).and(tag("step", event.step().orElse("")), outcome(event));
        time("sluice.enhancement.time", tags, event.durationMs());
        money(
                "sluice.cost",
                ofLead(event).and("kind", "enhancement"),
                event.cost().orElse(BigDecimal.ZERO));
    }

    private void delivered(Event event) {
        Tags tags = ofDelivery(event).and("reason", ReasonClass.of(event).text());
        boolean goesOn = event.facts().get("will_retry").text().equals("true");
        count(goesOn ? "sluice.delivery.retries" : "sluice.deliveries", goesOn ? tags : tags.and(outcome(event)));
        boolean answered = event.outcome()
                .filter(outcome -> outcome != Outcome.SKIP && outcome != Outcome.UNKNOWN)
                .isPresent();
        if (answered) {
            time("sluice.delivery.time", ofDelivery(event).and(outcome(event)), event.durationMs());
        }
        money("sluice.revenue", ofDelivery(event), event.revenue().orElse(BigDecimal.ZERO));
    }

    private void settled(Event event) {
        count("sluice.deliveries.settled", ofDelivery(event).and(outcome(event)));
        money("sluice.revenue", ofDelivery(event), event.revenue().orElse(BigDecimal.ZERO));
    }

    /** What a lead costs is known when it is done. */
    private void completed(Event event) {
        if (event.facts().get("total_ms") instanceof Num total) {
            time(
                    "sluice.lead.time",
                    ofLead(event).and(outcome(event)),
                    total.value().longValue());
        }
        money("sluice.cost", ofLead(event).and("kind", "lead"), event.cost().orElse(BigDecimal.ZERO));
    }

    private void credited(Event event) {
        money("sluice.revenue", ofDelivery(event), amount(event, "revenue_added"));
        money("sluice.revenue.credited", ofDelivery(event), amount(event, "revenue_credited"));
        money("sluice.cost.credited", ofLead(event), amount(event, "cost_credited"));
    }

    private static BigDecimal amount(Event event, String fact) {
        return event.facts().get(fact) instanceof Num number ? number.value() : BigDecimal.ZERO;
    }

    private void count(String name, Tags tags) {
        registry.counter(name, tags).increment();
    }

    private void money(String name, Tags tags, BigDecimal amount) {
        if (amount.signum() > 0) {
            registry.counter(name, tags).increment(amount.doubleValue());
        }
    }

    private void time(String name, Tags tags, long millis) {
        registry.timer(name, tags).record(Duration.ofMillis(millis));
    }

    private Tags ofLead(Event event) {
        return Tags.of(
                tag("flow", event.context().flow()),
                tag("source", event.context().source()));
    }

    private Tags ofDelivery(Event event) {
        return ofLead(event).and(tag("recipient", recipients.of(event).orElse("")));
    }

    private Tags ofFeedback(Event event) {
        Value type = event.facts().get("feedback").part("type");
        String known = FEEDBACK.contains(type.text()) ? type.text() : TagValues.OTHER;
        return ofDelivery(event).and(Tag.of("type", known), outcome(event));
    }

    private Tag gate(Event event) {
        return tag("gate", event.facts().get("gate").text());
    }

    private Tag outcome(Event event) {
        return tag("outcome", event.outcome().map(Outcome::text).orElse(""));
    }

    private Tag tag(String name, String value) {
        return Tag.of(name, values.of(name, value));
    }
}
