package dev.sluice.internal.record;

import dev.sluice.delivery.Outcome;
import dev.sluice.types.Missing;
import dev.sluice.types.Obj;
import dev.sluice.types.Scope;
import dev.sluice.types.Section;
import dev.sluice.types.Shape;
import dev.sluice.types.Text;
import dev.sluice.types.Value;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a step ended, in the form that later steps read: {@code steps.s1.outcome}, {@code steps.s1.reason}. */
public final class StepOutcome {
    private static final Shape SHAPE = Shape.of("outcome", "reason");
    private static final Map<Outcome, Obj> WITHOUT_REASON = new EnumMap<>(Outcome.class);

    static {
        for (Outcome outcome : Outcome.values()) {
            WITHOUT_REASON.put(outcome, Obj.of(SHAPE, new Text(outcome.text()), Missing.MISSING));
        }
    }

    private StepOutcome() {}

    public static Obj of(Outcome outcome, @Nullable String reason) {
        return reason == null
                ? WITHOUT_REASON.getOrDefault(outcome, Obj.EMPTY)
                : Obj.of(SHAPE, new Text(outcome.text()), Value.text(reason));
    }

    /** How {@code step} ended; a step that did not run counts as passed over. */
    public static Outcome in(Scope scope, String step) {
        Value outcome = scope.section(Section.STEPS).get(step).part("outcome");
        return Outcome.named(outcome.text()).orElse(Outcome.SKIP);
    }
}
