package dev.sluice.report;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.List;

/**
 * In which range the number at a path lies.
 *
 * @param path with its section
 * @param bounds where a range begins and the one before ends, ascending
 */
record RangeDimension(String path, List<BigDecimal> bounds) implements Dimension {
    RangeDimension {
        requireNonNull(path, "path");
        bounds = List.copyOf(bounds);
        for (int i = 0; i < bounds.size(); i++) {
            if (i > 0 && bounds.get(i).compareTo(bounds.get(i - 1)) <= 0) {
                throw new IllegalArgumentException(
                        "bounds of ranges ascend, but " + bounds.get(i) + " stands behind " + bounds.get(i - 1));
            }
        }
        if (bounds.isEmpty()) {
            throw new IllegalArgumentException("ranges need a bound");
        }
    }

    @Override
    public String id() {
        return path;
    }

    @Override
    public String label() {
        return path;
    }

    /** The name of the range of a number. */
    String of(BigDecimal number) {
        int range = 0;
        while (range < bounds.size() && number.compareTo(bounds.get(range)) >= 0) {
            range++;
        }
        if (range == 0) {
            return "below " + bounds.get(0).toPlainString();
        }
        String from = bounds.get(range - 1).toPlainString();
        return range == bounds.size()
                ? from + " and more"
                : from + " to below " + bounds.get(range).toPlainString();
    }

    /** The place of a range by its name among the ranges; behind them for no number. */
    int order(String name) {
        for (int i = 0; i < bounds.size(); i++) {
            if (of(bounds.get(i)).equals(name)) {
                return i + 1;
            }
        }
        return name.startsWith("below ") ? 0 : bounds.size() + 1;
    }
}
