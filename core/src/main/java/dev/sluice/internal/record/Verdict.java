package dev.sluice.internal.record;

import static java.util.Objects.requireNonNull;

import dev.sluice.delivery.Outcome;
import dev.sluice.flow.GateKind;
import dev.sluice.types.Obj;
import dev.sluice.types.Shape;
import dev.sluice.types.Text;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What the gates say of a lead.
 *
 * @param outcome success when it is taken
 * @param reason why it is not; null when it is
 * @param price what it costs when it is taken
 * @param facts for the event: which rules, which cap, which earlier lead
 */
public record Verdict(Outcome outcome, @Nullable String reason, BigDecimal price, Obj facts) {
    private static final Shape GATE = Shape.of("gate");

    public static Verdict accept(BigDecimal price, Obj facts) {
        return new Verdict(Outcome.SUCCESS, null, price, facts);
    }

    public static Verdict refuse(Outcome outcome, String reason, Obj facts) {
        return new Verdict(outcome, requireNonNull(reason, "reason"), BigDecimal.ZERO, facts);
    }

    /** This refusal as one of the gate {@code kind}. */
    public Verdict at(GateKind kind) {
        return new Verdict(
                outcome, reason, price, Obj.of(GATE, new Text(kind.text())).merge(facts));
    }

    public boolean accepted() {
        return outcome == Outcome.SUCCESS;
    }
}
