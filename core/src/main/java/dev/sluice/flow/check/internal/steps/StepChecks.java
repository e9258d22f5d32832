package dev.sluice.flow.check.internal.steps;

import dev.sluice.flow.check.Check;
import java.util.List;

/** All checks of steps, and what leads wait in, in the order in which findings about one place are told. */
public final class StepChecks {
    private static final List<Check> ALL = List.of(
            new Batches(),
            new FeedbackAgreements(),
            new NestedSteps(),
            new Routes(),
            new SubFlows(),
            new FilterTargets(),
            new Timeouts(),
            new Retries(),
            new Distributions(),
            new PingFields(),
            new AppendedKeys(),
            new DisabledSteps(),
            new LaterSteps(),
            new ClearSecrets(),
            new UnsafeAddresses());

    private StepChecks() {}

    public static List<Check> all() {
        return ALL;
    }
}
