package dev.sluice.report;

import dev.sluice.event.Event;
import dev.sluice.event.EventType;
import dev.sluice.event.Recipients;
import dev.sluice.store.Likeness;
import dev.sluice.types.Text;
import dev.sluice.types.Value;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What an event itself says. An event that says nothing of it belongs to the group without a name, or to none. */
public enum EventDimension implements Dimension {
    FLOW("Flow", event -> Optional.of(event.context().flow())),
    SOURCE("Source", event -> Optional.of(event.context().source())),
    /** The buyer's entity, else the step; events of deliveries and feedback only. */
    RECIPIENT("Recipient", Event::entity),
    /** Events of steps only. */
    STEP("Step", Event::step),
    /** The step, or the type of an event outside steps: where a lead's time goes. */
    STAGE("Stage", event -> event.step().or(() -> Optional.of(event.type().text()))),
    TYPE("Event", event -> Optional.of(event.type().text())),
    OUTCOME("Outcome", event -> event.outcome().map(outcome -> outcome.text())),
    REASON("Reason", Event::reason),
    /** The reason up to the first colon or bracket, without what differs from lead to lead. */
    REASON_KIND("Kind of reason", event -> event.reason().map(EventDimension::kind)),
    /** Which gate refused; of rejections only. */
    GATE("Gate", event -> fact(event, "gate")),
    /** The plugin that was called. */
    INTEGRATION("Integration", event -> fact(event, "integration"));

    private static final Set<EventType> CALLS = Set.of(
            EventType.ENHANCEMENT_SUCCESS,
            EventType.ENHANCEMENT_FAILURE,
            EventType.ENHANCEMENT_ERROR,
            EventType.RECIPIENT_DELIVERED,
            EventType.RECIPIENT_FAILED,
            EventType.RECIPIENT_ERROR,
            EventType.RECIPIENT_UNKNOWN);

    private final String label;
    private final Function<Event, Optional<String>> of;

    EventDimension(String label, Function<Event, Optional<String>> of) {
        this.label = label;
        this.of = of;
    }

    static Optional<EventDimension> named(String name) {
        return Arrays.stream(values()).filter(each -> each.id().equals(name)).findFirst();
    }

    @Override
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String label() {
        return label;
    }

    /** The columns that tell it; empty where it takes more. */
    Optional<Set<Likeness>> likeness() {
        return switch (this) {
            case FLOW -> Optional.of(Set.of(Likeness.FLOW));
            case SOURCE -> Optional.of(Set.of(Likeness.SOURCE));
            case RECIPIENT -> Optional.of(Set.of(Likeness.ENTITY, Likeness.STEP, Likeness.SOURCE));
            case STEP -> Optional.of(Set.of(Likeness.STEP));
            case OUTCOME -> Optional.of(Set.of());
            case REASON, REASON_KIND -> Optional.of(Set.of(Likeness.REASON));
            case STAGE, TYPE, GATE, INTEGRATION -> Optional.empty();
        };
    }

    /** Types whose facts it reads. */
    Set<EventType> factsOf() {
        return switch (this) {
            case GATE -> Set.of(EventType.SOURCE_REJECTED);
            case INTEGRATION -> CALLS;
            default -> Set.of();
        };
    }

    /** The group of an event; missing where the event says nothing of it. */
    Value of(Event event, Recipients buyers) {
        if (this == RECIPIENT) {
            return buyers.of(event).<Value>map(Text::new).orElse(Value.missing());
        }
        boolean told = factsOf().isEmpty() || factsOf().contains(event.type());
        if (!told) {
            return Value.missing();
        }
        return of.apply(event).<Value>map(Text::new).orElse(Value.missing());
    }

    /** Whether events that say nothing of it are left out, instead of being a group of their own. */
    boolean leavesOut() {
        return this == RECIPIENT || this == STEP || this == GATE || this == INTEGRATION;
    }

    private static Optional<String> fact(Event event, String name) {
        Value fact = event.facts().get(name);
        return fact.isAbsent() ? Optional.empty() : Optional.of(fact.text());
    }

    private static String kind(String reason) {
        int end = reason.length();
        for (char mark : new char[] {':', '('}) {
            int at = reason.indexOf(mark);
            end = at > 0 ? Math.min(end, at) : end;
        }
        return reason.substring(0, end).strip();
    }
}
