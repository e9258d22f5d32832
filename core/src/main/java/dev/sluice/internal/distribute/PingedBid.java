package dev.sluice.internal.distribute;

import dev.sluice.delivery.Bid;
import dev.sluice.distribution.AuctionBid;
import dev.sluice.internal.Contender;
import dev.sluice.internal.record.Facts;
import dev.sluice.types.Bool;
import dev.sluice.types.Num;
import dev.sluice.types.Obj;
import dev.sluice.types.Shape;
import dev.sluice.types.Text;
import dev.sluice.types.Value;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a contender answered to a ping.
 *
 * @param why there is no bid that counts; null when there is
 * @param millis how long the answer took
 * @param digest of what was asked
 */
record PingedBid(Contender contender, Bid bid, @Nullable String why, long millis, Value digest) {
    private static final Shape FACTS = Shape.of("id", "price", "exclusive", "reason", "ms", "request_digest");

    static PingedBid none(Contender contender, String why, long millis) {
        return new PingedBid(contender, Bid.none(why), why, millis, Value.missing());
    }

    PingedBid to(Value question) {
        return new PingedBid(contender, bid, why, millis, question);
    }

    /** A bid as a plan tells of it. */
    static PingedBid recorded(Value bid, Sale sale) {
        Value reason = bid.part("reason");
        Value price = bid.part("price");
        boolean alone = bid.part("exclusive").text().equals("true");
        BigDecimal amount = price.isMissing() ? null : Facts.amount(price);
        return new PingedBid(
                sale.contender(bid.part("id").text()),
                new Bid(amount, alone, amount == null ? reason.text() : null, Obj.EMPTY),
                reason.isMissing() ? null : reason.text(),
                Facts.amount(bid.part("ms")).longValue(),
                bid.part("request_digest"));
    }

    /** The bid as it takes part in an auction; empty when it takes none. */
    Optional<AuctionBid> inAuction() {
        BigDecimal price = bid.offer().orElse(null);
        if (why != null || price == null) {
            return Optional.empty();
        }
        int priority = contender.recipient().step().standing().priority();
        return Optional.of(new AuctionBid(contender.id(), price, bid.exclusive(), priority));
    }

    Value facts() {
        Value price = bid.offer().<Value>map(Num::of).orElse(Value.missing());
        Value exclusive = bid.exclusive() ? Bool.TRUE : Value.missing();
        Value reason = why == null ? Value.missing() : new Text(why);
        return Obj.of(FACTS, new Text(contender.id()), price, exclusive, reason, Num.of(millis), digest);
    }
}
