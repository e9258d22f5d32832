package dev.sluice.report;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * By what events are grouped: what an event says, a stretch of time in the report's zone, a field of the lead, or ranges of
 * one. Whole personal values are refused when the report runs; shortened ones ({@code lead.email.domain}, {@code
 * lead.phone_1.area}) and ranges are not.
 */
public sealed interface Dimension permits EventDimension, TimeDimension, FieldDimension, RangeDimension {

    /** In definitions: {@code source}, {@code hour_of_day}, {@code lead.state}. */
    String id();

    /** For people. */
    String label();

    /** The dimension of events or time of this name. */
    static Optional<Dimension> named(String name) {
        Optional<Dimension> ofEvents = EventDimension.named(name).map(Dimension.class::cast);
        return ofEvents.or(() -> TimeDimension.named(name).map(Dimension.class::cast));
    }

    /** A field of the lead by its path: {@code lead.state}, {@code appended.intel.line_type}. */
    static Dimension field(String path) {
        return new FieldDimension(path);
    }

    /**
     * Ranges of a number at a path: below the first bound, from each bound to the next, from the last bound on.
     *
     * @param bounds ascending, at least one
     */
    static Dimension ranges(String path, List<BigDecimal> bounds) {
        return new RangeDimension(path, bounds);
    }
}
