package dev.sluice.internal.caps;

import dev.sluice.flow.Window;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The time up to now, cut into stretches of a fixed length: the present one and so many before it that they cover the
 * whole window wherever in the present one we are. So no window of that length ever holds more than the maximum.
 */
final class RollingWindows implements CapWindows {
    static final int STRETCHES = 60;

    private final long window;
    private final long stretch;

    RollingWindows(Window length) {
        this.window = length.interval().unit().getDuration().toMillis() * length.value();
        this.stretch = (window + STRETCHES - 2) / (STRETCHES - 1);
    }

    @Override
    public Period at(Instant moment) {
        long start = Math.floorDiv(moment.toEpochMilli(), stretch) * stretch;
        List<String> names = new ArrayList<>(STRETCHES);
        for (int i = 0; i < STRETCHES; i++) {
            names.add(Instant.ofEpochMilli(start - i * stretch).toString());
        }
        Instant notes = Instant.ofEpochMilli(Math.floorDiv(start, window) * window);
        return new Period(Instant.ofEpochMilli(start), Instant.ofEpochMilli(start + stretch), names, notes.toString());
    }
}
