package dev.sluice.workbench.page;

import dev.sluice.delivery.Outcome;
import dev.sluice.event.Event;
import dev.sluice.event.EventType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The boxes that one lead came to, and what became of it at each. Made of its events; immutable. */
final class Trail {
    private final Map<String, Mark> marks = new HashMap<>();

    /** What became of a lead at a box. */
    enum Mark {
        PASSED,
        FAILED,
        SKIPPED,
        UNKNOWN
    }

    private Trail(List<Event> events) {
        events.forEach(this::read);
        boolean stopped = marks.keySet().stream().anyMatch(box -> box.endsWith("!stop"));
        if (stopped) {
            marks.remove(Box.END);
        }
    }

    /** The trail of a lead with these events, in their order. */
    static Trail of(List<Event> events) {
        return new Trail(events);
    }

    private void read(Event event) {
        if (event.type().equals(EventType.SOURCE_SUBMITTED)) {
            marks.put(Box.SOURCES, Mark.PASSED);
            marks.put(Box.GATES, Mark.PASSED);
        } else if (event.type().equals(EventType.SOURCE_REJECTED)) {
            marks.put(Box.GATES, Mark.FAILED);
            marks.put(Box.REJECTED, Mark.FAILED);
        } else if (event.type().equals(EventType.FLOW_COMPLETED)) {
            marks.put(Box.END, mark(event));
        } else if (counts(event)) {
            event.step().ifPresent(step -> at(step, event));
        }
    }

    /** Feedback tells of a delivery without being one. */
    private static boolean counts(Event event) {
        return !event.type().family().equals("feedback")
                && !event.type().family().equals("cap")
                && !event.type().family().equals("batch");
    }

    private void at(String step, Event event) {
        marks.put(step, mark(event));
        String action = event.facts().get("action").text();
        if (event.type().family().equals("filter")) {
            Stations.exitOf(step, action).ifPresent(exit -> marks.put(exit, Mark.PASSED));
        }
        if (event.type().equals(EventType.ROUTE_TAKEN)) {
            String branch = event.facts().get("branch").text();
            marks.put(Stations.emptyBranch(step, branch), Mark.PASSED);
        }
    }

    private static Mark mark(Event event) {
        Outcome outcome = event.outcome().orElse(Outcome.SUCCESS);
        return switch (outcome) {
            case SUCCESS -> Mark.PASSED;
            case FAILURE, ERROR -> Mark.FAILED;
            case SKIP -> Mark.SKIPPED;
            case UNKNOWN -> Mark.UNKNOWN;
        };
    }

    /** What became of the lead at a box; empty where it never came. */
    Optional<Mark> at(String box) {
        return Optional.ofNullable(marks.get(box));
    }

    /** Whether the lead went this way. */
    boolean took(Arrow arrow) {
        return marks.containsKey(arrow.from()) && marks.containsKey(arrow.to());
    }
}
