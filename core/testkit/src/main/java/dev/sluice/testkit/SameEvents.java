package dev.sluice.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.event.Event;
import dev.sluice.types.Lead;
import dev.sluice.types.Section;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Compares events field by field. */
final class SameEvents {
    private static final List<Function<Event, Object>> FIELDS = List.of(
            Event::id,
            Event::type,
            Event::at,
            Event::leadId,
            Event::context,
            Event::step,
            Event::entity,
            Event::generation,
            Event::attempt,
            Event::outcome,
            Event::reason,
            Event::cost,
            Event::revenue,
            Event::durationMs,
            Event::next,
            Event::facts,
            Event::detail,
            event -> event.before().isPresent(),
            event -> List.of(Section.values()).stream()
                    .map(event.snapshot()::section)
                    .toList(),
            event -> event.input().map(Lead::source),
            event -> event.input().map(Lead::data),
            event -> event.input().map(Lead::details),
            event -> event.input().flatMap(Lead::submittedAt),
            event -> event.input().map(Lead::isTest));

    private SameEvents() {}

    static void assertSame(List<Event> read, List<Event> written) {
        assertThat(read)
                .extracting(Event::id)
                .isEqualTo(written.stream().map(Event::id).toList());
        for (int i = 0; i < read.size(); i++) {
            Event one = read.get(i);
            Event other = written.get(i);
            assertThat(all(one)).as("fields of %s", one).isEqualTo(all(other));
        }
    }

    private static List<Object> all(Event event) {
        return FIELDS.stream()
                .map(field -> Optional.ofNullable(field.apply(event)).orElse("none"))
                .toList();
    }
}
