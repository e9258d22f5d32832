package dev.sluice.types;

import static java.util.Objects.requireNonNull;

/**
 * What a field type may know beside the input.
 *
 * @param at the moment, for ages and words such as "tomorrow", and the zone of times that name none
 * @param country the country of numbers and codes that name none: two upper-case letters, {@code US} by default
 * @param dateOrder which part comes first where a date could be read both ways
 */
public record Parsing(At at, String country, DateOrder dateOrder) {
    public Parsing {
        requireNonNull(at, "at");
        requireNonNull(country, "country");
        requireNonNull(dateOrder, "dateOrder");
    }

    /** Country {@code US}, month before day. */
    public static Parsing at(At at) {
        return new Parsing(at, "US", DateOrder.MONTH_FIRST);
    }

    /** The reading of {@code 03/04/2026}. */
    public enum DateOrder {
        MONTH_FIRST,
        DAY_FIRST
    }
}
