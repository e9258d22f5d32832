package dev.sluice.delivery;

import static java.util.Objects.requireNonNull;

import dev.sluice.types.At;
import java.time.Duration;
import java.time.Instant;

/**
 * The delivery that a call belongs to. The key is the same over all retries and after a crash, so that a recipient which
 * honours it never takes a lead twice; send it as {@code Idempotency-Key}.
 *
 * <p>An instance serves one attempt.
 */
public final class Delivery {
    private final String account;
    private final String leadId;
    private final String recipient;
    private final String key;
    private final int attempt;
    private final boolean test;
    private final At at;
    private final Deadline deadline;
    private volatile boolean sending;

    private Delivery(Builder builder) {
        this.account = builder.account;
        this.leadId = requireNonNull(builder.leadId, "leadId");
        this.recipient = requireNonNull(builder.recipient, "recipient");
        this.key = requireNonNull(builder.key, "key");
        this.attempt = builder.attempt;
        this.test = builder.test;
        this.at = builder.at;
        this.deadline = builder.deadline;
    }

    /** Starts the delivery of {@code leadId} to the step or buyer {@code recipient} under {@code key}. */
    public static Builder of(String leadId, String recipient, String key) {
        return new Builder(leadId, recipient, key);
    }

    /** The account that owns the flow; {@code default} when the host has only one. */
    public String account() {
        return account;
    }

    public String leadId() {
        return leadId;
    }

    /** The id of the step or of the buyer in a distribution. */
    public String recipient() {
        return recipient;
    }

    /** Lead, step and generation; equal over retries and recoveries. */
    public String key() {
        return key;
    }

    /** The try, from 1; for logs only. */
    public int attempt() {
        return attempt;
    }

    /** A test lead: use a sandbox where there is one. */
    public boolean test() {
        return test;
    }

    /** The moment of this stage. */
    public At at() {
        return at;
    }

    public Deadline deadline() {
        return deadline;
    }

    /**
     * To be called right before the first byte leaves. A fault before this call means that nothing was sent; after it the
     * lead may have arrived. It counts for plugins that say so by {@link DeliveryPlugin#announcesSending}.
     */
    public void sending() {
        sending = true;
    }

    /** Whether {@link #sending()} was called. */
    public boolean mayHaveArrived() {
        return sending;
    }

    /** Collects what a delivery consists of. */
    public static final class Builder {
        private static final At EPOCH = At.utc(Instant.EPOCH);
        private static final Deadline A_DAY = Deadline.in(Duration.ofDays(1), () -> 0L);

        private final String leadId;
        private final String recipient;
        private final String key;
        private String account = "default";
        private int attempt = 1;
        private boolean test;
        private At at = EPOCH;
        private Deadline deadline = A_DAY;

        private Builder(String leadId, String recipient, String key) {
            this.leadId = leadId;
            this.recipient = recipient;
            this.key = key;
        }

        public Builder account(String account) {
            this.account = requireNonNull(account, "account");
            return this;
        }

        public Builder attempt(int attempt) {
            this.attempt = attempt;
            return this;
        }

        public Builder test(boolean test) {
            this.test = test;
            return this;
        }

        public Builder at(At at) {
            this.at = requireNonNull(at, "at");
            return this;
        }

        public Builder deadline(Deadline deadline) {
            this.deadline = requireNonNull(deadline, "deadline");
            return this;
        }

        public Delivery build() {
            return new Delivery(this);
        }
    }
}
