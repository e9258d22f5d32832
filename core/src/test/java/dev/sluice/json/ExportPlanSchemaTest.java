package dev.sluice.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.sluice.InvalidFlowException;
import dev.sluice.export.Columns;
import dev.sluice.export.Compression;
import dev.sluice.export.ExportPlan;
import dev.sluice.export.ExportRequest;
import dev.sluice.report.Dimension;
import dev.sluice.report.Period;
import dev.sluice.report.ReportDefinition;
import dev.sluice.schedule.FileSchedule;
import dev.sluice.schedule.Timetable;
import dev.sluice.types.Obj;
import dev.sluice.types.Value;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExportPlanSchemaTest {
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(
                    SpecificationVersion.DRAFT_2020_12,
                    registry -> registry.schemas(Map.of("urn:dev.sluice:flow:1", text("flow.schema.json"))))
            .getSchema(text("export-plan.schema.json"));
    private static final FileSchedule NIGHTLY =
            FileSchedule.of(ZoneId.of("America/Chicago"), new Timetable.Daily(LocalTime.of(2, 0)));

    private static String text(String name) {
        try (InputStream in = ExportPlanJson.class.getResourceAsStream("/dev/sluice/" + name)) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static Stream<ExportPlan> plans() {
        ReportDefinition report = ReportDefinition.builder("daily")
                .columns("source", "leads", "revenue")
                .groupBy(Dimension.named("source").orElseThrow())
                .period(Period.days(1, 1))
                .build();
        return Stream.of(
                ExportPlan.of("all", ExportRequest.leads().build(), NIGHTLY),
                ExportPlan.of(
                                "nightly",
                                ExportRequest.events()
                                        .query("flow_id=solar")
                                        .columns(Columns.parse("type,email"))
                                        .compression(Compression.ZIP)
                                        .fileRows(10)
                                        .fileBytes(1_000)
                                        .transport("folder", Obj.of(Map.of("path", Value.text("out"))))
                                        .build(),
                                NIGHTLY)
                        .ofAll()
                        .disabled()
                        .fileName("x_{date}"),
                ExportPlan.of("daily", ExportRequest.report(report).build(), NIGHTLY));
    }

    @ParameterizedTest
    @MethodSource("plans")
    void whatever_the_writer_makes_is_valid(ExportPlan plan) {
        String json = ExportPlanJson.write(plan);
        assertThat(SCHEMA.validate(json, InputFormat.JSON)).as(json).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "`id`: `a`, `colour`: 1",
                "`id`: 7",
                "`enabled`: true",
                "`id`: `a`, `kind`: `report`",
                "`id`: `a`, `kind`: `leads`, `report`: {`name`: `x`}",
                "`id`: `a`, `kind`: `rows`",
                "`id`: `a`, `range`: `some`",
                "`id`: `a`, `fileRows`: 0",
                "`id`: `a`, `compression`: `rar`",
                "`id`: `a`, `report`: {`name`: `x`, `colour`: 1}",
            })
    void whatever_the_reader_refuses_is_invalid(String members) {
        String json = ("{" + members + ", `schedule`: {`times`: [{`every`: `day`, `at`: `02:00`}]},"
                        + " `transport`: {`plugin`: `folder`}}")
                .replace('`', '"');
        assertThat(SCHEMA.validate(json, InputFormat.JSON)).as(json).isNotEmpty();
        assertThatThrownBy(() -> ExportPlanJson.read(json)).isInstanceOf(InvalidFlowException.class);
    }

    @Test
    void a_plan_needs_a_schedule_and_a_transport() {
        assertThat(SCHEMA.validate("{\"id\": \"a\"}", InputFormat.JSON)).hasSize(2);
    }
}
