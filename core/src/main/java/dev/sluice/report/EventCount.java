package dev.sluice.report;

import dev.sluice.delivery.Outcome;
import dev.sluice.event.Event;
import dev.sluice.report.Measure.Amount;
import dev.sluice.report.Measure.Span;
import dev.sluice.types.Obj;
import dev.sluice.types.Section;
import dev.sluice.types.Typed;
import java.util.Optional;

/** What an event counts for by itself, whatever else happened to its lead. */
final class EventCount {
    private EventCount() {}

    static void count(Tally tally, Event event) {
        switch (event.type().text()) {
            case "source.submitted" -> tally.add(Measure.SUBMITTED);
            case "source.accepted" -> accepted(tally, event);
            case "source.rejected" -> rejected(tally, event);
            case "enhancement.success", "enhancement.failure", "enhancement.error" -> enhanced(tally, event);
            case "recipient.delivered" -> delivered(tally, event);
            case "recipient.failed" -> failed(tally, event);
            case "recipient.error" -> {
                tally.add(Measure.ERRORS);
                tally.add(Span.RESPONSE, event.durationMs());
            }
            case "delivery.settled" -> event.revenue().ifPresent(amount -> tally.add(Amount.SALES, amount));
            case "cap.reached" -> tally.add(Measure.CAPS_REACHED);
            case "flow.completed" -> tally.add(Measure.COMPLETED);
            case "ping.received" -> pinged(tally, event);
            case "feedback.processed", "feedback.sent" -> FeedbackCount.count(tally, event);
            default -> {
                // Other events are only leads, elapsed time, and what groups tell of them.
            }
        }
    }

    private static void accepted(Tally tally, Event event) {
        tally.add(Measure.ACCEPTED);
        event.cost().ifPresent(cost -> tally.add(Amount.PURCHASES, cost));
        valid(tally, event);
    }

    private static void rejected(Tally tally, Event event) {
        tally.add(Measure.REJECTED);
        if (event.facts().get("gate").text().equals("duplicate")) {
            tally.add(Measure.DUPLICATES);
        }
        valid(tally, event);
    }

    private static void enhanced(Tally tally, Event event) {
        tally.add(Measure.ENHANCEMENTS);
        event.cost().ifPresent(cost -> tally.add(Amount.ENHANCEMENTS, cost));
        tally.add(Span.ENHANCEMENT, event.durationMs());
        if (event.outcome().equals(Optional.of(Outcome.SUCCESS))) {
            tally.add(Measure.ENHANCED);
        }
        if (event.facts().get("cache_hit").text().equals("true")) {
            tally.add(Measure.CACHE_HITS);
        }
    }

    private static void delivered(Tally tally, Event event) {
        event.revenue().ifPresent(amount -> tally.add(Amount.SALES, amount));
        tally.add(Span.RESPONSE, event.durationMs());
    }

    private static void failed(Tally tally, Event event) {
        if (event.outcome().equals(Optional.of(Outcome.SKIP))) {
            tally.add(Measure.PASSED_OVER);
        } else {
            tally.add(Span.RESPONSE, event.durationMs());
        }
    }

    private static void pinged(Tally tally, Event event) {
        tally.add(Measure.PINGS);
        if (event.outcome().equals(Optional.of(Outcome.SUCCESS))) {
            tally.add(Measure.BIDS);
        }
    }

    private static void valid(Tally tally, Event event) {
        Obj fields = event.snapshot().section(Section.LEAD);
        for (int i = 0; i < fields.shape().size(); i++) {
            if (fields.at(i) instanceof Typed typed && !typed.isBlank()) {
                valid(tally, typed);
            }
        }
    }

    private static void valid(Tally tally, Typed typed) {
        long valid = typed.valid() ? 1 : 0;
        tally.add(Measure.GIVEN_FIELDS);
        tally.add(Measure.VALID_FIELDS, valid);
        switch (typed.type().name()) {
            case "email" -> {
                tally.add(Measure.GIVEN_EMAILS);
                tally.add(Measure.VALID_EMAILS, valid);
            }
            case "phone" -> {
                tally.add(Measure.GIVEN_PHONES);
                tally.add(Measure.VALID_PHONES, valid);
            }
            default -> {
                // Counted among all fields.
            }
        }
    }
}
