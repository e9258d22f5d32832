package dev.sluice.delivery;

import static java.util.Objects.requireNonNull;

import dev.sluice.types.Obj;
import dev.sluice.types.Value;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What an enricher answered.
 *
 * @param outcome success, failure (the service has no answer) or error (it could not be asked)
 * @param reason why there is no data; null with success; never holds personal values
 * @param data what following steps may read as {@code appended.<key>.<name>}
 * @param cost what the look-up cost; zero by default
 * @param cached whether a cache answered
 */
public record Enrichment(Outcome outcome, @Nullable String reason, Obj data, BigDecimal cost, boolean cached) {
    public Enrichment {
        requireNonNull(outcome, "outcome");
        requireNonNull(data, "data");
        requireNonNull(cost, "cost");
    }

    /** An answer of one value. */
    public static Enrichment of(String name, @Nullable Object value) {
        return of(Obj.EMPTY.with(name, Value.of(value)));
    }

    /** An answer of several values. */
    public static Enrichment of(Obj data) {
        return new Enrichment(Outcome.SUCCESS, null, data, BigDecimal.ZERO, false);
    }

    /** The service answered that it has nothing. */
    public static Enrichment failure(String reason) {
        return new Enrichment(Outcome.FAILURE, requireNonNull(reason, "reason"), Obj.EMPTY, BigDecimal.ZERO, false);
    }

    /** The service could not be asked. */
    public static Enrichment error(String reason) {
        return new Enrichment(Outcome.ERROR, requireNonNull(reason, "reason"), Obj.EMPTY, BigDecimal.ZERO, false);
    }

    /** This answer with one more value. */
    public Enrichment and(String name, @Nullable Object value) {
        return new Enrichment(outcome, reason, data.with(name, Value.of(value)), cost, cached);
    }

    /** This answer with what it cost. */
    public Enrichment cost(BigDecimal amount) {
        return new Enrichment(outcome, reason, data, amount, cached);
    }

    /** This answer as one that a cache gave. */
    public Enrichment fromCache() {
        return new Enrichment(outcome, reason, data, cost, true);
    }
}
