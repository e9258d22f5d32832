package dev.sluice.event;

import dev.sluice.types.Obj;
import dev.sluice.types.Text;
import dev.sluice.types.Value;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Tells who got leads. The events of a step without an entity carry that of the lead's source, which is nobody's who got it:
 * the step stands for its recipient then. Learns the entities of sources from the events that it is shown, in any order that
 * shows a lead's first event before its deliveries. Not safe for several threads.
 */
public final class Recipients {
    private static final Set<String> FAMILIES = Set.of("recipient", "feedback", "delivery");

    private final Map<String, String> senders = new TreeMap<>();

    /** Nobody is known yet: a source is taken to be its own entity, as it is unless its definition says otherwise. */
    public Recipients() {}

    /** Goes on from what was {@link #written}. */
    public static Recipients read(Value written) {
        Recipients recipients = new Recipients();
        if (written instanceof Obj all) {
            all.members().forEach((source, entity) -> recipients.senders.put(source, entity.text()));
        }
        return recipients;
    }

    /** Learns who sends what the event is about. */
    public void see(Event event) {
        if (event.step().isEmpty()) {
            event.entity().ifPresent(entity -> senders.put(event.context().source(), entity));
        }
    }

    /** The entities of sources as far as they are known, by the source's id. */
    public Obj written() {
        Obj all = Obj.EMPTY;
        for (Map.Entry<String, String> sender : senders.entrySet()) {
            all = all.with(sender.getKey(), new Text(sender.getValue()));
        }
        return all;
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
