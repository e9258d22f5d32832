package dev.sluice.flow.check;

import dev.sluice.flow.EnhancementStep;
import dev.sluice.flow.RecipientStep;
import dev.sluice.flow.StepDefinition;
import java.time.Duration;

/** Steps that wait for no time at all, or longer than a day. */
final class Timeouts implements Check {
    private static final Duration MAX = Duration.ofDays(1);

    @Override
    public void check(Subject subject, Found found) {
        FlowWalk.through(subject.flow(), new FlowVisitor() {
            @Override
            public void step(Place place, StepDefinition step) {
                if (step instanceof EnhancementStep enhancement) {
                    timeout(enhancement.timeout(), place, found);
                } else if (step instanceof RecipientStep recipient) {
                    timeout(recipient.timeout(), place, found);
                }
            }
        });
    }

    private static void timeout(Duration timeout, Place place, Found found) {
        if (timeout.isZero() || timeout.isNegative() || timeout.compareTo(MAX) > 0) {
            found.error(
                    "invalid_timeout",
                    place.pointer() + "/timeoutMs",
                    "a time-out is longer than 0 and at most a day; 30000 is usual for deliveries, 5000 for look-ups");
        }
    }
}
