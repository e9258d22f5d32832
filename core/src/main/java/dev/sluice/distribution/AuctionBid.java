package dev.sluice.distribution;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;

/**
 * A bid that came in time and whose terms the lead meets.
 *
 * @param price what the bidder would pay
 * @param exclusive whether the price holds only if nobody else gets the lead
 * @param priority decides between equal prices, a lower number wins; 0 by default
 */
public record AuctionBid(String bidder, BigDecimal price, boolean exclusive, int priority) {
    public AuctionBid {
        requireNonNull(bidder, "bidder");
        requireNonNull(price, "price");
    }

    /** A bid for a lead that others may get as well. */
    public static AuctionBid shared(String bidder, String price) {
        return new AuctionBid(bidder, new BigDecimal(price), false, 0);
    }

    /** A bid for a lead that nobody else gets. */
    public static AuctionBid exclusive(String bidder, String price) {
        return new AuctionBid(bidder, new BigDecimal(price), true, 0);
    }

    public AuctionBid priority(int number) {
        return new AuctionBid(bidder, price, exclusive, number);
    }
}
