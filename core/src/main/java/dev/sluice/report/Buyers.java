package dev.sluice.report;

import dev.sluice.event.Event;
import java.util.List;
import java.util.Optional;

/** To whom the deliveries of one lead went. */
final class Buyers {
    private final Optional<String> sender;

    /** Of the lead with these events. */
    Buyers(List<Event> events) {
        this.sender = events.stream()
                .filter(event -> event.step().isEmpty())
                .flatMap(event -> event.entity().stream())
                .findFirst();
    }

    /** The buyer's entity, or the step where it names none and the source's stands for it; empty outside deliveries and feedback. */
    Optional<String> of(Event event) {
        String family = event.type().family();
        boolean concerns = family.equals("recipient") || family.equals("feedback") || family.equals("delivery");
        if (!concerns) {
            return Optional.empty();
        }
        return event.entity().filter(entity -> !sender.equals(event.entity())).or(event::step);
    }
}
