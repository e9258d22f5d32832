package dev.sluice.flow.check.internal.steps;

import dev.sluice.delivery.Backoff;
import dev.sluice.flow.DistributeStep;
import dev.sluice.flow.RecipientStep;
import dev.sluice.flow.Retry;
import dev.sluice.flow.StepDefinition;
import dev.sluice.flow.check.Check;
import dev.sluice.flow.check.FlowVisitor;
import dev.sluice.flow.check.FlowWalk;
import dev.sluice.flow.check.Found;
import dev.sluice.flow.check.Place;
import dev.sluice.flow.check.Subject;
import java.math.BigDecimal;
import java.time.Duration;

/** Retries that are none, that take for ever, or that would sell a lead twice. */
final class Retries implements Check {
    private static final int MOST_ATTEMPTS = 10;
    private static final int MOST_PERCENT = 1_000;
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final BigDecimal STEEPEST = BigDecimal.TEN;

    @Override
    public void check(Subject subject, Found found) {
        FlowWalk.through(subject.flow(), new FlowVisitor() {
            @Override
            public void step(Place place, StepDefinition step) {
                if (step instanceof RecipientStep recipient && recipient.retry() != null) {
                    retry(recipient.retry(), place.pointer() + "/retry", found);
                } else if (step instanceof DistributeStep distribution) {
                    candidates(distribution, place.pointer(), found);
                }
            }
        });
    }

    private static void candidates(DistributeStep step, String pointer, Found found) {
        for (int i = 0; i < step.recipients().size(); i++) {
            Retry retry = step.recipients().get(i).retry();
            if (retry != null && retry.mode() == Retry.Mode.QUEUED) {
                found.error(
                        "queued_retry_of_candidate",
                        pointer + "/recipients/" + i + "/retry",
                        "a candidate that is tried again later could get a lead that another one has by then; use the mode"
                                + " inline");
            }
        }
    }

    private static void retry(Retry retry, String pointer, Found found) {
        Backoff backoff = retry.backoff();
        range(found, pointer + "/maxAttempts", retry.maxAttempts(), 1, MOST_ATTEMPTS);
        range(found, pointer + "/jitterPercent", backoff.jitterPercent(), 0, 100);
        range(found, pointer + "/budgetPercent", retry.budgetPercent(), 0, MOST_PERCENT);
        wait(found, pointer + "/initialDelayMs", backoff.initial());
        wait(found, pointer + "/maxDelayMs", backoff.longest());
        if (backoff.multiplier().compareTo(BigDecimal.ONE) < 0
                || backoff.multiplier().compareTo(STEEPEST) > 0) {
            found.error(
                    "retry_out_of_range", pointer + "/multiplier", "a multiplier of waits is from 1 to " + STEEPEST);
        }
    }

    private static void wait(Found found, String pointer, Duration wait) {
        if (wait.isNegative() || wait.compareTo(LONGEST) > 0) {
            found.error("retry_out_of_range", pointer, "a wait between tries is from 0 to an hour");
        }
    }

    private static void range(Found found, String pointer, int number, int least, int most) {
        if (number < least || number > most) {
            found.error("retry_out_of_range", pointer, "it is from " + least + " to " + most + ", not " + number);
        }
    }
}
