package dev.sluice.batches;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.InvalidFlowException;
import dev.sluice.Sluice;
import dev.sluice.StillTime;
import dev.sluice.Submission;
import dev.sluice.delivery.ConfigProblem;
import dev.sluice.delivery.DeliveryPlugin;
import dev.sluice.delivery.DeliveryResult;
import dev.sluice.delivery.Outcome;
import dev.sluice.delivery.RowFormat;
import dev.sluice.delivery.RowWriter;
import dev.sluice.delivery.testkit.LineFormat;
import dev.sluice.flow.BatchDefinition;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.flow.MappingDefinition;
import dev.sluice.flow.MappingValue;
import dev.sluice.flow.RecipientStep;
import dev.sluice.rules.Finding;
import dev.sluice.schedule.FileSchedule;
import dev.sluice.types.Lead;
import dev.sluice.types.Shape;
import dev.sluice.types.Value;
import java.io.IOException;
import java.io.OutputStream;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class BatchColumnsTest {
    private static final BatchDefinition NIGHTLY = BatchDefinition.of(
            "nightly", "narrow", "place", FileSchedule.of(ZoneOffset.UTC).afterRows(1));

    /** Has room for one column. */
    private static final RowFormat NARROW = new RowFormat() {
        @Override
        public String extension() {
            return "txt";
        }

        @Override
        public String mediaType() {
            return "text/plain";
        }

        @Override
        public List<ConfigProblem> checkColumns(List<String> headers) {
            return headers.size() < 2
                    ? List.of()
                    : List.of(new ConfigProblem("/1", "no_room", "'" + headers.get(1) + "' has no room"));
        }

        @Override
        public RowWriter open(Shape columns, OutputStream out) throws IOException {
            return LineFormat.plain().open(columns, out);
        }
    };

    private final Place place = new Place();

    private Sluice.Builder wired() {
        return Sluice.builder()
                .time(new StillTime("2026-03-15T12:00:00Z"))
                .delivery(
                        "batch",
                        DeliveryPlugin.inProcess(request -> DeliveryResult.queued(
                                "nightly", request.delivery().key())))
                .rowFormat("narrow", NARROW)
                .transport("place", place);
    }

    private static FlowDefinition.Builder flow() {
        return FlowDefinition.builder("solar")
                .field("email", "email")
                .source("web")
                .step(RecipientStep.to("premier", "batch").build());
    }

    private static List<String> places(List<Finding> findings) {
        return findings.stream()
                .map(finding -> finding.code() + " " + finding.pointer())
                .toList();
    }

    @Test
    void a_column_that_the_format_has_no_place_for_is_found_when_the_flow_opens() {
        FlowDefinition wide =
                flow().batch(NIGHTLY.field("Email", "a").field("State", "b")).build();
        assertThat(places(wired().build().check(wide))).containsExactly("no_room /batches/0/fields/1/property");
    }

    @Test
    void batches_of_the_host_are_held_against_the_same_when_a_flow_opens() {
        BatchDefinition wrong = NIGHTLY.field("Email", "{{lead.email").fileName("{dat}.txt");
        Sluice sluice = wired().batch(wrong).build();
        assertThat(places(sluice.check(flow().build()))).contains("unknown_token ");
        assertThatThrownBy(() -> sluice.open(flow().build()))
                .isInstanceOf(InvalidFlowException.class)
                .hasMessageContaining("/batches/0/fileName");
        assertThat(wired().batch(NIGHTLY.field("Email", "{{lead.email}}"))
                        .build()
                        .check(flow().build()))
                .isEmpty();
    }

    @Test
    void a_lead_without_what_a_column_requires_is_an_error_of_the_step_and_in_no_file() {
        MappingDefinition required = new MappingDefinition(
                "Email", MappingValue.of("{{lead.email}}"), List.of(), Value.missing(), null, true);
        Sluice sluice = wired().build();
        var flow = sluice.open(flow().batch(NIGHTLY.field(required)).build());
        Submission without = flow.submit(Lead.from("web").with("email", ""));
        Submission with = flow.submit(Lead.from("web").with("email", "ann@example.com"));
        sluice.runDue(10);
        assertThat(without.deliveries().get(0).outcome()).isEqualTo(Outcome.ERROR);
        assertThat(without.deliveries().get(0).reason())
                .hasValue("The lead has nothing for what batch 'nightly' requires: [Email]");
        assertThat(with.outcome()).isEqualTo(Outcome.SUCCESS);
        assertThat(place.rows()).containsExactly("ann@example.com");
    }
}
