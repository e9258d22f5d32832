package dev.sluice.http;

import dev.sluice.types.Num;
import dev.sluice.types.Obj;
import dev.sluice.types.Value;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Whether a recipient is to be asked at all: it is left alone while most of its last answers were faults, for good once it says
 * that it is gone, and never asked more often than it may be. In memory, for the settings of one recipient; safe on any thread.
 */
final class Endpoint {
    static final String BROKEN_OFF = "Recipient is left alone after too many errors";
    static final String GONE = "Recipient is gone";

    private static final int HUNDRED = 100;
    private static final int STATUS_GONE = 410;
    private static final int BROKEN = 500;

    private final boolean[] faults;
    private final int mostPercent;
    private final long restNanos;
    /** When the last turns were or will be, as many as a window may have. */
    private final long[] turns;

    private final long window;

    /** Good answers that the window does not know yet: while it has no faults, they change nothing and need no lock. */
    private final AtomicLong good = new AtomicLong();

    private int count;
    private int next;
    private volatile int faulty;
    private boolean open;
    private boolean probing;
    private long openedAt;
    private boolean gone;
    /** Whether there is anything to refuse for; read without the lock by every delivery. */
    private volatile boolean shut;

    private long taken;

    Endpoint(Obj settings) {
        Obj breaker = settings.get("breaker") instanceof Obj obj ? obj : Obj.EMPTY;
        Obj limit = settings.get("rateLimit") instanceof Obj obj ? obj : Obj.EMPTY;
        this.faults = new boolean[number(breaker, "window", HUNDRED, 1, 10_000)];
        this.mostPercent = number(breaker, "percent", 50, 1, HUNDRED);
        this.restNanos = Duration.ofMillis(number(breaker, "restMs", 300_000, 1, 86_400_000))
                .toNanos();
        this.turns = new long[number(limit, "count", 0, 0, 10_000)];
        this.window =
                Duration.ofMillis(number(limit, "perMs", 1_000, 1, 86_400_000)).toNanos();
    }

    private static int number(Obj settings, String name, int usual, int least, int most) {
        Value value = settings.get(name);
        if (value.isAbsent()) {
            return usual;
        }
        if (value instanceof Num num
                && num.value().scale() <= 0
                && num.value().longValue() >= least
                && num.value().longValue() <= most) {
            return num.value().intValue();
        }
        throw new InvalidRequestException("", "'" + name + "' is a whole number from " + least + " to " + most);
    }

    /** Why it is not asked now; empty when it is. After a rest one asks first, and the others wait for what comes of it. */
    Optional<String> refusal(long nanos) {
        return shut ? refused(nanos) : Optional.empty();
    }

    private synchronized Optional<String> refused(long nanos) {
        if (gone) {
            return Optional.of(GONE);
        }
        if (!open) {
            return Optional.empty();
        }
        if (probing || nanos - openedAt < restNanos) {
            return Optional.of(BROKEN_OFF);
        }
        probing = true;
        return Optional.empty();
    }

    /**
     * Takes a turn, and tells how long it is away: no stretch of the window's length has more turns than it may. The turn is taken
     * also when it is not waited for.
     */
    Duration turn(long nanos) {
        return turns.length == 0 ? Duration.ZERO : taken(nanos);
    }

    private synchronized Duration taken(long nanos) {
        int slot = (int) (taken % turns.length);
        long wait = taken < turns.length ? 0 : Math.max(0, turns[slot] + window - nanos);
        turns[slot] = nanos + wait;
        taken++;
        return Duration.ofNanos(wait);
    }

    /** It answered. */
    void answered(int status, long nanos) {
        if (faulty == 0 && !shut && status < BROKEN && status != STATUS_GONE) {
            good.incrementAndGet();
        } else {
            judged(status, nanos);
        }
    }

    private synchronized void judged(int status, long nanos) {
        gone = gone || status == STATUS_GONE;
        record(status >= BROKEN, nanos);
        shut = gone || open;
    }

    /** It did not answer. */
    synchronized void failed(long nanos) {
        record(true, nanos);
        shut = gone || open;
    }

    private void record(boolean fault, long nanos) {
        if (open) {
            probing = false;
            openedAt = fault ? nanos : openedAt;
            open = fault;
            return;
        }
        for (long known = Math.min(good.getAndSet(0), faults.length); known > 0; known--) {
            remember(false);
        }
        remember(fault);
        if (count == faults.length && (long) faulty * HUNDRED > (long) mostPercent * count) {
            open = true;
            openedAt = nanos;
            count = 0;
            next = 0;
            faulty = 0;
        }
    }

    private void remember(boolean fault) {
        faulty += (fault ? 1 : 0) - (count == faults.length && faults[next] ? 1 : 0);
        faults[next] = fault;
        next = (next + 1) % faults.length;
        count = Math.min(count + 1, faults.length);
    }
}
