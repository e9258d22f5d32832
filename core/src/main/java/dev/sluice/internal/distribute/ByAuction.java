package dev.sluice.internal.distribute;

import static java.util.Objects.requireNonNull;

import dev.sluice.distribution.Auction;
import dev.sluice.distribution.Auction.Award;
import dev.sluice.distribution.Auction.Loss;
import dev.sluice.distribution.Auction.Win;
import dev.sluice.distribution.AuctionBid;
import dev.sluice.event.Event;
import dev.sluice.flow.Strategy;
import dev.sluice.internal.Contender;
import dev.sluice.internal.LeadRun;
import dev.sluice.internal.Offer;
import dev.sluice.internal.caps.CapSet;
import dev.sluice.internal.caps.Due;
import dev.sluice.internal.mapping.ValueSource;
import dev.sluice.internal.pricing.Money;
import dev.sluice.internal.record.Facts;
import dev.sluice.store.CounterKey;
import dev.sluice.store.Reads;
import dev.sluice.store.View;
import dev.sluice.templates.TemplateException;
import dev.sluice.types.Arr;
import dev.sluice.types.At;
import dev.sluice.types.Num;
import dev.sluice.types.Obj;
import dev.sluice.types.Shape;
import dev.sluice.types.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Pings all, then posts to those who bid best; who refuses makes room for the next bid. All bids and what they came to
 * are recorded before the first post.
 */
public final class ByAuction implements Seller {
    private static final Shape PLANNED = Shape.of("floor", "bids");

    private final String step;
    private final int maxBuyers;
    private final Strategy.PingPost terms;
    private final ValueSource floor;
    private final Pings pings;

    public ByAuction(String step, int maxBuyers, Strategy.PingPost terms, ValueSource floor, Pings pings) {
        this.step = step;
        this.maxBuyers = maxBuyers;
        this.terms = terms;
        this.floor = floor;
        this.pings = pings;
    }

    @Override
    public Event plan(Planning planning) {
        LeadRun run = planning.run();
        List<PingedBid> answers = pings.ask(run, withRoom(planning), planning.at());
        BigDecimal floor = floor(run, planning.at());
        List<AuctionBid> bids = answers.stream()
                .map(PingedBid::inAuction)
                .flatMap(Optional::stream)
                .toList();
        Map<String, Contender> bidders = new HashMap<>();
        answers.forEach(answer -> bidders.put(answer.contender().id(), answer.contender()));
        List<Contender> order = auction(floor).award(bids, planning.sold()).wins().stream()
                .map(win -> requireNonNull(bidders.get(win.bid().bidder()), "bidder"))
                .toList();
        List<Value> facts = answers.stream().map(PingedBid::facts).toList();
        Obj told = Obj.of(PLANNED, Num.of(floor), Arr.of(facts));
        return planning.record(new Planning.Order(order, told, Obj.EMPTY));
    }

    private Auction auction(BigDecimal floor) {
        return new Auction(floor, maxBuyers, terms.choice(), terms.charge());
    }

    @Override
    public void sell(LeadRun run, Event plan, Sale sale) {
        Round round = new Round(run, sale, plan);
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
    private static List<Contender> withRoom(Planning planning) {
        LeadRun run = planning.run();
        List<Contender> contenders = planning.contenders();
        Map<Contender, List<Due>> caps = new LinkedHashMap<>();
        List<CounterKey> counters = new ArrayList<>();
        for (Contender contender : contenders) {
            List<Due> due = contender.recipient().caps().due(run.scope(), planning.at());
            caps.put(contender, due);
            counters.addAll(CapSet.counters(due));
        }
        if (counters.isEmpty()) {
            return contenders;
        }
        Reads reads = Reads.counters(counters.stream().distinct().toList());
        Map<Contender, String> full =
                run.write(reads, (view, changes) -> full(planning, caps, view)).decided();
        full.forEach(planning::passOver);
        return contenders.stream()
                .filter(contender -> !full.containsKey(contender))
                .toList();
    }

    /** Why there is no room with some of them. */
    private static Map<Contender, String> full(Planning planning, Map<Contender, List<Due>> caps, View view) {
        Map<Contender, String> full = new LinkedHashMap<>();
        caps.forEach((contender, due) -> {
            Due first = CapSet.full(due, view);
            if (first != null) {
                full.put(
                        contender,
                        first.cap().reason(first, view, planning.run().scope(), planning.at()));
            }
        });
        return full;
    }

    /** The bids of one tier as they were recorded, and what becomes of them. */
    private final class Round {
        private final LeadRun run;
        private final Sale sale;
        private final Auction auction;
        private final List<PingedBid> answers;
        private final Map<String, Contender> bidders = new LinkedHashMap<>();
        private final List<AuctionBid> left = new ArrayList<>();
        private final Award first;
        private Award award;

        Round(LeadRun run, Sale sale, Event plan) {
            this.run = run;
            this.sale = sale;
            this.auction = auction(Facts.amount(plan.facts().get("floor")));
            this.answers = Facts.all(plan.facts().get("bids")).stream()
                    .map(bid -> PingedBid.recorded(bid, sale))
                    .toList();
            answers.forEach(answer -> answer.inAuction().ifPresent(bid -> {
                bidders.put(bid.bidder(), answer.contender());
                left.add(bid);
            }));
            this.first = auction.award(left, sale.sold());
            this.award = first;
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
            Offer offer = new Offer(run, buyer.recipient(), step, win.pays(), run.at());
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
