package dev.sluice.examples;

import static dev.sluice.testkit.flow.FlowAssertions.assertThat;

import dev.sluice.PingResult;
import dev.sluice.delivery.Bid;
import dev.sluice.delivery.DeliveryPlugin;
import dev.sluice.delivery.DeliveryRequest;
import dev.sluice.delivery.DeliveryResult;
import dev.sluice.delivery.Enrichment;
import dev.sluice.delivery.Outcome;
import dev.sluice.delivery.testkit.ScriptedBuyer.Reply;
import dev.sluice.delivery.testkit.ScriptedEnricher;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.testkit.flow.FlowTester;
import dev.sluice.types.Lead;
import java.math.BigDecimal;
import java.nio.file.Path;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** What each flow of the gallery is there to show. */
class GalleryFlowsTest {
    private static FlowTester flow(String name) {
        return FlowTester.of(FlowDefinition.read(Path.of("gallery", name, "flow.json")));
    }

    private static Lead from(String state) {
        return Lead.from("web").with("email", "ann@example.com").with("state", state);
    }

    private static DeliveryPlugin bidding(String price) {
        return bidding(Bid.of(new BigDecimal(price)));
    }

    private static DeliveryPlugin bidding(Bid bid) {
        return new DeliveryPlugin() {
            @Override
            public Bid ping(DeliveryRequest request) {
                return bid;
            }

            @Override
            public DeliveryResult deliver(DeliveryRequest request) {
                return DeliveryResult.success();
            }
        };
    }

    @Test
    void parallel_gives_a_lead_to_all_who_want_it() {
        try (FlowTester flow = flow("parallel").buyer("picky", Reply.REJECT)) {
            assertThat(flow.submit(from("TX")))
                    .wasAccepted()
                    .deliveredTo("crm")
                    .deliveredTo("texan")
                    .atPrice("9")
                    .offeredTo("picky", Outcome.FAILURE);
            assertThat(flow.submit(from("CA"))).deliveredTo("crm").notDeliveredTo("texan");
        }
    }

    @Test
    void round_robin_goes_around() {
        try (FlowTester flow = flow("round-robin")) {
            assertThat(flow.submit(from("TX"))).deliveredTo("ann").atPrice("10");
            assertThat(flow.submit(from("TX"))).deliveredTo("bob");
            assertThat(flow.submit(from("CA"))).deliveredTo("cid");
        }
    }

    @Test
    void weighted_sells_to_one_of_both() {
        try (FlowTester flow = flow("weighted").buyer("three", Reply.REJECT)) {
            assertThat(flow.submit(from("TX"))).deliveredTo("one").atPrice("10");
        }
    }

    @Test
    void the_score_decides_and_a_low_one_is_left_out() {
        try (FlowTester flow = flow("score").buyer("steady", Reply.REJECT)) {
            assertThat(flow.submit(from("TX"))).deliveredTo("texan").atPrice("12");
            assertThat(flow.submit(from("CA")))
                    .offeredTo("steady", Outcome.FAILURE)
                    .notDeliveredTo("weak");
        }
    }

    @Test
    void tiers_come_one_after_the_other() {
        try (FlowTester flow = flow("tiers")) {
            assertThat(flow.submit(from("TX"))).deliveredTo("gold-a").atPrice("30");
            assertThat(flow.submit(from("CA"))).deliveredTo("silver").atPrice("12");
        }
    }

    @Test
    void the_highest_bid_wins_an_auction_and_the_next_when_it_refuses() {
        try (FlowTester flow = flow("auction-exclusive")
                .buyer("low", bidding("8"))
                .buyer("middle", bidding("15"))
                .buyer("high", bidding("25"))) {
            assertThat(flow.submit(from("TX")))
                    .deliveredTo("high")
                    .atPrice("25")
                    .notDeliveredTo("middle");
        }
    }

    @Test
    void the_second_price_is_paid() {
        try (FlowTester flow = flow("second-price")
                .buyer("high", bidding("25"))
                .buyer("middle", bidding("15"))
                .buyer("low", bidding("8"))) {
            assertThat(flow.submit(from("TX"))).deliveredTo("high").atPrice("15.01");
        }
    }

    @Test
    void two_who_share_a_lead_pay_more_than_one() {
        try (FlowTester flow = flow("auction-shared")
                .buyer("alone", bidding(Bid.exclusive(new BigDecimal("30"))))
                .buyer("share-a", bidding("14"))
                .buyer("share-b", bidding("18"))
                .buyer("share-c", bidding("9"))) {
            assertThat(flow.submit(from("TX")))
                    .deliveredTo("share-b")
                    .deliveredTo("share-a")
                    .notDeliveredTo("alone")
                    .notDeliveredTo("share-c");
        }
    }

    @Test
    void a_lender_buys_what_it_lends_for() {
        try (FlowTester flow = flow("lead-buyer")) {
            Lead lead = Lead.from("own-form").with("email", "ann@example.com").with("phone_1", "(512) 789-1111");
            assertThat(flow.submit(lead.with("state", "TX")))
                    .wasAccepted()
                    .deliveredTo("crm")
                    .costs("0");
            assertThat(flow.submit(lead.with("state", "OH"))).wasRejected().forReason("State not in approved list");
        }
    }

    @Test
    void an_exchange_sells_to_two_and_stops_internet_lines() {
        Lead lead = Lead.from("affiliates")
                .with("email", "ann@example.com")
                .with("mobile", "512-789-1111")
                .with("state", "TX")
                .with("roof_age", "25");
        try (FlowTester flow = flow("lead-seller")) {
            flow.lookUp("phone-intel", ScriptedEnricher.answering(Enrichment.of("line_type", "mobile")));
            assertThat(flow.submit(lead))
                    .wasAccepted()
                    .deliveredTo("premier")
                    .atPrice("38")
                    .deliveredTo("homestead");
        }
        try (FlowTester flow = flow("lead-seller")) {
            flow.lookUp("phone-intel", ScriptedEnricher.answering(Enrichment.of("line_type", "voip")));
            assertThat(flow.submit(lead)).wasRejected().forReason("Internet telephone line");
        }
    }

    @Test
    void a_ping_is_answered_with_a_price_and_the_lead_is_auctioned() {
        Lead ping = Lead.from("clicks")
                .credential("clicks-2026")
                .with("state", "CO")
                .with("credit_score", "720");
        try (FlowTester flow = flow("ping-seller")) {
            flow.buyer("summit", bidding("45")).buyer("mesa", bidding("28")).buyer("canyon", bidding("16"));

            PingResult bid = flow.ping(ping);
            Assertions.assertThat(bid.price()).isEqualByComparingTo("20");

            Lead lead = ping.with("ping_id", bid.pingId().orElseThrow()).with("email", "ann@example.com");
            assertThat(flow.submit(lead))
                    .wasAccepted()
                    .deliveredTo("summit")
                    .atPrice("28.01")
                    .costs("20");
        }
    }
}
