package dev.sluice.internal.caps;

import dev.sluice.flow.Cap;
import dev.sluice.flow.CapWindow;
import dev.sluice.internal.caps.CapPlan.Carried;
import java.time.ZoneId;
import java.util.List;

/**
 * What the store remembers of a cap's form, so that an edit keeps or forgets its counts.
 *
 * @param epoch counted up whenever it counts under new keys
 * @param rules a digest of the rules that a lead satisfies to be counted
 * @param quantity what it sums up and counts
 * @param window over which time
 * @param zone of the window
 * @param removed whether the flow has it no more
 * @param carried counters of earlier forms that still count
 */
public record CapRecord(
        int epoch,
        String rules,
        String quantity,
        CapWindow window,
        ZoneId zone,
        boolean removed,
        List<Carried> carried) {
    public CapRecord {
        carried = List.copyOf(carried);
    }

    static CapRecord first(CapSpec spec) {
        return of(spec, 0, List.of());
    }

    static CapRecord of(CapSpec spec, int epoch, List<Carried> carried) {
        return new CapRecord(epoch, spec.rules(), spec.quantity(), spec.window(), spec.zone(), false, carried);
    }

    CapRecord gone() {
        return new CapRecord(epoch, rules, quantity, window, zone, true, List.of());
    }

    /** The key of its counters now. */
    public String key(String base) {
        return epoch == 0 ? base : base + "#" + epoch;
    }

    /** What a cap sums up, as text. */
    static String quantity(Cap.Type type, Cap.Counts counts) {
        return type + " " + counts;
    }
}
