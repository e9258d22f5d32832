package dev.sluice.feedback;

import static java.util.Objects.requireNonNull;

import dev.sluice.rules.RuleSet;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * What was agreed about one type of feedback: when it is taken, and what it does to the books. Immutable.
 *
 * @param type which
 * @param maximumAge since the delivery; any when empty
 * @param reasons one of these must be given; any when empty
 * @param ruleSet over the lead as it ended, with {@code feedback.type}, {@code feedback.value} and {@code feedback.reason}
 * @param limit how many of a recipient in a time; any number when empty
 * @param credit how much of the sale goes back, in percent; 0 for none
 * @param costCredit how much of what the lead cost goes back when the source takes the feedback, in percent
 */
public record FeedbackTerms(
        String type,
        Optional<Duration> maximumAge,
        Set<String> reasons,
        Optional<RuleSet> ruleSet,
        Optional<Limit> limit,
        BigDecimal credit,
        BigDecimal costCredit) {
    private static final BigDecimal ALL = BigDecimal.valueOf(100);

    public FeedbackTerms {
        requireNonNull(type, "type");
        requireNonNull(maximumAge, "maximumAge");
        reasons = Set.copyOf(reasons);
        requireNonNull(ruleSet, "ruleSet");
        requireNonNull(limit, "limit");
        percent(credit);
        percent(costCredit);
    }

    private static void percent(BigDecimal share) {
        if (share.signum() < 0 || share.compareTo(ALL) > 0) {
            throw new IllegalArgumentException("a credit is 0 to 100 percent, not " + share);
        }
    }

    /**
     * So many of one recipient in each window of this length, counted from 1970 in UTC. Where both are given both hold.
     *
     * @param most how many are taken in the window in which they come; any number when empty
     * @param percent how many of the deliveries that the recipient got in one window may come back, in percent of all that it
     *     got there so far, whenever they come; any when empty
     * @param window at least a second
     */
    public record Limit(Optional<Long> most, Optional<BigDecimal> percent, Duration window) {
        public Limit {
            if (most.orElse(0L) < 0 || window.toSeconds() < 1) {
                throw new IllegalArgumentException("a limit is 0 or more in a second or more");
            }
            percent.ifPresent(FeedbackTerms::percent);
        }
    }

    /** Conversions, without limits; nothing goes back. */
    public static FeedbackTerms conversions() {
        return of(FeedbackItem.CONVERSION);
    }

    /** Returns, without limits; the whole sale goes back. */
    public static FeedbackTerms returns() {
        return of(FeedbackItem.RETURN).credit(ALL, BigDecimal.ZERO);
    }

    /** Any type, without limits; nothing goes back. */
    public static FeedbackTerms of(String type) {
        return new FeedbackTerms(
                type, Optional.empty(), Set.of(), Optional.empty(), Optional.empty(), BigDecimal.ZERO, BigDecimal.ZERO);
    }

    public FeedbackTerms within(Duration age) {
        return new FeedbackTerms(type, Optional.of(age), reasons, ruleSet, limit, credit, costCredit);
    }

    public FeedbackTerms reasons(Set<String> allowed) {
        return new FeedbackTerms(type, maximumAge, allowed, ruleSet, limit, credit, costCredit);
    }

    public FeedbackTerms when(RuleSet rules) {
        return new FeedbackTerms(type, maximumAge, reasons, Optional.of(rules), limit, credit, costCredit);
    }

    public FeedbackTerms atMost(long number, Duration window) {
        return limited(new Limit(Optional.of(number), Optional.empty(), window));
    }

    /** Of what a recipient got in each window, so many percent. */
    public FeedbackTerms atMost(BigDecimal percent, Duration window) {
        return limited(new Limit(Optional.empty(), Optional.of(percent), window));
    }

    public FeedbackTerms limited(Limit to) {
        return new FeedbackTerms(type, maximumAge, reasons, ruleSet, Optional.of(to), credit, costCredit);
    }

    /** With what goes back to the buyer, and from the source, in percent. */
    public FeedbackTerms credit(BigDecimal ofSale, BigDecimal ofCost) {
        return new FeedbackTerms(type, maximumAge, reasons, ruleSet, limit, ofSale, ofCost);
    }
}
