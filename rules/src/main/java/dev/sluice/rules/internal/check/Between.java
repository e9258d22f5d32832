package dev.sluice.rules.internal.check;

import dev.sluice.types.At;
import dev.sluice.types.Moment;
import dev.sluice.types.Num;
import dev.sluice.types.Value;

/** {@code is between}, both bounds included, and {@code is not between}, strictly outside. What cannot be compared fails both. */
final class Between extends Check {
    private final Constant low;
    private final Constant high;
    private final boolean inside;

    Between(Constant low, Constant high, boolean inside) {
        this.low = low;
        this.high = high;
        this.inside = inside;
    }

    @Override
    public boolean holds(Value left, At at) {
        if (left instanceof Num num && low.num != null && high.num != null) {
            return inside == (num.compareTo(low.num) >= 0 && num.compareTo(high.num) <= 0);
        }
        if (left.isBlank()) {
            return false;
        }
        if (low.num != null && high.num != null && left.plain() instanceof Num num && !Textual.is(left)) {
            return inside == (num.compareTo(low.num) >= 0 && num.compareTo(high.num) <= 0);
        }
        if (low.number != null && high.number != null) {
            Span span = Textual.is(left) ? null : Span.of(left);
            return span == null ? digits(left) : numbers(span);
        }
        Moment moment = Moments.iso(left.plain(), at);
        Moment from = low.moment(at);
        Moment to = high.moment(at);
        return moment != null
                && from != null
                && to != null
                && inside == (Moments.compare(moment, from, at) >= 0 && Moments.compare(moment, to, at) <= 0);
    }

    private boolean numbers(Span span) {
        if (span.high() == null) {
            return !inside && high.number != null && span.low().compareTo(high.number) > 0;
        }
        return inside == (span.low().compareTo(low.number) >= 0 && span.high().compareTo(high.number) <= 0);
    }

    private boolean digits(Value left) {
        String text = left.text();
        boolean comparable = text.length() == low.folded.length() && text.length() == high.folded.length();
        return comparable
                && Textual.is(left)
                && Textual.isDigits(text)
                && inside == (text.compareTo(low.folded) >= 0 && text.compareTo(high.folded) <= 0);
    }

    @Override
    public Reach reach() {
        if (!inside || low.number == null || high.number == null) {
            return Reach.UNKNOWN;
        }
        return new Reach.Interval(low.number.doubleValue(), high.number.doubleValue());
    }
}
