package dev.sluice.batch;

import static java.util.Objects.requireNonNull;

/**
 * How wide a column is, and how shorter values are filled up.
 *
 * @param width in characters, from 1 to {@value #WIDEST}
 * @param side where values stand; what fills up is at the other side
 * @param fill what fills up; no control character
 */
public record FixedColumn(int width, Side side, char fill) {
    /** No column is wider. */
    public static final int WIDEST = 10_000;

    /** An end of a column. */
    public enum Side {
        LEFT,
        RIGHT
    }

    public FixedColumn {
        requireNonNull(side, "side");
        if (width < 1 || width > WIDEST) {
            throw new IllegalArgumentException("a column is 1 to " + WIDEST + " characters wide, not " + width);
        }
        if (Character.isISOControl(fill) || Character.isSurrogate(fill)) {
            throw new IllegalArgumentException("a column is filled up with one visible character or a blank");
        }
    }

    /** Values at the left end, blanks behind them. */
    public static FixedColumn of(int width) {
        return new FixedColumn(width, Side.LEFT, ' ');
    }

    /** This with values at its right end. */
    public FixedColumn atRight() {
        return new FixedColumn(width, Side.RIGHT, fill);
    }

    /** This, filled up with {@code character}. */
    public FixedColumn fill(char character) {
        return new FixedColumn(width, side, character);
    }
}
