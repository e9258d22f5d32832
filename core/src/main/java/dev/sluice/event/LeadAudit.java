package dev.sluice.event;

import dev.sluice.types.Section;
import dev.sluice.types.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What an auditor asks of a lead: who submitted it when, what it says of consent, what became of its data, and who confirmed
 * that it was delivered. All values are as the reader sees them.
 *
 * @param submitted the first event: who handed the lead in, when, and how
 * @param submission source and submission, by dotted names
 * @param consent values and answers that tell of consent, by dotted names, with the number of the event that first had them
 * @param changes what each event changed
 * @param deliveries what recipients answered
 */
public record LeadAudit(
        Event submitted,
        Map<String, Value> submission,
        List<Consent> consent,
        List<Change> changes,
        List<Event> deliveries) {
    /** Parts of names that fields of consent and their certificates have. */
    private static final List<String> CONSENT =
            List.of("consent", "tcpa", "trustedform", "jornaya", "leadid", "opt_in", "optin", "certificate");

    /**
     * A value that tells of consent.
     *
     * @param seq the event that first had it
     */
    public record Consent(long seq, String path, Value value) {}

    /**
     * What one event changed.
     *
     * @param event after which the data were so
     */
    public record Change(Event event, List<Difference> differences) {}

    /**
     * The audit of a lead.
     *
     * @throws IllegalArgumentException if the timeline has no event
     */
    public static LeadAudit of(Timeline timeline, Reader reader) {
        if (timeline.events().isEmpty()) {
            throw new IllegalArgumentException("there is nothing to audit: the timeline has no event");
        }
        Event first = timeline.events().get(0);
        return new LeadAudit(
                reader.of(first),
                submission(timeline, reader),
                consent(timeline, reader),
                changes(timeline, reader),
                deliveries(timeline, reader));
    }

    private static Map<String, Value> submission(Timeline timeline, Reader reader) {
        Map<String, Value> told = new LinkedHashMap<>();
        for (Event event :
                timeline.events().subList(0, Math.min(2, timeline.events().size()))) {
            for (Section section : List.of(Section.SOURCE, Section.SUBMISSION)) {
                reader.of(event.snapshot())
                        .section(section)
                        .members()
                        .forEach((name, value) -> told.put(section.path() + "." + name, value));
            }
        }
        return told;
    }

    private static List<Consent> consent(Timeline timeline, Reader reader) {
        Map<String, Consent> first = new LinkedHashMap<>();
        for (Event event : timeline.events()) {
            reader.of(event.snapshot()).flat().forEach((path, value) -> {
                String name = path.toLowerCase(Locale.ROOT);
                if (CONSENT.stream().anyMatch(name::contains)) {
                    first.putIfAbsent(path, new Consent(event.seq(), path, value));
                }
            });
        }
        return List.copyOf(first.values());
    }

    private static List<Change> changes(Timeline timeline, Reader reader) {
        List<Change> changes = new ArrayList<>();
        Event before = timeline.events().get(0);
        for (Event event : timeline.events()) {
            List<Difference> differences = Difference.between(before, event, reader);
            if (!differences.isEmpty()) {
                changes.add(new Change(reader.of(event), differences));
            }
            before = event;
        }
        return changes;
    }

    private static List<Event> deliveries(Timeline timeline, Reader reader) {
        return timeline.events().stream()
                .filter(event -> event.type().family().equals("recipient"))
                .filter(event -> !event.type().equals(EventType.RECIPIENT_DELIVERY_ATTEMPT))
                .map(reader::of)
                .toList();
    }
}
