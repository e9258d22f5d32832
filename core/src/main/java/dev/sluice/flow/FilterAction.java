package dev.sluice.flow;

import static java.util.Objects.requireNonNull;

import dev.sluice.delivery.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * What a filter does with a lead.
 *
 * @param kind goes on, skips or stops
 * @param target the step to go on at, for a skip; it must come later
 * @param outcome of the lead, for a stop
 * @param outcomeOf the step whose outcome the lead gets, for a stop; null for {@code outcome}
 * @param reason a template, for a stop; null for what the rules say
 */
public record FilterAction(
        Kind kind,
        @Nullable String target,
        Outcome outcome,
        @Nullable String outcomeOf,
        @Nullable String reason) {
    /** Goes on with the next step. */
    public static final FilterAction CONTINUE = new FilterAction(Kind.CONTINUE, null, Outcome.SUCCESS, null, null);
    /** Stops with a failure. */
    public static final FilterAction STOP = stop(Outcome.FAILURE, null);

    public FilterAction {
        requireNonNull(kind, "kind");
        requireNonNull(outcome, "outcome");
    }

    /** How a lead goes on after a filter. */
    public enum Kind {
        CONTINUE,
        SKIP_TO,
        STOP
    }

    /** Goes on at a later step. */
    public static FilterAction skipTo(String step) {
        return new FilterAction(Kind.SKIP_TO, requireNonNull(step, "step"), Outcome.SUCCESS, null, null);
    }

    /** Stops with an outcome. */
    public static FilterAction stop(Outcome outcome, @Nullable String reason) {
        return new FilterAction(Kind.STOP, null, outcome, null, reason);
    }

    /** Stops with the outcome that an earlier step had. */
    public static FilterAction stopLike(String step, @Nullable String reason) {
        return new FilterAction(Kind.STOP, null, Outcome.FAILURE, requireNonNull(step, "step"), reason);
    }
}
