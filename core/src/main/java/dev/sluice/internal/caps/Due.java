package dev.sluice.internal.caps;

import dev.sluice.flow.Cap;
import dev.sluice.store.Changes;
import dev.sluice.store.Counter;
import dev.sluice.store.Holder;
import dev.sluice.store.View;
import dev.sluice.types.Missing;
import dev.sluice.types.Num;
import dev.sluice.types.Obj;
import dev.sluice.types.Shape;
import dev.sluice.types.Text;
import java.math.BigDecimal;
import java.util.Locale;

/**
 * A cap that concerns a lead, and what the lead takes of it.
 *
 * @param span the counters that it falls under
 * @param amount in the cap's unit; 0 where the cap is only looked at
 */
public record Due(CapPlan cap, CapSpan span, long amount) {
    private static final Shape FACTS =
            Shape.of("key", "window", "committed", "reserved", "limit", "takes", "counts", "bucket");

    /** This, taking what a lead or delivery with this price takes. */
    public Due taking(BigDecimal money) {
        return new Due(cap, span, cap.unit().count(money));
    }

    /** Whether nothing more, or not so much, may pass. */
    public boolean isFull(View view) {
        long used = span.sum(view).used();
        return used >= cap.limit() || amount > cap.limit() - used;
    }

    /**
     * Counts what passes.
     *
     * @param holder who holds what is only counted when all goes well
     */
    public void take(Changes changes, Holder holder) {
        if (amount == 0) {
            return;
        }
        if (isCountedAtOnce()) {
            changes.add(span.counter(), amount);
        } else {
            changes.reserve(holder, span.counter(), amount);
        }
    }

    /** Whether it counts whatever comes after. */
    public boolean isCountedAtOnce() {
        return cap.counts() == Cap.Counts.SUBMITTED || cap.counts() == Cap.Counts.ACCEPTED;
    }

    /** Whether a lead takes it once, at whatever place it meets it first. */
    public boolean isTheLeads() {
        return cap.counts() == Cap.Counts.SUCCESSFUL || cap.counts() == Cap.Counts.ACCEPTED;
    }

    /** Where the cap stands. */
    public Obj facts(View view) {
        return facts(span.sum(view));
    }

    Obj facts(Counter count) {
        return Obj.of(
                FACTS,
                new Text(span.counter().key()),
                new Text(oldestWindow()),
                cap.number(count.committed()),
                cap.number(count.reserved()),
                Num.of(cap.cap().maximum()),
                amount == 0 ? Missing.MISSING : Num.of(amount),
                new Text(cap.counts().name().toLowerCase(Locale.ROOT)),
                span.counter().window().equals(oldestWindow())
                        ? Missing.MISSING
                        : new Text(span.counter().window()));
    }

    private String oldestWindow() {
        return span.period().windows().get(span.period().windows().size() - 1);
    }
}
