package dev.sluice.flow;

import static java.util.Objects.requireNonNull;

import dev.sluice.distribution.Auction;
import dev.sluice.types.Value;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a distribution finds the buyers of a lead; what each guarantees stands in core's README. */
public sealed interface Strategy {
    Strategy WATERFALL = new Waterfall();

    /** The word in definitions: {@code roundRobin}. */
    String word();

    /** One after the other in the order of the list, until enough have taken the lead. */
    record Waterfall() implements Strategy {
        @Override
        public String word() {
            return "waterfall";
        }
    }

    /** All at once; everybody who takes it has it, however many may. */
    record Parallel() implements Strategy {
        @Override
        public String word() {
            return "parallel";
        }
    }

    /** Each is asked first in turn; who refuses is followed by those whose turns come next. */
    record RoundRobin() implements Strategy {
        @Override
        public String word() {
            return "roundRobin";
        }
    }

    /** Each is asked first as often as its weight says; who refuses is followed by those whose turns come next. */
    record Weighted() implements Strategy {
        @Override
        public String word() {
            return "weighted";
        }
    }

    /**
     * The highest score first.
     *
     * @param minimum the score that a candidate must reach; null for none
     * @param scorer who gives the scores; null for those that the recipients have of their own
     */
    record Score(@Nullable BigDecimal minimum, @Nullable Scorer scorer) implements Strategy {
        public Score {
            minimum = minimum == null ? null : Amounts.plain(minimum);
        }

        /** By the recipients' own scores. */
        public Score(@Nullable BigDecimal minimum) {
            this(minimum, null);
        }

        /** By the scores that the host's {@code scorer} gives. */
        public static Score by(String scorer) {
            return new Score(null, new Scorer(scorer, Scorer.DEFAULT_TIMEOUT));
        }

        @Override
        public String word() {
            return "score";
        }
    }

    /**
     * Who gives scores.
     *
     * @param plugin the name under which the host has wired it
     * @param timeout how long all scores of a lead may take; 500 ms by default
     */
    record Scorer(String plugin, Duration timeout) {
        public static final Duration DEFAULT_TIMEOUT = Duration.ofMillis(500);

        public Scorer {
            requireNonNull(plugin, "plugin");
            requireNonNull(timeout, "timeout");
        }
    }

    /**
     * All are pinged at once for what they would pay, and the best bids get the lead.
     *
     * @param floor the lowest bid: a number, or a template that gives one; 0 for none
     * @param choice between an exclusive sale and a shared one
     * @param charge what a winner pays
     * @param pingTimeout how long one may take to bid; 500 ms by default
     * @param totalTimeout how long all pings together may take; 750 ms by default
     * @param pingFields the fields that a ping carries; never personal ones
     */
    record PingPost(
            Value floor,
            Auction.Choice choice,
            Auction.Charge charge,
            Duration pingTimeout,
            Duration totalTimeout,
            List<String> pingFields)
            implements Strategy {
        public static final Duration DEFAULT_PING_TIMEOUT = Duration.ofMillis(500);
        public static final Duration DEFAULT_TOTAL_TIMEOUT = Duration.ofMillis(750);

        public PingPost {
            requireNonNull(floor, "floor");
            requireNonNull(choice, "choice");
            requireNonNull(charge, "charge");
            requireNonNull(pingTimeout, "pingTimeout");
            requireNonNull(totalTimeout, "totalTimeout");
            pingFields = List.copyOf(pingFields);
        }

        @Override
        public String word() {
            return "auction";
        }

        /** At first price, the highest bid deciding. */
        public static PingPost above(String floor, String... pingFields) {
            return new PingPost(
                    Value.number(new BigDecimal(floor)),
                    Auction.Choice.HIGHEST_BID,
                    Auction.Charge.FIRST_PRICE,
                    DEFAULT_PING_TIMEOUT,
                    DEFAULT_TOTAL_TIMEOUT,
                    List.of(pingFields));
        }
    }
}
