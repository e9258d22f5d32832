package dev.sluice.internal;

import static java.util.Objects.requireNonNull;

import dev.sluice.distribution.Auction;
import dev.sluice.distribution.Auction.Award;
import dev.sluice.distribution.Auction.Loss;
import dev.sluice.distribution.Auction.Win;
import dev.sluice.distribution.AuctionBid;
import dev.sluice.event.EventType;
import dev.sluice.flow.Strategy;
import dev.sluice.store.CounterKey;
import dev.sluice.store.Reads;
import dev.sluice.store.View;
import dev.sluice.templates.TemplateException;
import dev.sluice.types.Arr;
import dev.sluice.types.At;
import dev.sluice.types.Num;
import dev.sluice.types.Obj;
import dev.sluice.types.Shape;
import dev.sluice.types.Text;
import dev.sluice.types.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Pings all, then posts to those who bid best; who refuses makes room for the next bid. All bids and what they came to
 * are recorded before the first post.
 */
final class ByAuction implements Seller {
    private static final Shape PLANNED = Shape.of("strategy", "tier", "floor", "order", "bids");

    private final String step;
    private final int maxBuyers;
    private final Strategy.PingPost terms;
    private final ValueSource floor;
    private final Pings pings;

    ByAuction(String step, int maxBuyers, Strategy.PingPost terms, ValueSource floor, Pings pings) {
        this.step = step;
        this.maxBuyers = maxBuyers;
        this.terms = terms;
        this.floor = floor;
        this.pings = pings;
    }

    @Override
    public void sell(LeadRun run, List<Contender> contenders, Sale sale) {
        At at = run.at();
        List<PingedBid> answers = pings.ask(run, withRoom(run, contenders, sale, at), at);
        Auction auction = new Auction(floor(run, at), maxBuyers, terms.choice(), terms.charge());
        Round round = new Round(run, sale, auction, answers);
        run.add(run.event(EventType.DISTRIBUTE_PLANNED, at).step(step).facts(round.facts()));
        round.post();
        round.explainLosses();
    }

    /** A floor that is no amount forbids nothing. */
    private BigDecimal floor(LeadRun run, At at) {
        try {
            return Money.of(floor.value(run.scope(), at)).orElse(BigDecimal.ZERO);
        } catch (TemplateException tooLarge) {
            return BigDecimal.ZERO;
        }
    }

    /** Those whose caps have room now; whether they still have is decided when one is taken. */
    private static List<Contender> withRoom(LeadRun run, List<Contender> contenders, Sale sale, At at) {
        Map<Contender, List<Due>> caps = new LinkedHashMap<>();
        List<CounterKey> counters = new ArrayList<>();
        for (Contender contender : contenders) {
            List<Due> due = contender.recipient().caps().due(run.scope(), at);
            caps.put(contender, due);
            counters.addAll(CapSet.counters(due));
        }
        if (counters.isEmpty()) {
            return contenders;
        }
        Reads reads = Reads.counters(counters.stream().distinct().toList());
        return run.write(reads, (view, changes) -> withRoom(run, caps, sale, view, at))
                .decided();
    }

    private static List<Contender> withRoom(LeadRun run, Map<Contender, List<Due>> caps, Sale sale, View view, At at) {
        List<Contender> free = new ArrayList<>(caps.size());
        caps.forEach((contender, due) -> {
            Due full = CapSet.full(due, view);
            if (full == null) {
                free.add(contender);
            } else {
                sale.passedOver(contender, full.cap().reason(full, view, run.scope(), at));
            }
        });
        return free;
    }

    /** The bids of one tier, and what becomes of them. */
    private final class Round {
        private final LeadRun run;
        private final Sale sale;
        private final Auction auction;
        private final List<PingedBid> answers;
        private final Map<String, Contender> bidders = new LinkedHashMap<>();
        private final List<AuctionBid> left = new ArrayList<>();
        private final Award first;
        private Award award;

        Round(LeadRun run, Sale sale, Auction auction, List<PingedBid> answers) {
            this.run = run;
            this.sale = sale;
            this.auction = auction;
            this.answers = answers;
            answers.forEach(answer -> answer.inAuction().ifPresent(bid -> {
                bidders.put(bid.bidder(), answer.contender());
                left.add(bid);
            }));
            this.first = auction.award(left, sale.sold());
            this.award = first;
        }

        Obj facts() {
            List<Value> order = award.wins().stream()
                    .<Value>map(win -> new Text(win.bid().bidder()))
                    .toList();
            Value tier = answers.isEmpty()
                    ? Value.missing()
                    : Num.of(answers.get(0).contender().tier());
            List<Value> bids = answers.stream().map(PingedBid::facts).toList();
            return Obj.of(PLANNED, new Text(terms.word()), tier, Num.of(auction.floor()), Arr.of(order), Arr.of(bids));
        }

        void post() {
            while (!sale.isOver() && !award.wins().isEmpty()) {
                Win win = award.wins().get(0);
                Contender buyer = bidder(win.bid());
                left.remove(win.bid());
                if (buyer.isFree(run)) {
                    post(buyer, win);
                } else {
                    sale.passedOver(buyer, Contender.HAS_THE_LEAD);
                }
                award = auction.award(left, sale.sold());
            }
        }

        private void post(Contender buyer, Win win) {
            Offer offer = new Offer(run, buyer.recipient(), step, win.pays());
            if (sale.offered(buyer, offer.make()) && win.bid().exclusive()) {
                sale.soldAlone();
            }
        }

        /** Says of each that was not asked why it was not. */
        void explainLosses() {
            for (PingedBid answer : answers) {
                if (answer.inAuction().isEmpty()) {
                    sale.passedOver(answer.contender(), answer.why() == null ? "No bid" : answer.why());
                }
            }
            for (Loss loss : first.losses()) {
                if (left.remove(loss.bid())) {
                    sale.passedOver(bidder(loss.bid()), text(loss));
                }
            }
            left.forEach(bid -> sale.passedOver(bidder(bid), sale.overBecause()));
        }

        private Contender bidder(AuctionBid bid) {
            return requireNonNull(bidders.get(bid.bidder()), "bidder");
        }

        private static String text(Loss loss) {
            String behind =
                    loss.behind().signum() == 0 ? "" : " by " + loss.behind().toPlainString();
            return switch (loss.cause()) {
                case NO_BID -> "No bid";
                case BELOW_FLOOR -> "Below the floor" + behind;
                case OUTBID -> "Outbid" + behind;
                case NOT_ALONE -> "Wants the lead alone, and it is shared";
            };
        }
    }
}
