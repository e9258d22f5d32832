package dev.sluice.workbench.simulation;

import dev.sluice.DeliveryReport;
import dev.sluice.Submission;
import dev.sluice.caps.CapStatus;
import dev.sluice.delivery.Outcome;
import dev.sluice.event.Event;
import dev.sluice.event.EventType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Adds up a day. Not safe for several threads. */
final class DayTally {
    private long leads;
    private long accepted;
    private long sold;
    private BigDecimal cost = BigDecimal.ZERO;
    private BigDecimal revenue = BigDecimal.ZERO;
    private final Map<String, Long> taken = new TreeMap<>();
    private final Map<String, Long> turnedAway = new TreeMap<>();

    private final long[] soldByHour = new long[24];

    /** @param hour of the day at which the lead came */
    void add(Submission answer, int hour) {
        leads++;
        cost = cost.add(answer.price());
        revenue = revenue.add(answer.revenue());
        boolean isSold = false;
        for (DeliveryReport report : answer.deliveries()) {
            if (report.outcome() == Outcome.SUCCESS) {
                taken.merge(report.recipient(), 1L, Long::sum);
                isSold = true;
            }
        }
        sold += isSold ? 1 : 0;
        soldByHour[hour] += isSold ? 1 : 0;
        for (Event event : answer.events()) {
            accepted += event.type().equals(EventType.SOURCE_ACCEPTED) ? 1 : 0;
            String cap = event.type().equals(EventType.CAP_REACHED)
                    ? ""
                    : event.facts().get("cap").part("key").text();
            if (!cap.isEmpty()) {
                turnedAway.merge(cap, 1L, Long::sum);
            }
        }
    }

    /** @param caps as they are at the end of the day */
    Day of(LocalDate date, List<CapStatus> caps) {
        Map<String, Day.Filling> filled = new TreeMap<>();
        caps.forEach(cap -> filled.put(cap.key(), new Day.Filling(cap.count(), cap.maximum())));
        List<Long> hours = Arrays.stream(soldByHour).boxed().toList();
        return new Day(date, leads, accepted, sold, cost, revenue, taken, turnedAway, filled, hours);
    }
}
