package dev.sluice.flow.check.internal.gates;

import dev.sluice.flow.check.Check;
import java.util.List;

/** All checks of what decides whether a lead is let in, in the order in which findings about one place are told. */
public final class GateChecks {
    private static final List<Check> ALL = List.of(
            new PingSettings(),
            new GateOrder(),
            new Schedules(),
            new ListChecks(),
            new DecisionKeys(),
            new DuplicateFields(),
            new Outcomes());

    private GateChecks() {}

    public static List<Check> all() {
        return ALL;
    }
}
