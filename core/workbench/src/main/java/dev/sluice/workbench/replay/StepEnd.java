package dev.sluice.workbench.replay;

import dev.sluice.delivery.Outcome;
import dev.sluice.event.Event;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How the gates or a step ended for a lead.
 *
 * @param step the step's id, {@code gates} for what comes before the first
 * @param what the type of the event: {@code recipient.delivered}
 * @param outcome of the step; null where there is none
 * @param reason why; null where there is none
 * @param buyer who was asked; null for no recipient
 * @param revenue what it earned
 * @param cap the key of the cap that was full; null for none
 */
public record StepEnd(
        String step,
        String what,
        @Nullable Outcome outcome,
        @Nullable String reason,
        @Nullable String buyer,
        BigDecimal revenue,
        @Nullable String cap) {
    static final String GATES = "gates";

    static StepEnd of(Event event) {
        String cap = event.facts().get("cap").part("key").text();
        String buyer = event.facts().get("buyer").text();
        return new StepEnd(
                event.step().orElse(GATES),
                event.type().text(),
                event.outcome().orElse(null),
                event.reason().orElse(null),
                buyer.isEmpty() ? null : buyer,
                event.revenue().orElse(BigDecimal.ZERO),
                cap.isEmpty() ? null : cap);
    }

    /** {@code recipient.failed: Not interested}. */
    public String text() {
        return what + Optional.ofNullable(reason).map(why -> ": " + why).orElse("");
    }

    /** Whether the recipient was asked and its answer is known or was lost, and not only passed over. */
    boolean isDelivery() {
        return what.startsWith("recipient.") && outcome != Outcome.SKIP;
    }

    boolean isLike(StepEnd other) {
        return text().equals(other.text()) && outcome == other.outcome && revenue.compareTo(other.revenue) == 0;
    }
}
