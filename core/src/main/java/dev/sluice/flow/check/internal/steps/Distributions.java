package dev.sluice.flow.check.internal.steps;

import dev.sluice.distribution.Auction.Charge;
import dev.sluice.distribution.Auction.Choice;
import dev.sluice.distribution.Candidate;
import dev.sluice.flow.DistributeStep;
import dev.sluice.flow.Entity;
import dev.sluice.flow.RecipientStep;
import dev.sluice.flow.Standing;
import dev.sluice.flow.StepDefinition;
import dev.sluice.flow.Strategy;
import dev.sluice.flow.check.Check;
import dev.sluice.flow.check.FlowVisitor;
import dev.sluice.flow.check.FlowWalk;
import dev.sluice.flow.check.Found;
import dev.sluice.flow.check.Place;
import dev.sluice.flow.check.Subject;
import dev.sluice.types.Num;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Distributions without anybody to sell to, with shares of nothing, and with auctions that cannot come to an end. */
final class Distributions implements Check {
    @Override
    public void check(Subject subject, Found found) {
        FlowWalk.through(subject.flow(), new FlowVisitor() {
            @Override
            public void step(Place place, StepDefinition step) {
                if (step instanceof DistributeStep distribution) {
                    sizes(place, distribution, found);
                    members(place, distribution, found);
                    if (distribution.strategy() instanceof Strategy.PingPost auction) {
                        auction(place, auction, found);
                    }
                }
            }
        });
    }

    private static void sizes(Place place, DistributeStep step, Found found) {
        if (step.maxBuyers() < 1) {
            found.error(
                    "no_buyers",
                    place.pointer() + "/maxBuyers",
                    "a lead is sold to at least 1 buyer, not to " + step.maxBuyers());
        }
        if (step.recipients().isEmpty()) {
            found.warning(
                    "no_recipients",
                    place.pointer() + "/recipients",
                    "the distribution has no recipients, so no lead finds a buyer; add some");
        }
    }

    private static void members(Place place, DistributeStep step, Found found) {
        Set<String> buyers = new HashSet<>();
        Set<Integer> tiers = new TreeSet<>();
        List<RecipientStep> recipients = step.recipients();
        for (int i = 0; i < recipients.size(); i++) {
            String pointer = place.pointer() + "/recipients/" + i;
            standing(pointer, recipients.get(i).standing(), found);
            tiers.add(recipients.get(i).standing().tier());
            Entity buyer = recipients.get(i).entity();
            if (buyer != null && !buyers.add(buyer.id())) {
                found.warning(
                        "repeated_buyer",
                        pointer + "/entity",
                        "a buyer gets a lead once, and '" + buyer.id() + "' is named before; keep one of the two");
            }
        }
        tiers(place, tiers, found);
    }

    private static void standing(String pointer, Standing standing, Found found) {
        if (standing.weight() < 1 || standing.weight() > Candidate.MAX_WEIGHT) {
            found.error(
                    "weight_out_of_range",
                    pointer + "/weight",
                    "a weight is from 1 to " + Candidate.MAX_WEIGHT + ", not " + standing.weight()
                            + "; disable a recipient that is to get nothing");
        }
        if (standing.tier() < 1) {
            found.error("tier_out_of_range", pointer + "/tier", "a tier is 1 or more, not " + standing.tier());
        }
    }

    private static void tiers(Place place, Set<Integer> tiers, Found found) {
        int expected = 1;
        for (int tier : tiers) {
            if (tier > expected) {
                found.warning(
                        "empty_tier",
                        place.pointer() + "/recipients",
                        "no recipient is in tier " + expected + ", though some are in tier " + tier);
                return;
            }
            expected = Math.max(tier, 0) + 1;
        }
    }

    private static void auction(Place place, Strategy.PingPost auction, Found found) {
        if (auction.floor() instanceof Num floor && floor.value().signum() < 0) {
            found.error("negative_floor", place.pointer() + "/floor", "a floor is 0 or more");
        } else if (auction.floor() instanceof Num floor && floor.value().signum() == 0) {
            found.warning(
                    "no_floor",
                    place.pointer() + "/floor",
                    "without a floor a lead goes for a cent when nobody bids more; set one");
        }
        if (auction.choice() == Choice.BEST_TOTAL && auction.charge() == Charge.SECOND_PRICE) {
            found.error(
                    "second_price_on_sums",
                    place.pointer() + "/pricing",
                    "a second price says nothing about sums; choose by the highest bid, or charge the first price");
        }
        positive(place.pointer() + "/pingTimeoutMs", auction.pingTimeout(), found);
        positive(place.pointer() + "/totalTimeoutMs", auction.totalTimeout(), found);
    }

    private static void positive(String pointer, Duration timeout, Found found) {
        if (timeout.isNegative() || timeout.isZero()) {
            found.error("no_time_to_bid", pointer, "bidders need some time; give at least 1 ms");
        }
    }
}
