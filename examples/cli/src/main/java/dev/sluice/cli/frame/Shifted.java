package dev.sluice.cli.frame;

import dev.sluice.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A clock that goes on from another moment: for stores whose leads were run in recorded time, which may lie in the future.
 *
 * @param by how far it is ahead
 */
public record Shifted(Time time, Duration by) implements Time {
    private static final String NOW = "--now";

    /** Adds the option. */
    public static Usage usage(Usage usage) {
        return usage.option(NOW, "MOMENT", "takes this moment for now: 2026-10-01 or 2026-10-01T04:00:00Z");
    }

    /** The clock that was asked for; {@code time} itself when none was. */
    public static Time of(Arguments arguments, Time time) {
        Optional<String> now = arguments.value(NOW);
        return now.isEmpty() ? time : new Shifted(time, Duration.between(time.instant(), moment(now.get())));
    }

    private static Instant moment(String text) {
        try {
            return Moments.instant(text);
        } catch (LineException none) {
            throw new UsageException(String.valueOf(none.getMessage()));
        }
    }

    @Override
    public Instant instant() {
        return time.instant().plus(by);
    }

    @Override
    public long nanos() {
        return time.nanos();
    }

    @Override
    public void await(Duration duration) throws InterruptedException {
        time.await(duration);
    }
}
