package dev.sluice.distribution;

import static dev.sluice.distribution.AuctionBid.exclusive;
import static dev.sluice.distribution.AuctionBid.shared;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.distribution.Auction.Award;
import dev.sluice.distribution.Auction.Cause;
import dev.sluice.distribution.Auction.Charge;
import dev.sluice.distribution.Auction.Choice;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuctionTest {
    private static final Auction ONE = Auction.exclusive(new BigDecimal("15"));

    private static Auction of(int maxBuyers, Choice choice, Charge charge) {
        return new Auction(new BigDecimal("15"), maxBuyers, choice, charge);
    }

    private static String wins(Award award) {
        StringBuilder text = new StringBuilder();
        award.wins().forEach(win -> text.append(win.bid().bidder())
                .append('=')
                .append(win.pays())
                .append(' '));
        return text.toString().strip();
    }

    @Test
    void the_highest_bid_wins_at_its_own_price() {
        Award award = ONE.award(List.of(shared("a", "20"), shared("b", "22.50"), shared("c", "21")));

        assertThat(wins(award)).isEqualTo("b=22.50");
        assertThat(award.losses()).extracting(loss -> loss.behind().toString()).containsExactly("2.50", "1.50");
        assertThat(award.losses()).extracting(Auction.Loss::cause).containsOnly(Cause.OUTBID);
    }

    @Test
    void bids_below_the_floor_and_of_nothing_take_no_part() {
        Award award = ONE.award(List.of(shared("a", "14.99"), shared("b", "0"), shared("c", "-3"), shared("d", "15")));

        assertThat(wins(award)).isEqualTo("d=15");
        assertThat(award.losses())
                .extracting(Auction.Loss::cause)
                .containsExactly(Cause.BELOW_FLOOR, Cause.NO_BID, Cause.NO_BID);
        assertThat(award.losses().get(0).behind()).isEqualByComparingTo("0.01");
    }

    @Test
    void equal_prices_go_by_priority_then_by_order() {
        assertThat(wins(ONE.award(List.of(shared("a", "20"), shared("b", "20.0")))))
                .isEqualTo("a=20");
        assertThat(wins(ONE.award(
                        List.of(shared("a", "20").priority(2), shared("b", "20").priority(1)))))
                .isEqualTo("b=20");
    }

    @Test
    void the_highest_bid_says_whether_a_lead_is_shared() {
        Auction three = of(3, Choice.HIGHEST_BID, Charge.FIRST_PRICE);
        List<AuctionBid> bids = List.of(
                shared("a", "20"), exclusive("x", "30"), shared("b", "19"), shared("c", "18"), shared("d", "17"));

        assertThat(wins(three.award(bids))).isEqualTo("x=30");
        List<AuctionBid> lower = new ArrayList<>(bids);
        lower.set(1, exclusive("x", "19.50"));
        assertThat(wins(three.award(lower))).isEqualTo("a=20 b=19 c=18");
    }

    @Test
    void the_best_sum_of_shared_bids_can_beat_a_higher_exclusive_one() {
        Auction three = of(3, Choice.BEST_TOTAL, Charge.FIRST_PRICE);
        List<AuctionBid> bids =
                List.of(shared("a", "20"), exclusive("x", "56.99"), shared("b", "19"), shared("c", "18"));

        Award award = three.award(bids);
        assertThat(wins(award)).isEqualTo("a=20 b=19 c=18");
        assertThat(award.losses().get(0).behind()).isEqualByComparingTo("0.01");

        List<AuctionBid> equal = new ArrayList<>(bids);
        equal.set(1, exclusive("x", "57"));
        assertThat(wins(three.award(equal))).isEqualTo("x=57");
    }

    @Test
    void at_second_price_the_winner_pays_a_cent_more_than_the_best_loser() {
        Auction second = of(1, Choice.HIGHEST_BID, Charge.SECOND_PRICE);

        assertThat(wins(second.award(List.of(shared("a", "40"), shared("b", "22")))))
                .isEqualTo("a=22.01");
        assertThat(wins(second.award(List.of(shared("a", "40"), shared("b", "40")))))
                .isEqualTo("a=40");
        assertThat(wins(second.award(List.of(shared("a", "40"), shared("b", "12")))))
                .isEqualTo("a=15");
        assertThat(wins(second.award(List.of(shared("a", "40"))))).isEqualTo("a=15");
        assertThat(wins(new Auction(BigDecimal.ZERO, 1, Choice.HIGHEST_BID, Charge.SECOND_PRICE)
                        .award(List.of(shared("a", "40")))))
                .isEqualTo("a=40");
    }

    @Test
    void who_was_refused_makes_room_for_the_next_bid() {
        Auction two = of(2, Choice.HIGHEST_BID, Charge.FIRST_PRICE);
        List<AuctionBid> left = List.of(exclusive("x", "30"), shared("c", "18"), shared("d", "17"));

        Award award = two.award(left, 1);

        assertThat(wins(award)).isEqualTo("c=18");
        assertThat(award.losses()).extracting(Auction.Loss::cause).containsExactly(Cause.NOT_ALONE, Cause.OUTBID);
    }

    @Test
    void a_second_price_on_sums_is_refused() {
        assertThatThrownBy(() -> of(2, Choice.BEST_TOTAL, Charge.SECOND_PRICE)).hasMessageContaining("highest bid");
        assertThatThrownBy(() -> of(0, Choice.BEST_TOTAL, Charge.FIRST_PRICE)).hasMessageContaining("at least 1");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void awards_keep_their_laws(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 2_000; round++) {
            Choice choice = Choice.values()[random.nextInt(2)];
            Charge charge = choice == Choice.BEST_TOTAL ? Charge.FIRST_PRICE : Charge.values()[random.nextInt(2)];
            Auction auction = of(1 + random.nextInt(4), choice, charge);
            List<AuctionBid> bids = bids(random);

            Award award = auction.award(bids);

            assertThat(award.wins().size() + award.losses().size()).isEqualTo(bids.size());
            assertThat(award.wins()).hasSizeLessThanOrEqualTo(auction.maxBuyers());
            award.wins().forEach(win -> {
                assertThat(win.pays()).isLessThanOrEqualTo(win.bid().price()).isGreaterThanOrEqualTo(auction.floor());
                assertThat(win.bid().exclusive())
                        .isEqualTo(win.bid().exclusive() && award.wins().size() == 1);
            });
            if (choice == Choice.BEST_TOTAL) {
                assertThat(award.total()).isEqualByComparingTo(bestTotal(bids, auction));
            }
            assertThat(award.wins().isEmpty())
                    .isEqualTo(bids.stream().noneMatch(bid -> bid.price().compareTo(auction.floor()) >= 0));
            Collections.shuffle(bids, random);
            assertThat(auction.award(bids).total()).isEqualByComparingTo(award.total());
        }
    }

    private static List<AuctionBid> bids(Random random) {
        List<AuctionBid> bids = new ArrayList<>();
        int count = random.nextInt(7);
        for (int i = 0; i < count; i++) {
            String price = BigDecimal.valueOf(random.nextInt(6_000), 2).toString();
            bids.add(random.nextInt(3) == 0 ? exclusive("b" + i, price) : shared("b" + i, price));
        }
        return bids;
    }

    /** The best that any set of bids that may win together brings, by trying them all. */
    private static BigDecimal bestTotal(List<AuctionBid> bids, Auction auction) {
        BigDecimal best = BigDecimal.ZERO;
        for (int set = 0; set < 1 << bids.size(); set++) {
            BigDecimal sum = BigDecimal.ZERO;
            boolean exclusive = false;
            boolean allowed = Integer.bitCount(set) <= auction.maxBuyers();
            for (int i = 0; i < bids.size(); i++) {
                if ((set >> i & 1) == 1) {
                    sum = sum.add(bids.get(i).price());
                    exclusive |= bids.get(i).exclusive();
                    allowed &= bids.get(i).price().compareTo(auction.floor()) >= 0;
                }
            }
            allowed &= !exclusive || Integer.bitCount(set) == 1;
            best = allowed && sum.compareTo(best) > 0 ? sum : best;
        }
        return best;
    }
}
