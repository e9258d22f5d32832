package dev.sluice.internal.record;

import dev.sluice.event.Event;
import dev.sluice.event.EventType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What was recorded of the step that a lead is at, before its journey was cut. A step takes from here what was decided
 * and done, and does the rest; of a step that just begins there is nothing. Immutable.
 */
public final class Past {
    public static final Past NONE = new Past(List.of());

    private static final Set<EventType> INTENTS =
            Set.of(EventType.RECIPIENT_DELIVERY_ATTEMPT, EventType.ENHANCEMENT_ATTEMPT);

    private final List<Event> events;

    /** @param events in their order; what tells of caps says nothing about the step */
    public Past(List<Event> events) {
        this.events = events.stream()
                .filter(event -> !event.type().equals(EventType.CAP_REACHED))
                .toList();
    }

    /** Whether the step has not begun yet. */
    public boolean isEmpty() {
        return events.isEmpty();
    }

    public List<Event> events() {
        return events;
    }

    /** The event that ended this step, member of a group, or offer. */
    public Optional<Event> ended(String step) {
        return find(event -> event.outcome().isPresent() && isOf(event, step) && !Chain.goesOnAfter(event));
    }

    /** The intent to call for this step, member of a group, or offer. */
    public Optional<Event> intent(String step) {
        return find(event -> INTENTS.contains(event.type()) && isOf(event, step));
    }

    /** Whether this member of a group was found to be meant for the lead. */
    public boolean hasBegun(String step) {
        return find(event -> isOf(event, step)).isPresent();
    }

    /** Whether the intent of a look-up before acceptance was noted. */
    public boolean isLookedUp(String key) {
        return find(event -> INTENTS.contains(event.type())
                        && event.facts().get("look_up").text().equals(key))
                .isPresent();
    }

    /** The plan for one tier of a distribution. */
    public Optional<Event> plan(int tier) {
        return find(event -> isPlan(event) && event.facts().get("tier").text().equals(Integer.toString(tier)));
    }

    /** The plans of a distribution, tier after tier. */
    public List<Event> plans() {
        return events.stream().filter(Past::isPlan).toList();
    }

    /** The first plan of a distribution: it tells who stood in line. */
    public Optional<Event> firstPlan() {
        return find(Past::isPlan);
    }

    private static boolean isPlan(Event event) {
        return event.type().equals(EventType.DISTRIBUTE_PLANNED);
    }

    private static boolean isOf(Event event, String step) {
        return event.step().filter(step::equals).isPresent();
    }

    private Optional<Event> find(Predicate<Event> wanted) {
        return isEmpty() ? Optional.empty() : events.stream().filter(wanted).findFirst();
    }
}
