package dev.sluice.json.internal.step;

import dev.sluice.distribution.Auction.Charge;
import dev.sluice.distribution.Auction.Choice;
import dev.sluice.flow.Strategy;
import dev.sluice.json.internal.tree.Members;
import dev.sluice.json.internal.tree.Node;
import dev.sluice.json.internal.tree.Out;
import dev.sluice.json.internal.tree.Words;
import dev.sluice.types.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** How a distribution chooses: the word {@code strategy} of the step, and the settings that belong to that strategy. */
final class StrategyForm {
    static final Words<Function<Members, Strategy>> STRATEGIES = Words.<Function<Members, Strategy>>of(
                    "strategy", "unknown_word")
            .with(StrategyForm::waterfall, "waterfall", "failover", "priority")
            .with(StrategyForm::parallel, "parallel")
            .with(StrategyForm::roundRobin, "roundRobin")
            .with(StrategyForm::weighted, "weighted")
            .with(StrategyForm::score, "score")
            .with(StrategyForm::auction, "auction");
    static final Words<Choice> CHOICES = Words.<Choice>of("choice", "unknown_word")
            .with(Choice.HIGHEST_BID, "highestBid")
            .with(Choice.BEST_TOTAL, "bestTotal");
    static final Words<Charge> CHARGES = Words.<Charge>of("price rule", "unknown_word")
            .with(Charge.FIRST_PRICE, "first")
            .with(Charge.SECOND_PRICE, "second");
    private static final Set<String> OF_SCORE = Set.of("minimumScore", "scorer");
    private static final Set<String> OF_CHOICE = Set.of("maxBuyers");
    private static final Set<String> OF_AUCTION =
            Set.of("floor", "choice", "pricing", "pingTimeoutMs", "totalTimeoutMs", "pingFields");

    private StrategyForm() {}

    static Strategy read(Members members) {
        Function<Members, Strategy> form =
                members.or("strategy", word -> word.word(STRATEGIES, StrategyForm::waterfall), StrategyForm::waterfall);
        return form.apply(members);
    }

    private static Strategy waterfall(Members members) {
        members.refuse(OF_SCORE, "score").refuse(OF_AUCTION, "auction");
        return Strategy.WATERFALL;
    }

    private static Strategy parallel(Members members) {
        members.refuse(OF_SCORE, "score").refuse(OF_AUCTION, "auction").refuse(OF_CHOICE, "that chooses");
        return new Strategy.Parallel();
    }

    private static Strategy roundRobin(Members members) {
        members.refuse(OF_SCORE, "score").refuse(OF_AUCTION, "auction");
        return new Strategy.RoundRobin();
    }

    private static Strategy weighted(Members members) {
        members.refuse(OF_SCORE, "score").refuse(OF_AUCTION, "auction");
        return new Strategy.Weighted();
    }

    private static Strategy score(Members members) {
        members.refuse(OF_AUCTION, "auction");
        return new Strategy.Score(
                members.orNull("minimumScore", Node::decimal), members.orNull("scorer", ScorerForm::read));
    }

    private static Strategy auction(Members members) {
        members.refuse(OF_SCORE, "score");
        return new Strategy.PingPost(
                members.or("floor", StandingForm::number, Value.number(0)),
                members.or("choice", word -> word.word(CHOICES, Choice.HIGHEST_BID), Choice.HIGHEST_BID),
                members.or("pricing", word -> word.word(CHARGES, Charge.FIRST_PRICE), Charge.FIRST_PRICE),
                members.or("pingTimeoutMs", Node::duration, Strategy.PingPost.DEFAULT_PING_TIMEOUT),
                members.or("totalTimeoutMs", Node::duration, Strategy.PingPost.DEFAULT_TOTAL_TIMEOUT),
                members.list("pingFields", Node::text));
    }

    static Out write(Strategy strategy, Out out) {
        if (strategy instanceof Strategy.PingPost auction) {
            return write(auction, out.text("strategy", auction.word()));
        }
        if (strategy instanceof Strategy.Score score) {
            return out.text("strategy", score.word())
                    .optional("minimumScore", score.minimum(), Out::decimal)
                    .optional("scorer", score.scorer(), ScorerForm::write);
        }
        return out.unless(Strategy.WATERFALL.word(), "strategy", strategy.word(), Out::text);
    }

    private static Out write(Strategy.PingPost auction, Out out) {
        List<String> fields = auction.pingFields();
        return out.unless(Value.number(BigDecimal.ZERO), "floor", auction.floor(), floor -> floor)
                .unless(Choice.HIGHEST_BID, "choice", auction.choice(), choice -> Out.text(CHOICES.word(choice)))
                .unless(Charge.FIRST_PRICE, "pricing", auction.charge(), charge -> Out.text(CHARGES.word(charge)))
                .unless(Strategy.PingPost.DEFAULT_PING_TIMEOUT, "pingTimeoutMs", auction.pingTimeout(), Out::duration)
                .unless(
                        Strategy.PingPost.DEFAULT_TOTAL_TIMEOUT,
                        "totalTimeoutMs",
                        auction.totalTimeout(),
                        Out::duration)
                .list("pingFields", fields, Out::text);
    }
}
