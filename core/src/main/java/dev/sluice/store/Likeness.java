package dev.sluice.store;

/** In what events have to agree to be {@link Alike}, beside type, outcome and whether they are a test. */
public enum Likeness {
    FLOW,
    SOURCE,
    STEP,
    ENTITY,
    REASON,
    /** How long it took. */
    DURATION,
    /** The day since 1970, in UTC. */
    DAY,
    /** The hour since 1970. */
    HOUR,
    /** The quarter of an hour since 1970: the clocks of all zones differ by whole ones. */
    QUARTER,
    /** The minute since 1970. */
    MINUTE;

    /** For stretches of time, how many milliseconds one has; 0 for the others. */
    public long millis() {
        return switch (this) {
            case DAY -> 86_400_000;
            case HOUR -> 3_600_000;
            case QUARTER -> 900_000;
            case MINUTE -> 60_000;
            default -> 0;
        };
    }
}
