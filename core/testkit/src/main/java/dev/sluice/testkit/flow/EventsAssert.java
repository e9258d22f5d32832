package dev.sluice.testkit.flow;

import dev.sluice.event.Event;
import java.util.List;
import java.util.stream.Collectors;
import org.assertj.core.api.AbstractAssert;

/** Assertions about events in their order; failures show all of them. */
public final class EventsAssert extends AbstractAssert<EventsAssert, List<Event>> {
    private final String trace;

    EventsAssert(List<Event> events, String trace) {
        super(events, EventsAssert.class);
        this.trace = trace;
    }

    /** Events of these types come in this order, others may stand between. */
    public EventsAssert followsPattern(String... types) {
        isNotNull();
        int found = 0;
        for (Event event : actual) {
            found += found < types.length && event.type().text().equals(types[found]) ? 1 : 0;
        }
        if (found < types.length) {
            throw failure(
                    "Expected the events to follow%n  %s%nbut after %d of them no <%s> comes:%n%s%s",
                    String.join(" -> ", types), found, types[found], list(), trace);
        }
        return this;
    }

    /** Just events of these types, in this order. */
    public EventsAssert areExactly(String... types) {
        isNotNull();
        List<String> own = actual.stream().map(event -> event.type().text()).toList();
        if (!own.equals(List.of(types))) {
            throw failure("Expected just the events%n  %s%nbut they are:%n%s%s", List.of(types), list(), trace);
        }
        return this;
    }

    /** No event of this type. */
    public EventsAssert haveNo(String type) {
        isNotNull();
        if (actual.stream().anyMatch(event -> event.type().text().equals(type))) {
            throw failure("Expected no event <%s>, but there is:%n%s%s", type, list(), trace);
        }
        return this;
    }

    private String list() {
        return actual.stream().map(EventsAssert::line).collect(Collectors.joining());
    }

    static String line(Event event) {
        String step = event.step().map(id -> " " + id).orElse("");
        String outcome = event.outcome().map(how -> " " + how.text()).orElse("");
        String reason = event.reason().map(why -> " (" + why + ")").orElse("");
        return "  " + event.seq() + " " + event.type().text() + step + outcome + reason + "\n";
    }
}
