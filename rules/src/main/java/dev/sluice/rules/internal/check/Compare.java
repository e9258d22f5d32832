package dev.sluice.rules.internal.check;

import dev.sluice.types.At;
import dev.sluice.types.Moment;
import dev.sluice.types.Num;
import dev.sluice.types.Text;
import dev.sluice.types.Value;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** {@code is less than} and its kin: numbers, ranges by their average, days and instants. What cannot be compared fails. */
final class Compare extends Check {
    private final Constant bound;
    private final boolean greater;
    private final boolean orEqual;

    Compare(Constant bound, boolean greater, boolean orEqual) {
        this.bound = bound;
        this.greater = greater;
        this.orEqual = orEqual;
    }

    @Override
    public boolean holds(Value left, At at) {
        if (left instanceof Num num && bound.num != null) {
            return holds(num.compareTo(bound.num));
        }
        if (left.isBlank()) {
            return false;
        }
        if (Textual.is(left)) {
            return digits(left.plain());
        }
        if (bound.number != null && bound.num != null) {
            if (left.plain() instanceof Num num) {
                return holds(num.compareTo(bound.num));
            }
            BigDecimal number = side(left);
            if (number != null) {
                return holds(number.compareTo(bound.number));
            }
        }
        Moment from = bound.temporal ? Moments.read(left.plain(), at) : Moments.iso(left.plain(), at);
        Moment to = from == null ? null : bound.moment(at);
        return from != null && to != null && holds(Moments.compare(from, to, at));
    }

    private @Nullable BigDecimal side(Value left) {
        Span span = Span.of(left);
        return span == null ? null : greater ? span.low() : span.high();
    }

    /** Digits that are a name have an order only when they have the same width. */
    private boolean digits(Value plain) {
        return plain instanceof Text text
                && text.value().length() == bound.folded.length()
                && Textual.isDigits(text.value())
                && Textual.isDigits(bound.folded)
                && holds(text.value().compareTo(bound.folded));
    }

    private boolean holds(int order) {
        return order == 0 ? orEqual : order > 0 == greater;
    }

    @Override
    public Reach reach() {
        if (bound.number == null) {
            return Reach.UNKNOWN;
        }
        double number = bound.number.doubleValue();
        return greater
                ? new Reach.Interval(number, Double.POSITIVE_INFINITY)
                : new Reach.Interval(Double.NEGATIVE_INFINITY, number);
    }
}
