package dev.sluice.workbench.page;

import dev.sluice.event.Event;
import dev.sluice.event.EventType;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.store.Events;
import dev.sluice.store.Selection;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How many leads of a flow went along each arrow. Test leads are not counted. Immutable. */
final class Traffic {
    private static final Set<EventType> ASKED =
            Set.of(EventType.FILTER_PASSED, EventType.FILTER_FAILED, EventType.ROUTE_TAKEN);

    private final Map<String, Long> boxes = new HashMap<>();
    private final Map<Arrow, Long> arrows = new HashMap<>();

    private Traffic() {}

    /** Of all leads of {@code flow} in the log. */
    static Traffic of(FlowDefinition flow, List<Station> stations, Events events, String account) {
        Traffic traffic = new Traffic();
        List<Arrow> all = Arrow.of(stations);
        events.byStream(Selection.of(account).withFactsOf(ASKED), stream -> {
            Event first = stream.get(0);
            if (first.context().flow().equals(flow.id()) && !first.context().test()) {
                traffic.add(Trail.of(stream), all);
            }
        });
        return traffic;
    }

    private void add(Trail trail, List<Arrow> all) {
        if (trail.at(Box.SOURCES).isEmpty()) {
            return;
        }
        boxes.merge(Box.SOURCES, 1L, Long::sum);
        for (Arrow arrow : all) {
            if (trail.took(arrow)) {
                arrows.merge(arrow, 1L, Long::sum);
            }
        }
        all.stream()
                .map(Arrow::to)
                .distinct()
                .filter(box -> trail.at(box).isPresent())
                .forEach(box -> boxes.merge(box, 1L, Long::sum));
    }

    /** How many leads went on this way, and in brackets how many percent of those at the box before it did not. */
    String onward(Arrow arrow) {
        long came = boxes.getOrDefault(arrow.from(), 0L);
        long went = went(arrow);
        return came == went ? Numbers.grouped(went) : Numbers.grouped(went) + " (-" + percent(came - went, came) + ")";
    }

    /** How many leads went aside this way, and in brackets how many percent that is of those at the box before. */
    String aside(Arrow arrow) {
        long came = boxes.getOrDefault(arrow.from(), 0L);
        return came == 0 ? "0" : Numbers.grouped(went(arrow)) + " (" + percent(went(arrow), came) + ")";
    }

    private long went(Arrow arrow) {
        return arrows.getOrDefault(arrow, 0L);
    }

    private static String percent(long part, long whole) {
        BigDecimal share = BigDecimal.valueOf(part)
                .multiply(BigDecimal.valueOf(100))
                .divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_UP);
        return share.toPlainString() + " %";
    }
}
