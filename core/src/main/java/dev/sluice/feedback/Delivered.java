package dev.sluice.feedback;

import dev.sluice.event.Event;
import dev.sluice.event.EventType;
import dev.sluice.event.Recipients;
import dev.sluice.store.Events;
import dev.sluice.store.Selection;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How many deliveries each recipient got in a window, test leads aside. Counts a window when it is first asked for, and one that
 * is not over again when a minute has passed. Safe on any thread.
 */
final class Delivered {
    private static final Duration FRESH = Duration.ofMinutes(1);
    private static final int MOST_KEPT = 100;

    private final Events events;
    private final String account;
    private final Map<Window, Counted> counted = Collections.synchronizedMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Window, Counted> eldest) {
            return size() > MOST_KEPT;
        }
    });

    Delivered(Events events, String account) {
        this.events = events;
        this.account = account;
    }

    private record Counted(Instant at, Map<String, Long> byRecipient) {
        boolean holds(Window window, Instant now) {
            return !at.isBefore(window.to()) || now.isBefore(at.plus(FRESH));
        }
    }

    long to(String recipient, Window window, Instant now) {
        Counted known = counted.get(window);
        if (known == null || !known.holds(window, now)) {
            known = new Counted(now, count(window));
            counted.put(window, known);
        }
        return known.byRecipient().getOrDefault(recipient, 0L);
    }

    private Map<String, Long> count(Window window) {
        Map<String, Long> byRecipient = new HashMap<>();
        Set<EventType> types = Set.of(EventType.SOURCE_SUBMITTED, EventType.RECIPIENT_DELIVERED);
        events.byStream(
                Selection.of(account).between(window.from(), window.to()).ofTypes(types),
                stream -> add(stream, byRecipient));
        return byRecipient;
    }

    private static void add(List<Event> lead, Map<String, Long> byRecipient) {
        Recipients recipients = new Recipients();
        for (Event event : lead) {
            recipients.see(event);
            if (event.type().equals(EventType.RECIPIENT_DELIVERED)
                    && !event.context().test()) {
                recipients.of(event).ifPresent(recipient -> byRecipient.merge(recipient, 1L, Long::sum));
            }
        }
    }
}
