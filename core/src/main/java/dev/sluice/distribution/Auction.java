package dev.sluice.distribution;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Sells to who pays most. Bids below the floor, or not above zero, take no part. Equal prices are decided by priority,
 * then by the order of the bids.
 *
 * <p>When a winner refuses the lead, ask {@link #award} again without its bid and with the number of those who have taken it.
 *
 * @param floor the lowest price; zero for none
 * @param maxBuyers how many may share a lead; at least 1
 * @param choice between an exclusive sale and a shared one
 * @param charge what a winner pays; its own bid where sums are compared, or a sale could bring less than the one it beat
 */
public record Auction(BigDecimal floor, int maxBuyers, Choice choice, Charge charge) {
    private static final BigDecimal STEP = new BigDecimal("0.01");
    private static final Comparator<AuctionBid> BEST_FIRST =
            Comparator.comparing(AuctionBid::price).reversed().thenComparingInt(AuctionBid::priority);

    public Auction {
        requireNonNull(floor, "floor");
        requireNonNull(choice, "choice");
        requireNonNull(charge, "charge");
        if (maxBuyers < 1) {
            throw new IllegalArgumentException("a lead is sold to at least 1 buyer, not to " + maxBuyers);
        }
        if (choice == Choice.BEST_TOTAL && charge == Charge.SECOND_PRICE) {
            throw new IllegalArgumentException("a second price says nothing about sums: choose by the highest bid");
        }
    }

    /** How an exclusive bid stands against shared ones. */
    public enum Choice {
        /** The highest bid decides: an exclusive one gets the lead alone, else the best shared ones get it. */
        HIGHEST_BID,
        /** The best exclusive bid against the sum of the best shared ones; the exclusive one when they are equal. */
        BEST_TOTAL
    }

    /** What a winner pays. */
    public enum Charge {
        /** Its own bid. */
        FIRST_PRICE,
        /**
         * A cent more than the best bid that got nothing, never below the floor and never above its own; with no such bid
         * the floor, or its own bid where there is no floor.
         */
        SECOND_PRICE
    }

    /** An auction at first price that sells to one, with the highest bid deciding. */
    public static Auction exclusive(BigDecimal floor) {
        return new Auction(floor, 1, Choice.HIGHEST_BID, Charge.FIRST_PRICE);
    }

    /**
     * What an auction came to.
     *
     * @param wins who gets the lead, the best first; empty when nobody does
     * @param losses who does not, in the order of the bids
     */
    public record Award(List<Win> wins, List<Loss> losses) {
        public Award {
            wins = List.copyOf(wins);
            losses = List.copyOf(losses);
        }

        /** What all winners pay together. */
        public BigDecimal total() {
            return wins.stream().map(Win::pays).reduce(BigDecimal.ZERO, BigDecimal::add);
        }
    }

    /** A bid that wins, and what it pays. */
    public record Win(AuctionBid bid, BigDecimal pays) {}

    /**
     * A bid that gets nothing.
     *
     * @param behind by how much it was too low: below the floor, or below the bid or the sum that won
     */
    public record Loss(AuctionBid bid, Cause cause, BigDecimal behind) {}

    /** Why a bid gets nothing. */
    public enum Cause {
        /** Not above zero. */
        NO_BID,
        BELOW_FLOOR,
        /** Others paid more. */
        OUTBID,
        /** Wants the lead for itself, and others have it. */
        NOT_ALONE
    }

    /** Who gets a lead that nobody has yet. */
    public Award award(List<AuctionBid> bids) {
        return award(bids, 0);
    }

    /**
     * Who gets a lead that {@code sold} others have taken at shared prices: exclusive bids take no part then.
     *
     * @param sold 0 to {@code maxBuyers}
     */
    public Award award(List<AuctionBid> bids, int sold) {
        List<AuctionBid> best = bids.stream()
                .filter(bid -> obstacle(bid, sold) == null)
                .sorted(BEST_FIRST)
                .toList();
        List<AuctionBid> winners = winners(best, maxBuyers - sold);
        List<Win> wins = winners.stream()
                .map(bid -> new Win(bid, pays(bid, best, winners)))
                .toList();
        return new Award(wins, losses(bids, winners, sold));
    }

    private @Nullable Cause obstacle(AuctionBid bid, int sold) {
        if (bid.price().signum() <= 0) {
            return Cause.NO_BID;
        }
        if (bid.price().compareTo(floor) < 0) {
            return Cause.BELOW_FLOOR;
        }
        return bid.exclusive() && sold > 0 ? Cause.NOT_ALONE : null;
    }

    private List<AuctionBid> winners(List<AuctionBid> best, int places) {
        List<AuctionBid> shared =
                best.stream().filter(bid -> !bid.exclusive()).limit(places).toList();
        Optional<AuctionBid> alone = best.stream().filter(AuctionBid::exclusive).findFirst();
        if (alone.isEmpty()) {
            return shared;
        }
        boolean wins = choice == Choice.HIGHEST_BID
                ? best.get(0).equals(alone.get())
                : alone.get().price().compareTo(sum(shared)) >= 0;
        return wins ? List.of(alone.get()) : shared;
    }

    private static BigDecimal sum(List<AuctionBid> bids) {
        return bids.stream().map(AuctionBid::price).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private BigDecimal pays(AuctionBid winner, List<AuctionBid> best, List<AuctionBid> winners) {
        if (charge == Charge.FIRST_PRICE) {
            return winner.price();
        }
        Optional<BigDecimal> second = best.stream()
                .filter(bid -> !winners.contains(bid))
                .map(bid -> bid.price().add(STEP))
                .findFirst();
        BigDecimal least = floor.signum() > 0 ? floor : winner.price();
        return second.orElse(least).max(floor).min(winner.price());
    }

    private List<Loss> losses(List<AuctionBid> bids, List<AuctionBid> winners, int sold) {
        List<Loss> losses = new ArrayList<>();
        for (AuctionBid bid : bids) {
            if (!winners.contains(bid)) {
                Cause cause = obstacle(bid, sold);
                losses.add(new Loss(bid, cause == null ? Cause.OUTBID : cause, behind(bid, cause, winners)));
            }
        }
        return losses;
    }

    private BigDecimal behind(AuctionBid bid, @Nullable Cause cause, List<AuctionBid> winners) {
        if (cause == Cause.BELOW_FLOOR || cause == Cause.NO_BID) {
            return floor.subtract(bid.price()).max(BigDecimal.ZERO);
        }
        BigDecimal won = bid.exclusive() && choice == Choice.BEST_TOTAL ? sum(winners) : least(winners);
        return won.subtract(bid.price()).max(BigDecimal.ZERO);
    }

    private static BigDecimal least(List<AuctionBid> winners) {
        return winners.isEmpty()
                ? BigDecimal.ZERO
                : winners.get(winners.size() - 1).price();
    }
}
