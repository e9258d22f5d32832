package dev.sluice.cli.run;

import dev.sluice.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Time that only passes when somebody waits, and nobody does wait: a run over recorded leads gives the same answers
 * whenever and wherever it runs.
 */
public final class RecordedTime implements Time {
    private final Instant start;
    private final AtomicLong passed = new AtomicLong();

    /** Stands at {@code start}, which leads get that name no moment of their own. */
    public RecordedTime(Instant start) {
        this.start = start;
    }

    @Override
    public Instant instant() {
        return start.plusNanos(passed.get());
    }

    @Override
    public long nanos() {
        return passed.get();
    }

    @Override
    public void await(Duration duration) {
        passed.addAndGet(duration.toNanos());
    }
}
