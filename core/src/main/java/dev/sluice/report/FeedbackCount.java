package dev.sluice.report;

import dev.sluice.delivery.Outcome;
import dev.sluice.event.Event;
import dev.sluice.report.Measure.Amount;
import dev.sluice.types.Num;
import dev.sluice.types.Value;
import java.util.Optional;

/** What came back after a delivery: counted when it was processed, or sent on. */
final class FeedbackCount {
    private FeedbackCount() {}

    static void count(Tally tally, Event event) {
        String kind = event.facts().get("feedback").part("type").text();
        if (event.type().text().equals("feedback.sent")) {
            sent(tally, event, kind);
            return;
        }
        tally.add(Measure.FEEDBACK);
        switch (kind) {
            case "conversion" -> tally.add(Measure.CONVERSIONS);
            case "return" -> tally.add(Measure.RETURNS);
            case "contacted" -> tally.add(Measure.CONTACTED);
            default -> {
                // A type of the host's own is feedback and no more.
            }
        }
        add(tally, Amount.REVENUE_CREDITED, event.facts().get("revenue_credited"));
        add(tally, Amount.COST_CREDITED, event.facts().get("cost_credited"));
        add(tally, Amount.SALES, event.facts().get("revenue_added"));
    }

    private static void sent(Tally tally, Event event, String kind) {
        if (kind.equals("return") && event.outcome().equals(Optional.of(Outcome.SUCCESS))) {
            tally.add(Measure.RETURNS_SENT);
        }
    }

    private static void add(Tally tally, Amount what, Value amount) {
        if (amount instanceof Num number) {
            tally.add(what, number.value());
        }
    }
}
