package dev.sluice.flow.check.internal.gates;

import dev.sluice.flow.FlowDefinition;
import dev.sluice.flow.PingLimit;
import dev.sluice.flow.check.Check;
import dev.sluice.flow.check.Found;
import dev.sluice.flow.check.Subject;
import java.time.Duration;
import java.util.List;

/** Limits of pings below nothing, bids that hold too short or too long, and limits that nothing is limited by. */
final class PingSettings implements Check {
    private static final Duration LONGEST = Duration.ofDays(1);

    @Override
    public void check(Subject subject, Found found) {
        FlowDefinition flow = subject.flow();
        limits(flow.pings().limits(), "/pingLimits", flow, found);
        for (int i = 0; i < flow.sources().size(); i++) {
            limits(flow.sources().get(i).pingLimits(), "/sources/" + i + "/pingLimits", flow, found);
        }
        Duration validity = flow.pings().quoteValidity();
        if (validity.isZero() || validity.isNegative() || validity.compareTo(LONGEST) > 0) {
            found.error("invalid_quote_validity", "/quoteValidity", "a bid holds longer than 0 and at most a day");
        }
    }

    private static void limits(List<PingLimit> limits, String pointer, FlowDefinition flow, Found found) {
        if (!limits.isEmpty() && !flow.pings().enabled()) {
            found.warning(
                    "unused_ping_limits",
                    pointer,
                    "the flow answers no pings; say \"pingEnabled\": true, or remove these");
        }
        for (int i = 0; i < limits.size(); i++) {
            PingLimit limit = limits.get(i);
            if (limit.maximum() < 0) {
                found.error(
                        "negative_maximum",
                        pointer + "/" + i + "/maximum",
                        "a limit's maximum is 0 or more, not " + limit.maximum());
            }
            if (limit.window().value() < 1) {
                found.error(
                        "window_too_short", pointer + "/" + i + "/duration", "a limit's window lasts at least 1 unit");
            }
        }
    }
}
