package dev.sluice.event;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Tells who got leads. The events of a step without an entity carry that of the lead's source, which is nobody's who got it:
 * the step stands for its recipient then. Learns the entities of sources from the events that it is shown, in any order that
 * shows a lead's first event before its deliveries. Not safe for several threads.
 */
public final class Recipients {
    private static final Set<String> FAMILIES = Set.of("recipient", "feedback", "delivery");

    private final Map<String, String> senders = new HashMap<>();

    /** Nobody is known yet: a source is taken to be its own entity, as it is unless its definition says otherwise. */
    public Recipients() {}

    /** Goes on from what another one knew. */
    public Recipients(Map<String, String> known) {
        senders.putAll(known);
    }

    /** Learns who sends what the event is about. */
    public void see(Event event) {
        if (event.step().isEmpty()) {
            event.entity().ifPresent(entity -> senders.put(event.context().source(), entity));
        }
    }

    /** The entities of sources as far as they are known, by the source's id. */
    public Map<String, String> known() {
        return Map.copyOf(senders);
    }

    /** The recipient's entity, else its step; empty outside deliveries and feedback. */
    public Optional<String> of(Event event) {
        return FAMILIES.contains(event.type().family()) ? named(event) : Optional.empty();
    }

    private Optional<String> named(Event event) {
        return event.entity()
                .filter(entity -> !isSender(entity, event.context().source()))
                .or(event::step);
    }

    private boolean isSender(String entity, String source) {
        return entity.equals(senders.getOrDefault(source, source));
    }
}
