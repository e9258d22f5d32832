package dev.sluice.workbench.replay;

import dev.sluice.workbench.replay.ReplayReport.Counts;
import dev.sluice.workbench.replay.ReplayReport.Sides;
import dev.sluice.workbench.replay.ReplayReport.Trade;
import java.util.Map;
import java.util.TreeMap;

/** Adds up what a replay shows. Not safe for several threads. */
final class Tally {
    /** How a lead ended of which somebody was asked who was not asked then. */
    private static final String UNKNOWN = "response unknown";

    private long leads;
    private long different;
    private long unknown;
    private long erased;
    private long unfinished;
    private boolean whole = true;
    private Sides cost = Sides.NONE;
    private Sides revenue = Sides.NONE;
    private final Map<String, Trade> buyers = new TreeMap<>();
    private final ReasonCounts reasons = new ReasonCounts();
    private final Map<String, Counts> caps = new TreeMap<>();
    private final Map<String, Long> divergences = new TreeMap<>();

    void erased() {
        erased++;
    }

    void unfinished() {
        unfinished++;
    }

    void cancelled() {
        whole = false;
    }

    void add(LeadDifference lead) {
        leads++;
        different += lead.isDifferent() ? 1 : 0;
        unknown += lead.unknown().isEmpty() ? 0 : 1;
        cost = cost.plus(lead.then().cost(), lead.now().cost());
        revenue = revenue.plus(lead.then().revenue(), lead.now().revenue());
        side(lead.then(), lead.then().text(), true);
        side(lead.now(), lead.unknown().isEmpty() ? lead.now().text() : UNKNOWN, false);
        lead.divergence().ifPresent(parted -> divergences.merge(parted.step(), 1L, Long::sum));
    }

    private void side(Course course, String ended, boolean then) {
        reasons.add(ended, Counts.one(then));
        for (StepEnd end : course.ends()) {
            if (end.cap() != null) {
                caps.merge(end.cap(), Counts.one(then), Counts::plus);
            }
            if (end.isDelivery()) {
                buyers.merge(end.step(), Trade.of(end, then), Trade::plus);
            }
        }
    }

    ReplayReport report() {
        return new ReplayReport(
                new ReplayReport.Size(leads, different, unknown, erased, unfinished, whole),
                cost,
                revenue,
                buyers,
                reasons.all(),
                caps,
                divergences);
    }
}
