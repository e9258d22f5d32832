package dev.sluice.internal.record;

import dev.sluice.delivery.Outcome;
import dev.sluice.event.Event;
import dev.sluice.event.EventType;
import dev.sluice.types.Bool;
import dev.sluice.types.Num;
import dev.sluice.types.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The tries of one delivery, as they are recorded. Immutable. */
public final class Chain {
    /** In an error after which another try comes. */
    public static final String WILL_RETRY = "will_retry";

    public static final String DELAY = "delay_ms";
    public static final String DUE = "due_at";
    public static final String UNCERTAIN = "may_have_arrived";

    /** A delivery of which nothing is recorded. */
    public static final Chain NONE = new Chain(List.of());

    private static final Set<String> FAMILIES = Set.of("recipient", "retry", "delivery");

    private final List<Event> events;

    private Chain(List<Event> events) {
        this.events = events;
    }

    /** The tries of the delivery to {@code step} among {@code events}, which are in their order. */
    public static Chain of(List<Event> events, String step) {
        if (events.isEmpty()) {
            return NONE;
        }
        List<Event> all = events.stream()
                .filter(event -> event.step().filter(step::equals).isPresent()
                        && FAMILIES.contains(event.type().family()))
                .toList();
        int latest = all.stream().mapToInt(Event::generation).max().orElse(1);
        return new Chain(
                all.stream().filter(event -> event.generation() == latest).toList());
    }

    /** Whether {@code event} is an error after which another try comes. */
    public static boolean goesOnAfter(Event event) {
        return event.facts().get(WILL_RETRY) == Bool.TRUE;
    }

    /** Whether nothing is recorded. */
    public boolean isEmpty() {
        return events.isEmpty();
    }

    /** Which delivery to its recipient it is, from 1. */
    public int generation() {
        return isEmpty() ? 1 : last().generation();
    }

    /** Whether a try broke, and the delivery has not ended. */
    public boolean isGoingOn() {
        return !isEmpty()
                && firstError().isPresent()
                && events.stream().noneMatch(event -> event.outcome().isPresent() && !goesOnAfter(event));
    }

    /** Whether it has begun and not ended. */
    public boolean isOpen() {
        return !isEmpty() && (isGoingOn() || isCutOff());
    }

    /** The first try's intent, or where none is recorded, how it broke. */
    public Event first() {
        return events.get(0);
    }

    public Optional<Event> firstError() {
        return events.stream().filter(Chain::goesOnAfter).findFirst();
    }

    /** How the last try broke. */
    public Event lastError() {
        return events.stream().filter(Chain::goesOnAfter).reduce((a, b) -> b).orElseThrow();
    }

    /** The last event. */
    public Event last() {
        return events.get(events.size() - 1);
    }

    /** The number of the last try that was begun. */
    public int attempt() {
        return 1
                + (int) events.stream()
                        .filter(event -> event.type().equals(EventType.RETRY_ATTEMPTED))
                        .count();
    }

    /** Whether the next try is planned and not begun. */
    public boolean isScheduled() {
        return last().type().equals(EventType.RETRY_SCHEDULED);
    }

    /** Whether a try was begun of which nothing more is known. */
    public boolean isCutOff() {
        return last().type().equals(EventType.RETRY_ATTEMPTED)
                || last().type().equals(EventType.RECIPIENT_DELIVERY_ATTEMPT);
    }

    /** Whether a try may have arrived, and no later one got a definite answer. */
    public boolean isUncertain() {
        return firstError().isPresent() && lastError().facts().get(UNCERTAIN) == Bool.TRUE;
    }

    /** The wait after the last try. */
    public Duration delay() {
        return delay(lastError());
    }

    /** The wait that {@code event} tells of, before the next try. */
    public static Duration delay(Event event) {
        return event.facts().get(DELAY) instanceof Num millis
                ? Duration.ofMillis(millis.value().longValue())
                : Duration.ZERO;
    }

    /** When the next try is due. */
    public Instant due() {
        Value due = last().facts().get(DUE);
        return due.isMissing() ? last().at().plus(delay()) : Instant.parse(due.text());
    }

    /** Whether nobody knows what became of it. */
    public boolean isUnknown() {
        return !isEmpty() && endedAs(Outcome.UNKNOWN);
    }

    /** Whether the last try came out as {@code outcome}. */
    public boolean endedAs(Outcome outcome) {
        return last().outcome().filter(outcome::equals).isPresent();
    }
}
