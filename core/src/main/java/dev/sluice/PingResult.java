package dev.sluice;

import static java.util.Objects.requireNonNull;

import dev.sluice.delivery.Outcome;
import dev.sluice.event.Event;
import dev.sluice.types.Obj;
import dev.sluice.types.Value;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a ping: a bid, or why there is none. Immutable. It names no lead, because none was kept; a lead that
 * follows may name the ping to get its price.
 */
public final class PingResult {
    private final Outcome outcome;
    private final @Nullable String reason;
    private final BigDecimal price;
    private final @Nullable String pingId;
    private final @Nullable Instant validUntil;
    private final @Nullable Refusal refusal;
    private final boolean limited;
    private final List<Event> events;
    private final Reply reply;

    private PingResult(Builder builder) {
        this.outcome = builder.outcome;
        this.reason = builder.reason;
        this.price = builder.price;
        this.pingId = builder.pingId;
        this.validUntil = builder.validUntil;
        this.refusal = builder.refusal;
        this.limited = builder.limited;
        this.events = List.copyOf(builder.events);
        Reply form = builder.form;
        this.reply = form == null
                ? Reply.of(canonical())
                : new Reply(canonical(), form.format(), form.statuses(), form.written());
    }

    /** A bid. */
    public static Builder bid(String pingId, BigDecimal price, Instant validUntil) {
        return new Builder(Outcome.SUCCESS, null)
                .pingId(pingId)
                .price(price)
                .validUntil(requireNonNull(validUntil, "validUntil"));
    }

    /** No bid. */
    public static Builder none(String pingId, Outcome outcome, String reason) {
        return new Builder(outcome, requireNonNull(reason, "reason")).pingId(pingId);
    }

    /** The answer to a ping that was not let in; nothing of it is recorded. */
    public static PingResult refused(Refusal why) {
        return refused(why, why.reason());
    }

    /** The answer to a ping that was not let in, with a reason that says more. */
    public static PingResult refused(Refusal why, String reason) {
        Builder builder = new Builder(Outcome.ERROR, requireNonNull(reason, "reason"));
        builder.refusal = requireNonNull(why, "why");
        return builder.build();
    }

    /** The answer when the store failed: there is no bid. */
    public static PingResult unsettled() {
        return new Builder(Outcome.UNKNOWN, "Store unavailable").build();
    }

    /** Success with a bid; failure when there is none; error when the ping was not let in; unknown when the store failed. */
    public Outcome outcome() {
        return outcome;
    }

    /** Why there is no bid. */
    public Optional<String> reason() {
        return Optional.ofNullable(reason);
    }

    /** The bid; zero when there is none. Exact; round only to show it. */
    public BigDecimal price() {
        return price;
    }

    /** What a lead names to get the price; empty when the ping was not let in. */
    public Optional<String> pingId() {
        return Optional.ofNullable(pingId);
    }

    /** When the bid ends; empty when there is none. */
    public Optional<Instant> validUntil() {
        return Optional.ofNullable(validUntil);
    }

    /** Why the ping was not let in; empty when it was. */
    public Optional<Refusal> refusal() {
        return Optional.ofNullable(refusal);
    }

    /** Whether a limit of pings refused it. */
    public boolean isLimited() {
        return limited;
    }

    /** Whether the store failed. */
    public boolean isUnsettled() {
        return outcome == Outcome.UNKNOWN;
    }

    /** What was recorded: one event without the ping's data; none when the ping was not let in. */
    public List<Event> events() {
        return events;
    }

    /** What the source is to be told. */
    public Reply reply() {
        return reply;
    }

    private Obj canonical() {
        Obj told = Obj.EMPTY.with("outcome", Value.text(outcome.text()));
        told = reason == null ? told : told.with("reason", Value.text(reason));
        told = told.with("price", Value.number(price));
        return pingId == null || outcome != Outcome.SUCCESS ? told : told.with("ping_id", Value.text(pingId));
    }

    @Override
    public String toString() {
        return outcome + (reason == null ? " " + price : " (" + reason + ")");
    }

    /** Collects the parts of an answer. */
    public static final class Builder {
        private final Outcome outcome;
        private final @Nullable String reason;
        private BigDecimal price = BigDecimal.ZERO;
        private @Nullable String pingId;
        private @Nullable Instant validUntil;
        private @Nullable Refusal refusal;
        private boolean limited;
        private List<Event> events = List.of();
        private @Nullable Reply form;

        private Builder(Outcome outcome, @Nullable String reason) {
            this.outcome = outcome;
            this.reason = reason;
        }

        private Builder pingId(String id) {
            this.pingId = requireNonNull(id, "id");
            return this;
        }

        private Builder price(BigDecimal amount) {
            this.price = amount;
            return this;
        }

        private Builder validUntil(Instant end) {
            this.validUntil = end;
            return this;
        }

        /** Marks it as refused by a limit of pings. */
        public Builder limited() {
            this.limited = true;
            return this;
        }

        public Builder events(List<Event> all) {
            this.events = all;
            return this;
        }

        /** The form of the answer; its content stays that of a ping. */
        public Builder form(Reply like) {
            this.form = like;
            return this;
        }

        public PingResult build() {
            return new PingResult(this);
        }
    }
}
