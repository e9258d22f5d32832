package dev.sluice.internal.batch;

import dev.sluice.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Keeps a file in the hands of this process while it is made, however long that takes. Used by one thread. */
final class Hold {
    private final Progress progress;
    private final BatchKeys keys;
    private final Time time;
    private final Duration often;
    private Progress.Begun file;
    private Instant next;

    /** @param lease for how long a file is held at a time; it is held anew in good time before */
    Hold(Progress progress, BatchKeys keys, Progress.Begun file, Time time, Duration lease) {
        this.progress = progress;
        this.keys = keys;
        this.time = time;
        this.often = lease.dividedBy(3);
        this.file = file;
        this.next = time.instant().plus(often);
    }

    /** To be called now and then; false once the file is in other hands. */
    boolean keep() {
        Instant now = time.instant();
        if (now.isBefore(next)) {
            return true;
        }
        Optional<Progress.Begun> held = progress.held(keys, file);
        file = held.orElse(file);
        next = now.plus(often);
        return held.isPresent();
    }

    /** The file as it is held now. */
    Progress.Begun file() {
        return file;
    }
}
