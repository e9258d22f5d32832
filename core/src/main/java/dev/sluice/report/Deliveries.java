package dev.sluice.report;

import dev.sluice.delivery.Outcome;
import dev.sluice.event.Event;
import dev.sluice.event.Recipients;
import dev.sluice.report.Measure.Amount;
import dev.sluice.types.Num;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The deliveries of one lead: each chain of tries, by its last outcome, and who got the lead at all. */
final class Deliveries {
    private static final Set<String> ENDS = Set.of(
            "recipient.delivered", "recipient.failed", "recipient.error", "recipient.unknown", "delivery.settled");

    private final Map<String, Chain> chains = new LinkedHashMap<>();
    private final Set<Event> firsts = Collections.newSetFromMap(new IdentityHashMap<>());

    private Deliveries() {}

    static Deliveries of(List<Event> events, Recipients buyers) {
        Deliveries deliveries = new Deliveries();
        Set<String> recipients = new HashSet<>();
        for (Event event : events) {
            String type = event.type().text();
            if (ENDS.contains(type) && event.outcome().orElse(Outcome.SKIP) != Outcome.SKIP) {
                deliveries.end(event);
                boolean delivered = type.equals("recipient.delivered");
                if (delivered && recipients.add(buyers.of(event).orElse(""))) {
                    deliveries.firsts.add(event);
                }
            }
        }
        return deliveries;
    }

    private static String key(Event event) {
        return event.step().orElse("") + ' ' + event.generation();
    }

    private void end(Event event) {
        String key = key(event);
        Chain before = chains.get(key);
        int tries =
                (before == null ? 0 : before.tries()) + (event.type().family().equals("recipient") ? 1 : 0);
        chains.put(key, new Chain(event, Math.max(tries, event.attempt())));
    }

    Collection<Chain> chains() {
        return chains.values();
    }

    /** Whether this delivery is the first of the lead to its recipient. */
    boolean isFirst(Event delivered) {
        return firsts.contains(delivered);
    }

    /**
     * A delivery with all of its tries.
     *
     * @param last how it ended so far
     * @param tries how many there were
     */
    record Chain(Event last, int tries) {
        private BigDecimal planned() {
            return last.facts().get("planned_price") instanceof Num price ? price.value() : BigDecimal.ZERO;
        }

        void count(Tally tally) {
            tally.add(Measure.ENDED);
            if (tries > 1) {
                tally.add(Measure.RETRIED);
            }
            switch (last.outcome().orElse(Outcome.ERROR)) {
                case SUCCESS -> tally.add(Measure.SUCCEEDED);
                case FAILURE, SKIP -> tally.add(Measure.FAILED);
                case ERROR -> tally.add(Measure.ERRED);
                case UNKNOWN -> {
                    tally.add(Measure.UNKNOWN);
                    tally.add(Amount.REVENUE_UNSETTLED, planned());
                }
            }
        }
    }
}
