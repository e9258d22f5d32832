package dev.sluice;

import static java.util.Objects.requireNonNull;

import dev.sluice.delivery.DeliveryResult;
import dev.sluice.delivery.Outcome;
import dev.sluice.flow.Entity;
import dev.sluice.flow.RecipientStep;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What became of one recipient that was to get a lead. Immutable. */
public final class DeliveryReport {
    private final RecipientStep recipient;
    private final Outcome outcome;
    private final boolean queued;
    private final @Nullable String reason;
    private final BigDecimal price;
    private final @Nullable String reference;

    private DeliveryReport(
            RecipientStep recipient,
            Outcome outcome,
            @Nullable String reason,
            BigDecimal price,
            @Nullable String reference) {
        this(recipient, outcome, false, reason, price, reference);
    }

    private DeliveryReport(
            RecipientStep recipient,
            Outcome outcome,
            boolean queued,
            @Nullable String reason,
            BigDecimal price,
            @Nullable String reference) {
        this.queued = queued;
        this.recipient = requireNonNull(recipient, "recipient");
        this.outcome = requireNonNull(outcome, "outcome");
        this.reason = reason;
        this.price = price;
        this.reference = reference;
    }

    /** A recipient that was asked. */
    public static DeliveryReport of(
            RecipientStep recipient, DeliveryResult result, @Nullable String reason, BigDecimal price) {
        return new DeliveryReport(
                recipient, result.outcome(), reason, price, result.reference().orElse(null));
    }

    /** A recipient that was asked, from what was recorded of it. */
    public static DeliveryReport recorded(
            RecipientStep recipient,
            Outcome outcome,
            @Nullable String reason,
            BigDecimal price,
            @Nullable String reference) {
        return new DeliveryReport(recipient, outcome, reason, price, reference);
    }

    /** A recipient that is tried again later. */
    public static DeliveryReport queued(RecipientStep recipient, @Nullable String reason) {
        return new DeliveryReport(recipient, Outcome.ERROR, true, reason, BigDecimal.ZERO, null);
    }

    /** A recipient that was not asked. */
    public static DeliveryReport skipped(RecipientStep recipient, String reason) {
        return new DeliveryReport(recipient, Outcome.SKIP, reason, BigDecimal.ZERO, null);
    }

    /** The id of the step, or of the candidate in a distribution. */
    public String recipient() {
        return recipient.id();
    }

    /** The recipient's name for people. */
    public String name() {
        return recipient.recipientName();
    }

    public Outcome outcome() {
        return outcome;
    }

    /** Whether it has broken so far and is tried again later. */
    public boolean isQueued() {
        return queued;
    }

    /** Why the recipient did not take the lead. */
    public Optional<String> reason() {
        return Optional.ofNullable(reason);
    }

    /** What the delivery earned; zero unless it succeeded. */
    public BigDecimal price() {
        return price;
    }

    /** The recipient's own id of the lead. */
    public Optional<String> reference() {
        return Optional.ofNullable(reference);
    }

    /** Whether {@code entity} took the lead, or might have. */
    public boolean isWith(Entity entity) {
        Entity own = recipient.entity();
        return own != null
                && own.id().equals(entity.id())
                && (outcome == Outcome.SUCCESS || outcome == Outcome.UNKNOWN || queued);
    }

    /** Whether it says something about the lead's outcome: messages of one's own and recipients that were not asked do not. */
    public boolean countsForLead() {
        return recipient.billable() && outcome != Outcome.SKIP && outcome != Outcome.UNKNOWN && !queued;
    }

    @Override
    public String toString() {
        return recipient.id() + ": " + (queued ? "queued" : outcome);
    }
}
