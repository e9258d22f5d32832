package dev.sluice.flow.check.internal.gates;

import dev.sluice.flow.GateKind;
import dev.sluice.flow.check.Check;
import dev.sluice.flow.check.Found;
import dev.sluice.flow.check.Subject;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** An order of gates that leaves one out or names one twice: a lead would pass unjudged, or be judged again. */
final class GateOrder implements Check {
    @Override
    public void check(Subject subject, Found found) {
        List<GateKind> gates = subject.flow().gates();
        Set<GateKind> left = EnumSet.allOf(GateKind.class);
        for (int i = 0; i < gates.size(); i++) {
            if (!left.remove(gates.get(i))) {
                found.error("repeated_gate", "/gates/" + i, "this gate is named before; name each gate once");
            }
        }
        if (!left.isEmpty()) {
            found.error(
                    "missing_gate",
                    "/gates",
                    "an order names each gate once, whether it is configured or not; missing here: " + left.size());
        }
    }
}
