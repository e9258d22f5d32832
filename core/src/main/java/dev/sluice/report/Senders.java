package dev.sluice.report;

import dev.sluice.event.Event;
import dev.sluice.event.Recipients;
import dev.sluice.store.Selection;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Who sends leads, as events tell it that are read without their leads, and whether each of them would say the same of who got
 * its lead among the lead's other events. For one thread.
 */
final class Senders {
    private final boolean fromTheFirst;
    private final Recipients recipients = new Recipients();
    private final Map<String, Set<String>> bySource = new HashMap<>();

    private Senders(boolean fromTheFirst) {
        this.fromTheFirst = fromTheFirst;
    }

    /** Of selected events: where these have no begin, the first event of each lead is among them. */
    static Senders of(Selection selection) {
        return new Senders(selection.from().equals(Instant.MIN));
    }

    void see(Event event) {
        recipients.see(event);
        if (event.step().isEmpty()) {
            String source = event.context().source();
            event.entity().ifPresent(entity -> sendersOf(source).add(entity));
        }
    }

    private Set<String> sendersOf(String source) {
        return bySource.computeIfAbsent(source, name -> new HashSet<>());
    }

    /** Tells who got leads, of events that are {@link #knows known}. */
    Recipients recipients() {
        return recipients;
    }

    /** Whether the other events of its lead could not say otherwise. */
    boolean knows(Event event) {
        String source = event.context().source();
        Set<String> own = bySource.getOrDefault(source, Set.of());
        boolean ofBuyer = event.step().isEmpty()
                || event.entity()
                        .filter(entity -> entity.equals(source) || own.contains(entity))
                        .isEmpty();
        boolean ofItself = Set.of(source).containsAll(own);
        return ofBuyer || ofItself || fromTheFirst && own.size() == 1;
    }
}
