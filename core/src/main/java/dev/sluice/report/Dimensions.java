package dev.sluice.report;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What readers and writers of definitions ask of dimensions. */
public final class Dimensions {
    /** Stands for one that could not be read. */
    public static final Dimension STOPGAP = EventDimension.FLOW;

    private Dimensions() {}

    /** The names of all dimensions that are no fields. */
    public static List<String> ids() {
        return Stream.concat(Arrays.<Dimension>stream(EventDimension.values()), Arrays.stream(TimeDimension.values()))
                .map(Dimension::id)
                .toList();
    }

    /** The bounds of ranges; empty for other dimensions. */
    public static List<BigDecimal> bounds(Dimension dimension) {
        return dimension instanceof RangeDimension ranges ? ranges.bounds() : List.of();
    }
}
