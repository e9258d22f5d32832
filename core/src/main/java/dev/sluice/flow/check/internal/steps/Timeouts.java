package dev.sluice.flow.check.internal.steps;

import dev.sluice.flow.DistributeStep;
import dev.sluice.flow.EnhancementStep;
import dev.sluice.flow.RecipientStep;
import dev.sluice.flow.StepDefinition;
import dev.sluice.flow.Strategy;
import dev.sluice.flow.check.Check;
import dev.sluice.flow.check.FlowVisitor;
import dev.sluice.flow.check.FlowWalk;
import dev.sluice.flow.check.Found;
import dev.sluice.flow.check.Place;
import dev.sluice.flow.check.Subject;
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
                    timeout(enhancement.timeout(), place.pointer(), found);
                } else if (step instanceof RecipientStep recipient) {
                    timeout(recipient.timeout(), place.pointer(), found);
                } else if (step instanceof DistributeStep distribution
                        && distribution.strategy() instanceof Strategy.Score score
                        && score.scorer() != null) {
                    timeout(score.scorer().timeout(), place.pointer() + "/scorer", found);
                }
            }
        });
    }

    private static void timeout(Duration timeout, String pointer, Found found) {
        if (timeout.isZero() || timeout.isNegative() || timeout.compareTo(MAX) > 0) {
            found.error(
                    "invalid_timeout",
                    pointer + "/timeoutMs",
                    "a time-out is longer than 0 and at most a day; 30000 is usual for deliveries, 5000 for look-ups");
        }
    }
}
