package dev.sluice.delivery;

import static java.util.Objects.requireNonNull;

import dev.sluice.types.Obj;
import dev.sluice.types.Value;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What a recipient answered. Immutable; start from one of the outcomes and add what is known. */
public final class DeliveryResult {
    private static final DeliveryResult SUCCESS = new Draft(Outcome.SUCCESS).result();

    private final Outcome outcome;
    private final @Nullable String reason;
    private final @Nullable BigDecimal price;
    private final @Nullable String reference;
    private final @Nullable String batch;
    private final Obj appended;
    private final Obj detail;
    private final boolean billable;

    private DeliveryResult(Draft draft) {
        this.outcome = draft.outcome;
        this.reason = draft.reason;
        this.price = draft.price;
        this.reference = draft.reference;
        this.batch = draft.batch;
        this.appended = draft.appended;
        this.detail = draft.detail;
        this.billable = draft.billable;
    }

    /** The recipient took the lead. */
    public static DeliveryResult success() {
        return SUCCESS;
    }

    /** The recipient refused the lead, for a reason that may be shown to the source. */
    public static DeliveryResult failure(String reason) {
        return new Draft(Outcome.FAILURE).reason(reason).result();
    }

    /** The delivery broke in a way that may pass; never holds personal values. */
    public static DeliveryResult error(String reason) {
        return new Draft(Outcome.ERROR).reason(reason).result();
    }

    /** The lead may have arrived, but the reply was lost. */
    public static DeliveryResult unknown(String reason) {
        return new Draft(Outcome.UNKNOWN).reason(reason).result();
    }

    /** The lead is to be kept as a row of {@code batch}; {@code reference} names the row. The caller stores it. */
    public static DeliveryResult queued(String batch, String reference) {
        Draft draft = new Draft(Outcome.SUCCESS);
        draft.batch = requireNonNull(batch, "batch");
        return draft.reference(reference).result();
    }

    /**
     * Nothing could be sent, for no message can be made of the lead and the settings: a failure with the code {@code mapping_error}.
     *
     * @param why without personal values
     */
    public static DeliveryResult unmade(String why) {
        return failure("Not sent: " + why).detail("code", "mapping_error");
    }

    /** This result with the price that the recipient names; it counts only where the flow lets recipients name prices. */
    public DeliveryResult price(BigDecimal price) {
        return new Draft(this).price(price).result();
    }

    /** This result with the recipient's own id of the lead. */
    public DeliveryResult reference(String reference) {
        return new Draft(this).reference(reference).result();
    }

    /** This result with data for the following steps, read as {@code appended.<key>.<name>}. */
    public DeliveryResult append(String name, @Nullable Object value) {
        Draft draft = new Draft(this);
        draft.appended = appended.with(name, Value.of(value));
        return draft.result();
    }

    /** This result with a fact for the event: {@code response_code}, {@code request}, {@code response}; hide personal values. */
    public DeliveryResult detail(String name, @Nullable Object value) {
        Draft draft = new Draft(this);
        draft.detail = detail.with(name, Value.of(value));
        return draft.result();
    }

    /** This result as one that earns nothing although it succeeded. */
    public DeliveryResult notBillable() {
        Draft draft = new Draft(this);
        draft.billable = false;
        return draft.result();
    }

    /** The same, with what {@code words} makes of the reason and of the reference. */
    public DeliveryResult told(UnaryOperator<String> words) {
        if (reason == null && reference == null) {
            return this;
        }
        Draft draft = new Draft(this);
        if (reason != null) {
            draft.reason(words.apply(reason));
        }
        if (reference != null) {
            draft.reference(words.apply(reference));
        }
        return draft.result();
    }

    /** How it ended. */
    public Outcome outcome() {
        return outcome;
    }

    /** Why, without personal values; empty for a success that says nothing. */
    public Optional<String> reason() {
        return Optional.ofNullable(reason);
    }

    /** The price that the recipient named; empty when it named none. */
    public Optional<BigDecimal> price() {
        return Optional.ofNullable(price);
    }

    /** The recipient's own id of the lead. */
    public Optional<String> reference() {
        return Optional.ofNullable(reference);
    }

    /** The batch that the lead is to wait in. */
    public Optional<String> batch() {
        return Optional.ofNullable(batch);
    }

    /** Data for the following steps; empty when there are none. */
    public Obj appended() {
        return appended;
    }

    /** Facts for the event, beside those that it has anyway. */
    public Obj detail() {
        return detail;
    }

    /** Whether a success earns the price; true unless it is {@link #notBillable}. */
    public boolean billable() {
        return billable;
    }

    @Override
    public String toString() {
        return reason == null ? outcome.text() : outcome.text() + ": " + reason;
    }

    private static final class Draft {
        private final Outcome outcome;
        private @Nullable String reason;
        private @Nullable BigDecimal price;
        private @Nullable String reference;
        private @Nullable String batch;
        private Obj appended = Obj.EMPTY;
        private Obj detail = Obj.EMPTY;
        private boolean billable = true;

        Draft(Outcome outcome) {
            this.outcome = outcome;
        }

        Draft(DeliveryResult from) {
            this.outcome = from.outcome;
            this.reason = from.reason;
            this.price = from.price;
            this.reference = from.reference;
            this.batch = from.batch;
            this.appended = from.appended;
            this.detail = from.detail;
            this.billable = from.billable;
        }

        Draft reason(String text) {
            this.reason = requireNonNull(text, "reason");
            return this;
        }

        Draft price(BigDecimal amount) {
            this.price = requireNonNull(amount, "price");
            return this;
        }

        Draft reference(String text) {
            this.reference = requireNonNull(text, "reference");
            return this;
        }

        DeliveryResult result() {
            return new DeliveryResult(this);
        }
    }
}
