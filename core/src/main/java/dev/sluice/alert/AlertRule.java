package dev.sluice.alert;

import static java.util.Objects.requireNonNull;

import dev.sluice.alert.Alert.Severity;
import dev.sluice.json.AlertJson;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;

/**
 * When to tell of something. Immutable.
 *
 * @param id names the rule in alerts and in what is kept
 * @param signal what it looks at
 * @param test what has to be the case
 * @param group whether each source, recipient or step is watched by itself
 * @param window the time that is looked at, at least a minute
 * @param minimumSample fewer events in the window say nothing
 * @param cooldown how long a group is not told of again
 * @param severity how bad it is
 */
public record AlertRule(
        String id,
        Signal signal,
        Test test,
        Group group,
        Duration window,
        int minimumSample,
        Duration cooldown,
        Severity severity) {
    public AlertRule {
        requireNonNull(id, "id");
        requireNonNull(signal, "signal");
        requireNonNull(test, "test");
        requireNonNull(group, "group");
        requireNonNull(severity, "severity");
        if (window.toMinutes() < 1 || cooldown.isNegative() || minimumSample < 0) {
            throw new IllegalArgumentException("a window is a minute or more, a cooldown and a sample 0 or more");
        }
    }

    /**
     * Reads rules from a JSON array; see {@link AlertJson}.
     *
     * @throws InvalidAlertRulesException with everything that is wrong with them
     */
    public static List<AlertRule> parse(String json) {
        return AlertJson.read(json);
    }

    /** Whether the signal has what the test asks for: amounts, times, reasons, ends. A rule of no use never tells anything. */
    public boolean isOfUse() {
        if (test instanceof AmountBelow || test instanceof AmountReaches) {
            return signal == Signal.MARGIN || signal == Signal.REVENUE;
        }
        if (test instanceof AverageAbove) {
            return signal == Signal.RESPONSE_TIME;
        }
        if (test instanceof NeverSeen) {
            return signal == Signal.REJECTION_REASON;
        }
        return !(test instanceof Pending) || signal == Signal.BATCH;
    }

    /** What is watched by itself. */
    public enum Group {
        ALL,
        SOURCE,
        /** The buyer's entity, else the step. */
        RECIPIENT,
        /** The batch of a file, else the step. */
        STEP
    }

    /** What has to be the case. */
    public sealed interface Test {}

    /** Hits in percent of the events in the window are below this. */
    public record ShareBelow(BigDecimal percent) implements Test {}

    /** Hits in percent of the events in the window are above this. */
    public record ShareAbove(BigDecimal percent) implements Test {}

    /** The average of the window, in milliseconds, is above this. */
    public record AverageAbove(long millis) implements Test {}

    /** There are this many hits in the window. */
    public record CountReaches(long hits) implements Test {}

    /**
     * Hits in the window are more than so many times those of an average window before.
     *
     * @param windows how many windows before make the average
     */
    public record SpikeAbove(BigDecimal times, int windows) implements Test {}

    /** Hits in percent of the events are below so many percent of the share in the windows before. */
    public record ShareDrops(BigDecimal toPercent, int windows) implements Test {}

    /** So many hits came one after the other. */
    public record InARow(long hits) implements Test {}

    /** One event has an amount below this. */
    public record AmountBelow(BigDecimal amount) implements Test {}

    /** One event has an amount of this or more. */
    public record AmountReaches(BigDecimal amount) implements Test {}

    /** A reason that was never seen before, once as many events as the sample have been. */
    public record NeverSeen() implements Test {}

    /** Nothing happens for as long as the window, after something did. */
    public record Silence() implements Test {}

    /** Something is begun and not ended for as long as the window. */
    public record Pending() implements Test {}

    /** The conditions that most hosts want, with the thresholds of the documents. */
    public static List<AlertRule> standard() {
        Duration quarter = Duration.ofMinutes(15);
        Duration hour = Duration.ofHours(1);
        return List.of(
                new AlertRule(
                        "delivery-failures-spike",
                        Signal.DELIVERY_FAILURE,
                        new SpikeAbove(new BigDecimal("2"), 8),
                        Group.ALL,
                        quarter,
                        10,
                        hour,
                        Severity.CRITICAL),
                new AlertRule(
                        "look-up-down",
                        Signal.LOOK_UP_FAULT,
                        new ShareAbove(new BigDecimal("50")),
                        Group.STEP,
                        Duration.ofMinutes(5),
                        5,
                        hour,
                        Severity.CRITICAL),
                new AlertRule(
                        "negative-margin",
                        Signal.MARGIN,
                        new AmountBelow(BigDecimal.ZERO),
                        Group.SOURCE,
                        quarter,
                        0,
                        hour,
                        Severity.WARNING),
                new AlertRule(
                        "source-quality-drop",
                        Signal.ACCEPTANCE,
                        new ShareDrops(new BigDecimal("70"), 8),
                        Group.SOURCE,
                        hour,
                        20,
                        hour,
                        Severity.WARNING),
                new AlertRule(
                        "slow-responses",
                        Signal.RESPONSE_TIME,
                        new AverageAbove(1_000),
                        Group.RECIPIENT,
                        quarter,
                        5,
                        hour,
                        Severity.WARNING),
                new AlertRule(
                        "delivery-success-low",
                        Signal.DELIVERY_SUCCESS,
                        new ShareBelow(new BigDecimal("95")),
                        Group.RECIPIENT,
                        quarter,
                        20,
                        hour,
                        Severity.WARNING),
                new AlertRule(
                        "repeated-failures",
                        Signal.DELIVERY_FAILURE,
                        new InARow(5),
                        Group.RECIPIENT,
                        hour,
                        0,
                        hour,
                        Severity.CRITICAL),
                new AlertRule(
                        "high-value-delivery",
                        Signal.REVENUE,
                        new AmountReaches(new BigDecimal("100")),
                        Group.ALL,
                        quarter,
                        0,
                        Duration.ZERO,
                        Severity.INFO),
                new AlertRule(
                        "unusual-rejection",
                        Signal.REJECTION_REASON,
                        new NeverSeen(),
                        Group.ALL,
                        hour,
                        100,
                        Duration.ZERO,
                        Severity.INFO),
                new AlertRule(
                        "authentication-errors",
                        Signal.AUTHENTICATION,
                        new CountReaches(3),
                        Group.RECIPIENT,
                        quarter,
                        0,
                        hour,
                        Severity.CRITICAL),
                new AlertRule(
                        "batch-delayed",
                        Signal.BATCH,
                        new Pending(),
                        Group.STEP,
                        Duration.ofHours(26),
                        0,
                        hour,
                        Severity.WARNING),
                new AlertRule(
                        "no-leads", Signal.SUBMISSION, new Silence(), Group.ALL, quarter, 0, hour, Severity.WARNING));
    }
}
