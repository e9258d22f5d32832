package dev.sluice.types;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A decimal number. Two numbers are equal when they are numerically equal, however they were written; the spelling of
 * the input is kept beside the number when it was given.
 */
public final class Num implements Value, Comparable<Num> {
    /** Ages, hours, counts and years come again and again. */
    private static final int MOST_SMALL = 2100;

    private static final Num[] SMALL = new Num[MOST_SMALL];

    static {
        for (int i = 0; i < SMALL.length; i++) {
            SMALL[i] = new Num(i);
        }
    }

    private final long whole;
    private final boolean isWhole;
    private final @Nullable String spelling;
    /** Made of {@link #whole} when it is first asked for; threads that race for it make equal ones. */
    private @Nullable BigDecimal value;

    private Num(long whole) {
        this.whole = whole;
        this.isWhole = true;
        this.spelling = null;
    }

    private Num(BigDecimal value, @Nullable String spelling) {
        this.whole = 0;
        this.isWhole = false;
        this.spelling = spelling;
        this.value = value;
    }

    /** The number {@code value}. */
    public static Num of(BigDecimal value) {
        return new Num(requireNonNull(value, "value"), null);
    }

    /** The number {@code value}. */
    public static Num of(long value) {
        return value >= 0 && value < SMALL.length ? SMALL[(int) value] : new Num(value);
    }

    /** The number {@code value}, which was written as {@code spelling}. */
    public static Num spelled(BigDecimal value, String spelling) {
        return new Num(requireNonNull(value, "value"), requireNonNull(spelling, "spelling"));
    }

    /** The exact number. */
    public BigDecimal value() {
        BigDecimal made = value;
        if (made == null) {
            made = BigDecimal.valueOf(whole);
            value = made;
        }
        return made;
    }

    /** The number as it was written, or its plain form. */
    public String spelling() {
        return spelling == null ? text() : spelling;
    }

    @Override
    public boolean isBlank() {
        return false;
    }

    @Override
    public Value part(String name) {
        return Missing.MISSING;
    }

    /** Digits without an exponent up to 10^21 and down to 10^-7, as JSON writers do; no trailing zeros after the point. */
    @Override
    public String text() {
        return isWhole ? Long.toString(whole) : NumberText.of(value());
    }

    @Override
    public <R> R match(Matcher<R> matcher) {
        return matcher.num(this);
    }

    /** By the numbers alone; spellings and trailing zeros do not count. */
    @Override
    public int compareTo(Num other) {
        return isWhole && other.isWhole ? Long.compare(whole, other.whole) : value().compareTo(other.value());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        if (!(other instanceof Num num)) {
            return false;
        }
        return isWhole && num.isWhole ? whole == num.whole : value().compareTo(num.value()) == 0;
    }

    @Override
    public int hashCode() {
        return Double.hashCode(isWhole ? whole : value().doubleValue());
    }

    @Override
    public String toString() {
        return "number";
    }
}
