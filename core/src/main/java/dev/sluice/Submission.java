package dev.sluice;

import static java.util.Objects.requireNonNull;

import dev.sluice.delivery.Outcome;
import dev.sluice.event.Event;
import dev.sluice.store.StoreUnavailableException;
import dev.sluice.types.Obj;
import dev.sluice.types.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The answer to a submitted lead. Immutable; all that it says is durable in the class that the store declares. */
public final class Submission {
    private final Status status;
    private final Outcome outcome;
    private final @Nullable String leadId;
    private final @Nullable String reason;
    private final BigDecimal price;
    private final BigDecimal revenue;
    private final List<DeliveryReport> deliveries;
    private final List<Event> events;
    private final @Nullable Refusal refusal;
    private final Supplier<Reply> reply;
    /** What {@link #reply} gave when it was first asked; threads that race for it get equal ones. */
    private @Nullable Reply knownReply;

    private final Supplier<String> explanation;

    private Submission(Builder builder) {
        this.status = builder.status;
        this.outcome = builder.outcome;
        this.leadId = builder.leadId;
        this.reason = builder.reason;
        this.price = builder.price;
        this.revenue = builder.revenue;
        this.deliveries = List.copyOf(builder.deliveries);
        this.events = builder.events;
        this.refusal = builder.refusal;
        this.reply = builder.reply == null ? () -> Reply.of(canonical()) : builder.reply;
        this.explanation = builder.explanation;
    }

    /** What kind of answer this is. */
    public enum Status {
        /** The lead was handled; the outcome says how. */
        ANSWERED,
        /**
         * The lead was let in and went through its steps, and a delivery that broke is tried again later: when the host does what is
         * due. The outcome is unknown when it depends on that.
         */
        QUEUED,
        /** The submission key was used before for the same content: this is what came of it then; nothing ran again. */
        REPEATED,
        /**
         * The submission key was used before, and that lead is still on its way; or recovery has taken the lead over from who
         * worked on it, and goes on with it.
         */
        IN_PROGRESS,
        /** The submission key was used before for other content; nothing ran. */
        CONFLICT,
        /** The store failed: nobody knows whether the lead was kept. Never taken for a yes or a no. */
        UNSETTLED;

        /** The word in answers: {@code answered}. */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Starts the answer to a lead that was handled. */
    public static Builder answered(String leadId, Outcome outcome) {
        return new Builder(Status.ANSWERED, outcome, requireNonNull(leadId, "leadId"));
    }

    /** Starts the answer to a lead of which a delivery is tried again later. */
    public static Builder queued(String leadId, Outcome outcome) {
        return new Builder(Status.QUEUED, outcome, requireNonNull(leadId, "leadId"));
    }

    /** Starts the answer to a submission key that was used before: what became of the first lead. */
    public static Builder repeated(String leadId, Outcome outcome) {
        return new Builder(Status.REPEATED, outcome, requireNonNull(leadId, "leadId"));
    }

    /** The answer to a submission key whose first lead is still on its way. */
    public static Submission inProgress(String leadId) {
        return told(Status.IN_PROGRESS, Outcome.UNKNOWN, requireNonNull(leadId, "leadId"), "Lead is in progress");
    }

    /** The answer to a submission key that was used for another content; it names no lead. */
    public static Submission conflict() {
        return told(Status.CONFLICT, Outcome.ERROR, null, "Submission key was used for another lead");
    }

    private static Submission told(Status status, Outcome outcome, @Nullable String leadId, String reason) {
        return new Builder(status, outcome, leadId)
                .reason(reason)
                .explanation(() -> reason + System.lineSeparator())
                .build();
    }

    /** The answer to a lead that was not let in; nothing of it is recorded. */
    public static Submission refused(Refusal why) {
        return refused(why, why.reason());
    }

    /** The answer to a lead that was not let in, with a reason that says more. */
    public static Submission refused(Refusal why, String reason) {
        return new Builder(Status.ANSWERED, Outcome.ERROR, null)
                .refusal(requireNonNull(why, "why"))
                .reason(reason)
                .explanation(() -> "Refused before anything was recorded: " + reason + System.lineSeparator())
                .build();
    }

    /** The answer to a lead that the store may have lost. */
    public static Submission unsettled(String leadId, StoreUnavailableException cause) {
        String reason = "Store unavailable";
        return new Builder(Status.UNSETTLED, Outcome.UNKNOWN, leadId)
                .reason(reason)
                .explanation(() -> reason + ": " + cause.getMessage() + System.lineSeparator())
                .build();
    }

    /** What the answer stands for: a lead that was handled, came before, is on its way, or could not be settled. */
    public Status status() {
        return status;
    }

    /** How it ended; unknown when it is unsettled. */
    public Outcome outcome() {
        return outcome;
    }

    /** The lead's id; empty when the lead was not let in. */
    public Optional<String> leadId() {
        return Optional.ofNullable(leadId);
    }

    /** Why it did not succeed. */
    public Optional<String> reason() {
        return Optional.ofNullable(reason);
    }

    /** What the lead costs; zero unless it succeeded. Exact; round only to show it. */
    public BigDecimal price() {
        return price;
    }

    /** What deliveries earned, in total. */
    public BigDecimal revenue() {
        return revenue;
    }

    /** What the lead leaves: the revenue without the price. */
    public BigDecimal margin() {
        return revenue.subtract(price);
    }

    /** What became of each recipient that was to get it, in order. */
    public List<DeliveryReport> deliveries() {
        return deliveries;
    }

    /** Everything that happened to the lead, in order. */
    public List<Event> events() {
        return events;
    }

    /** Why the lead was not let in; empty when it was. */
    public Optional<Refusal> refusal() {
        return Optional.ofNullable(refusal);
    }

    /** What the source is to be told, as the flow's response says. */
    public Obj response() {
        return reply().content();
    }

    /** What the source is to be told, and in which form. Made when it is first asked for. */
    public Reply reply() {
        Reply known = knownReply;
        if (known == null) {
            known = reply.get();
            knownReply = known;
        }
        return known;
    }

    private Obj canonical() {
        Obj told = Obj.EMPTY.with("outcome", Value.text(outcome.text()));
        told = reason == null ? told : told.with("reason", Value.text(reason));
        told = leadId == null ? told : told.with("lead", Obj.EMPTY.with("id", Value.text(leadId)));
        return told.with("price", Value.number(price));
    }

    /** The lead's whole way in words, each rule with its actual values; personal values are masked. Made when asked for. */
    public String explain() {
        return explanation.get();
    }

    @Override
    public String toString() {
        String what = leadId == null ? "no lead" : leadId;
        return what + ": " + outcome + (reason == null ? "" : " (" + reason + ")");
    }

    /** Collects the parts of an answer. */
    public static final class Builder {
        private final Status status;
        private final Outcome outcome;
        private final @Nullable String leadId;
        private @Nullable String reason;
        private BigDecimal price = BigDecimal.ZERO;
        private BigDecimal revenue = BigDecimal.ZERO;
        private List<DeliveryReport> deliveries = List.of();
        private List<Event> events = List.of();
        private @Nullable Refusal refusal;
        private @Nullable Supplier<Reply> reply;
        private Supplier<String> explanation = () -> "";

        private Builder(Status status, Outcome outcome, @Nullable String leadId) {
            this.status = status;
            this.outcome = outcome;
            this.leadId = leadId;
        }

        public Builder reason(@Nullable String text) {
            this.reason = text;
            return this;
        }

        public Builder price(BigDecimal amount) {
            this.price = amount;
            return this;
        }

        public Builder revenue(BigDecimal amount) {
            this.revenue = amount;
            return this;
        }

        public Builder deliveries(List<DeliveryReport> all) {
            this.deliveries = all;
            return this;
        }

        /** Everything that happened to the lead, in order; the list is kept as it is, so nobody may change it any more. */
        public Builder events(List<Event> all) {
            this.events = requireNonNull(all, "all");
            return this;
        }

        Builder refusal(Refusal why) {
            this.refusal = why;
            return this;
        }

        /** What the source is told; outcome, reason, lead id and price by default. */
        public Builder reply(Reply answer) {
            requireNonNull(answer, "answer");
            return replyLater(() -> answer);
        }

        /** What the source is told, made when it is first asked for. */
        public Builder replyLater(Supplier<Reply> answer) {
            this.reply = requireNonNull(answer, "answer");
            return this;
        }

        public Builder explanation(Supplier<String> words) {
            this.explanation = words;
            return this;
        }

        public Submission build() {
            return new Submission(this);
        }
    }
}
