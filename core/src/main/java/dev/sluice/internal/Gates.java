package dev.sluice.internal;

import dev.sluice.flow.GateKind;
import dev.sluice.internal.record.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a lead is taken: gates in the order of the flow, of which the first that refuses decides.
 *
 * <p>What looks at the lead alone is decided first; what looks at other leads is decided in one write together with the
 * event that says so.
 */
public final class Gates {
    private final List<Placed> gates;

    public Gates(List<Placed> gates) {
        this.gates = List.copyOf(gates);
    }

    /** A gate, and what it is for. */
    public record Placed(GateKind kind, Gate gate) {}

    /** At the moment at which its data were read: nothing outside was called since. */
    Verdict judge(LeadRun run) {
        Hearing hearing = new Hearing(run, run.last());
        return new GateWrite(hearing, hear(hearing)).perform();
    }

    /** The first refusal. The questions that were left before it are answered before it counts. */
    @Nullable public Verdict hear(Hearing hearing) {
        for (int i = 0; i < gates.size(); i++) {
            Placed placed = gates.get(i);
            hearing.before(placed.kind());
            Verdict refusal = placed.gate().refusal(hearing);
            if (refusal != null) {
                gates.subList(i + 1, gates.size()).forEach(gate -> gate.gate().missed(hearing));
                return refusal.at(placed.kind());
            }
        }
        return null;
    }
}
