package dev.sluice.internal.distribute;

import dev.sluice.distribution.Candidate;
import dev.sluice.internal.Contender;
import dev.sluice.types.Num;
import dev.sluice.types.Obj;
import dev.sluice.types.Shape;
import dev.sluice.types.Text;
import dev.sluice.types.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How well a contender suits a lead.
 *
 * @param score null when there is none
 * @param fault why there is none; null when there is one
 * @param detail the text of a fault
 */
public record Scored(
        Contender contender,
        @Nullable BigDecimal score,
        @Nullable String fault,
        Obj detail) {
    private static final Shape FACTS = Shape.of("id", "score", "fault");

    static Scored of(Contender contender, BigDecimal score) {
        return new Scored(contender, score, null, Obj.EMPTY);
    }

    static Scored none(Contender contender, String why) {
        return new Scored(contender, null, why, Obj.EMPTY);
    }

    /** With what a call noted of its fault. */
    Scored withDetail(Obj more) {
        return new Scored(contender, score, fault, more);
    }

    /** As it takes part in the order; empty without a score. */
    Optional<Candidate> candidate() {
        return Optional.ofNullable(score).map(points -> contender.candidate().score(points));
    }

    /** Why it may not take part when each needs {@code least}; null when it may. */
    @Nullable String obstacle(@Nullable BigDecimal least) {
        if (least == null) {
            return null;
        }
        if (score == null) {
            return "No score: " + fault;
        }
        return score.compareTo(least) < 0 ? "Score " + score.toPlainString() + " is below " + least : null;
    }

    Value facts() {
        return Obj.of(
                FACTS,
                new Text(contender.id()),
                score == null ? Value.missing() : Num.of(score),
                fault == null ? Value.missing() : new Text(fault));
    }

    /** The texts of faults, by contender. */
    static Obj details(List<Scored> all) {
        Obj details = Obj.EMPTY;
        for (Scored each : all) {
            if (!each.detail.isBlank()) {
                details = details.with(each.contender.id(), each.detail);
            }
        }
        return details.isBlank() ? details : Obj.EMPTY.with("scorers", details);
    }
}
