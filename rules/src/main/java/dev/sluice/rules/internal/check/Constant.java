package dev.sluice.rules.internal.check;

import dev.sluice.rules.internal.text.Folding;
import dev.sluice.types.At;
import dev.sluice.types.Bool;
import dev.sluice.types.Moment;
import dev.sluice.types.Num;
import dev.sluice.types.Text;
import dev.sluice.types.Value;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A value of the right-hand side, converted once to everything it may be compared as. */
final class Constant {
    private static final int MOST_DIGITS_OF_LONG = 19;
    private static final At SOME_MOMENT = At.utc(Instant.EPOCH);

    final Value value;
    final boolean blank;
    final boolean temporal;
    final String folded;
    final @Nullable BigDecimal number;
    /** The number in the form that compares fastest. */
    final @Nullable Num num;

    final @Nullable Bool bool;

    /** Read when it is first compared with a moment; two threads may both read it and come to the same. */
    private @Nullable Dated dated;

    private Constant(Value value) {
        Value plain = value.plain();
        this.value = value;
        this.blank = value.isBlank();
        this.temporal = Moments.isTemporal(value);
        this.folded = Folding.fold(plain.text());
        this.number = Textual.is(value) ? null : Numbers.of(plain);
        this.num = number == null ? null : num(number);
        this.bool = bool(plain);
    }

    private static Num num(BigDecimal number) {
        boolean whole = number.scale() <= 0 && number.precision() - number.scale() < MOST_DIGITS_OF_LONG;
        return whole ? Num.of(number.longValue()) : Num.of(number);
    }

    static Constant of(Value value) {
        return new Constant(value);
    }

    private static @Nullable Bool bool(Value plain) {
        if (plain instanceof Bool bool) {
            return bool;
        }
        if (plain instanceof Text text) {
            return Folding.same(text.value(), "true")
                    ? Bool.TRUE
                    : Folding.same(text.value(), "false") ? Bool.FALSE : null;
        }
        return null;
    }

    /** Whether it has an order: a number, a day, an instant. */
    boolean comparable() {
        return number != null || moment(SOME_MOMENT) != null;
    }

    /** Brings values that are equal as numbers or as text next to each other. */
    String sortKey() {
        return number == null ? folded : number.stripTrailingZeros().toString();
    }

    /** The day or instant that it names, in the zone of {@code at}; null when it names none. */
    @Nullable Moment moment(At at) {
        Dated known = dated;
        if (known == null) {
            known = Dated.of(value.plain());
            dated = known;
        }
        return known.moment(at);
    }

    /** Whether {@code left}, one value that is no array, equals this one: numbers, then moments, then booleans, then text. */
    boolean equalsScalar(Value left, At at) {
        if (blank || left.isBlank()) {
            return blank && left.isBlank();
        }
        Value plain = left.plain();
        if (number != null && (plain instanceof Num || !Textual.is(left))) {
            BigDecimal leftNumber = Numbers.of(plain);
            if (leftNumber != null) {
                return leftNumber.compareTo(number) == 0;
            }
        }
        if (temporal || Moments.isTemporal(left)) {
            Moment leftMoment = temporal ? Moments.read(plain, at) : Moments.iso(plain, at);
            Moment moment = leftMoment == null ? null : moment(at);
            if (moment != null && leftMoment != null) {
                return Moments.compare(leftMoment, moment, at) == 0;
            }
        }
        return plain instanceof Bool ? plain == bool : sameText(plain);
    }

    boolean sameText(String text) {
        return Folding.same(text, folded);
    }

    private boolean sameText(Value plain) {
        return plain instanceof Text text ? Folding.same(text.value(), folded) : Folding.same(plain.text(), folded);
    }
}
