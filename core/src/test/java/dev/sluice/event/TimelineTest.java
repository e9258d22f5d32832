package dev.sluice.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import dev.sluice.delivery.Outcome;
import dev.sluice.store.StreamId;
import dev.sluice.types.At;
import dev.sluice.types.FieldTypes;
import dev.sluice.types.Obj;
import dev.sluice.types.Parsing;
import dev.sluice.types.Scope;
import dev.sluice.types.Section;
import dev.sluice.types.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimelineTest {
    private static final StreamId LEAD = new StreamId("default", "lead_1");
    private static final Instant START = Instant.parse("2024-01-15T10:00:00.100Z");
    private static final Reader OPERATOR = Reader.of("ann", Role.OPERATOR);

    private static final Scope RAW = Scope.EMPTY
            .with(Section.SOURCE, Obj.EMPTY.with("name", Value.text("Web")))
            .with(Section.SUBMISSION, Obj.EMPTY.with("ip", Value.text("10.0.0.1")));
    private static final Scope PARSED = RAW.with(
            Section.LEAD,
            Obj.EMPTY
                    .with("email", FieldTypes.EMAIL.parse(Value.text("john@example.com"), Parsing.at(At.utc(START))))
                    .with("tcpa_text", Value.text("I agree")));
    private static final Scope ASKED =
            PARSED.with(Section.APPENDED, Obj.EMPTY.with("intel", Obj.EMPTY.with("carrier", Value.text("Verizon"))));

    private static final List<Event> EVENTS = List.of(
            Event.of(LEAD, 1, EventType.SOURCE_SUBMITTED, START)
                    .snapshot(RAW, null)
                    .build(),
            Event.of(LEAD, 2, EventType.SOURCE_ACCEPTED, START.plusMillis(50))
                    .snapshot(PARSED, null)
                    .build(),
            Event.of(LEAD, 3, EventType.ENHANCEMENT_SUCCESS, START.plusMillis(150))
                    .durationMs(90)
                    .snapshot(ASKED, PARSED)
                    .build(),
            Event.of(LEAD, 4, EventType.RECIPIENT_DELIVERED, START.plusMillis(400))
                    .entity("buyer")
                    .outcome(Outcome.SUCCESS)
                    .durationMs(245)
                    .snapshot(ASKED, ASKED)
                    .build());

    private final Timeline timeline = Timeline.of(EVENTS);

    @Test
    void stages_say_how_long_each_event_was_waited_for() {
        assertThat(timeline.stages())
                .extracting(stage -> stage.sinceBefore().toMillis(), stage -> stage.sinceFirst()
                        .toMillis())
                .containsExactly(tuple(0L, 0L), tuple(50L, 50L), tuple(100L, 150L), tuple(250L, 400L));
        assertThat(timeline.total()).isEqualTo(Duration.ofMillis(400));
        assertThat(timeline.parsing()).hasValue(Duration.ofMillis(50));
        assertThat(timeline.bottlenecks(2))
                .extracting(stage -> stage.event().seq())
                .containsExactly(4L, 3L);
    }

    @Test
    void the_snapshot_of_any_event_is_there() {
        assertThat(timeline.event(3)
                        .orElseThrow()
                        .snapshot()
                        .get("appended.intel.carrier")
                        .text())
                .isEqualTo("Verizon");
        assertThat(timeline.event(9)).isEmpty();
    }

    @Test
    void a_difference_names_what_changed_and_shows_what_the_reader_may_see() {
        List<Difference> all = Difference.between(PARSED, ASKED);
        List<Difference> seen = Difference.between(EVENTS.get(1), EVENTS.get(2), OPERATOR);

        assertThat(all).extracting(Difference::path).containsExactly("appended.intel.carrier");
        assertThat(all.get(0).after().text()).isEqualTo("Verizon");
        assertThat(all.get(0).before().isMissing()).isTrue();
        assertThat(seen.get(0).after().text()).isEqualTo("***");
    }

    @Test
    void an_audit_tells_of_submitter_consent_transformations_and_delivery() {
        LeadAudit audit = LeadAudit.of(timeline, OPERATOR);

        assertThat(audit.submission()).containsKeys("source.name", "submission.ip");
        assertThat(audit.submission().get("submission.ip").text()).isEqualTo("***");
        assertThat(audit.consent()).extracting(LeadAudit.Consent::path).containsExactly("tcpa_text");
        assertThat(audit.changes()).extracting(change -> change.event().seq()).containsExactly(2L, 3L);
        assertThat(audit.deliveries()).extracting(Event::seq).containsExactly(4L);
    }

    @Test
    void events_of_two_leads_make_no_timeline() {
        Event other = Event.of(new StreamId("default", "lead_2"), 5, EventType.FLOW_COMPLETED, START)
                .build();

        assertThatThrownBy(() -> Timeline.of(List.of(EVENTS.get(0), other)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(Timeline.of(List.of()).total()).isZero();
    }
}
