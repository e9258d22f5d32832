package dev.sluice.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.InvalidFlowException;
import dev.sluice.Sluice;
import dev.sluice.delivery.ConfigProblem;
import dev.sluice.delivery.Transport;
import dev.sluice.delivery.TransportRequest;
import dev.sluice.delivery.TransportResult;
import dev.sluice.delivery.testkit.LineFormat;
import dev.sluice.event.Event;
import dev.sluice.event.EventType;
import dev.sluice.event.Pseudonyms;
import dev.sluice.event.Reader;
import dev.sluice.event.Role;
import dev.sluice.event.Treatments;
import dev.sluice.json.ExportPlanJson;
import dev.sluice.report.ReportDefinition;
import dev.sluice.rules.Finding;
import dev.sluice.schedule.FileSchedule;
import dev.sluice.schedule.Timetable;
import dev.sluice.store.StreamId;
import dev.sluice.store.WorkId;
import dev.sluice.store.WorkItem;
import dev.sluice.types.Obj;
import dev.sluice.types.Value;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ExportPlansTest {
    private static final FileSchedule NIGHTLY =
            FileSchedule.of(ZoneOffset.UTC, new Timetable.Daily(LocalTime.of(2, 0)));

    private final Sold sold = new Sold();
    private final Shelf shelf = new Shelf();
    private final Exports exports = sold.exports(shelf).build();

    private static ExportPlan leads() {
        return ExportPlan.of(
                "nightly", Sold.leads().columns(Columns.parse("lead_id,status")).build(), NIGHTLY);
    }

    private void pass(Duration duration) {
        sold.time.pass(duration);
        while (!sold.sluice.runDue(10).isEmpty()) {
            // One export asks for, the next round makes it.
        }
    }

    private void until(String moment) {
        pass(Duration.between(sold.time.instant(), Instant.parse(moment)));
    }

    private List<String> rows() {
        return shelf.files.keySet().stream()
                .flatMap(name -> shelf.text(name).lines().skip(1))
                .toList();
    }

    private Stream<Event> told(EventType type) {
        return sold.sluice.events().stream(new StreamId("default", "acct_default")).stream()
                .filter(event -> event.type().equals(type));
    }

    @Test
    void every_night_the_leads_that_are_new_go_out_once() {
        sold.leads(2);
        assertThat(exports.plan(leads())).isEmpty();
        until("2026-03-16T02:00:30Z");
        assertThat(shelf.files).as("what is late may still be written").isEmpty();
        until("2026-03-16T02:01:00Z");
        sold.leads(1);
        until("2026-03-17T02:01:00Z");

        assertThat(shelf.files)
                .containsOnlyKeys("nightly_2026-03-16_020000_part_001.txt", "nightly_2026-03-17_020000_part_001.txt");
        assertThat(rows()).containsExactly("lead_000000|completed", "lead_000001|completed", "lead_000002|completed");
        assertThat(told(EventType.EXPORT_COMPLETED))
                .extracting(event -> event.facts().get("plan").text())
                .containsExactly("nightly", "nightly");
        ExportPlanStatus status = exports.planned("nightly").orElseThrow();
        assertThat(status.nextTime()).hasValue(Instant.parse("2026-03-18T02:00:00Z"));
        assertThat(status.exports()).isEqualTo(2);
        assertThat(status.lastExport().orElseThrow().rows()).isEqualTo(1);
    }

    @Test
    void a_month_on_two_processes_gives_each_lead_once_and_each_night_a_file() {
        exports.plan(leads());
        Sluice other = Sluice.builder().store(sold.store).time(sold.time).build();
        Exports.over(other)
                .format("lines", LineFormat.withHeader())
                .transport("files", shelf)
                .build();
        for (int day = 0; day < 30; day++) {
            sold.leads(day % 3);
            sold.time.pass(Duration.ofDays(1));
            for (int round = 0; round < 6; round++) {
                (round % 2 == day % 2 ? sold.sluice : other).runDue(1);
            }
        }
        pass(Duration.ofMinutes(5));
        assertThat(shelf.files).hasSize(30);
        assertThat(rows()).hasSize(30).doesNotHaveDuplicates();
    }

    @Test
    void work_that_two_processes_have_taken_asks_once() {
        sold.leads(1);
        exports.plan(leads());
        Jobs jobs = new Jobs(sold.sluice, name -> Role.OPERATOR);
        Plans plans = new Plans(sold.sluice, jobs, name -> Role.OPERATOR);
        sold.time.pass(Duration.ofDays(1));
        WorkItem work = new WorkItem(
                new WorkId("default", "export_plan_nightly"), Plans.KIND, sold.time.instant(), 0, "nightly");
        plans.due(work);
        plans.due(work);
        assertThat(told(EventType.EXPORT_STARTED)).hasSize(1);
    }

    @Test
    void what_an_export_that_failed_should_have_brought_is_in_the_next() {
        sold.leads(1);
        exports.plan(leads());
        shelf.before = () -> TransportResult.refused("full");
        until("2026-03-16T02:01:00Z");
        assertThat(exports.planned("nightly")
                        .orElseThrow()
                        .lastExport()
                        .orElseThrow()
                        .state())
                .isEqualTo(ExportState.FAILED);
        shelf.before = () -> null;
        sold.leads(1);
        until("2026-03-17T02:01:00Z");
        assertThat(rows()).containsExactly("lead_000000|completed", "lead_000001|completed");
        assertThat(told(EventType.EXPORT_FAILED)).hasSize(1);
    }

    @Test
    void an_export_that_is_still_tried_holds_the_next_up_and_nothing_is_lost() {
        sold.leads(1);
        exports.plan(leads());
        shelf.before = () -> TransportResult.failed("not now");
        sold.time.set("2026-03-16T02:01:00Z");
        sold.sluice.runDue(1);
        sold.sluice.runDue(1);
        shelf.before = () -> null;
        sold.leads(1);
        sold.time.set("2026-03-17T02:01:00Z");
        pass(Duration.ofMinutes(1));
        pass(Duration.ofMinutes(10));
        assertThat(rows()).containsExactly("lead_000000|completed", "lead_000001|completed");
        assertThat(shelf.files).hasSize(2);
    }

    @Test
    void nights_that_nobody_was_there_for_are_made_up_for_file_by_file() {
        exports.plan(leads().ofAll());
        sold.leads(1);
        sold.time.pass(Duration.ofDays(3));
        for (int minute = 0; minute < 10; minute++) {
            pass(Duration.ofMinutes(1));
        }
        assertThat(shelf.files.keySet())
                .containsExactly(
                        "nightly_2026-03-16_020000_part_001.txt",
                        "nightly_2026-03-17_020000_part_001.txt",
                        "nightly_2026-03-18_020000_part_001.txt");
        assertThat(rows()).as("all there is, each time").hasSize(3);
    }

    @Test
    void a_plan_that_is_disabled_makes_nothing_until_it_is_enabled() {
        sold.leads(1);
        exports.plan(leads());
        exports.plan(leads().disabled());
        pass(Duration.ofDays(3));
        assertThat(shelf.files).isEmpty();
        assertThat(exports.planned("nightly").orElseThrow().nextTime()).isEmpty();
        exports.plan(leads());
        pass(Duration.ofDays(1));
        assertThat(rows()).containsExactly("lead_000000|completed");
    }

    @Test
    void events_go_out_by_their_time_each_once() {
        sold.leads(1);
        ExportPlan events = ExportPlan.of(
                        "audit",
                        Sold.events()
                                .columns(Columns.parse("type"))
                                .query("type=source.*")
                                .build(),
                        FileSchedule.of(ZoneId.of("America/Chicago"), new Timetable.Hourly(0)))
                .fileName("audit_{date}_{hour}");
        exports.plan(events);
        until("2026-03-15T13:01:00Z");
        sold.leads(1);
        until("2026-03-15T14:01:00Z");
        assertThat(shelf.files.keySet())
                .containsExactly("audit_2026-03-15_08_part_001.txt", "audit_2026-03-15_09_part_001.txt");
        assertThat(rows())
                .containsExactly("source.submitted", "source.accepted", "source.submitted", "source.accepted");
    }

    @Test
    void a_report_goes_out_as_it_was_at_its_time() {
        ReportDefinition report = ReportDefinition.builder("daily")
                .columns("source", "leads", "accepted")
                .filter(new ReportDefinition.Filter(Set.of("solar"), Set.of(), Set.of(), null))
                .build();
        exports.plan(ExportPlan.of(
                "daily", ExportRequest.report(report).format("lines").build(), NIGHTLY));
        sold.leads(5);
        sold.time.set("2026-03-16T02:00:10Z");
        sold.leads(1);
        until("2026-03-16T02:01:00Z");
        assertThat(shelf.text("daily_2026-03-16_020000_part_001.txt")).isEqualTo("""
                source|leads|accepted
                web|5|4
                """);
        assertThat(told(EventType.EXPORT_COMPLETED))
                .extracting(event -> event.facts().get("kind").text())
                .containsExactly("report");
    }

    @Test
    void a_plan_is_the_same_after_it_was_written_and_read() {
        ReportDefinition report =
                ReportDefinition.builder("daily").columns("leads").build();
        ExportPlan plan = ExportPlan.of(
                        "daily",
                        ExportRequest.report(report)
                                .compression(Compression.GZIP)
                                .fileRows(7)
                                .reader(Reader.of("me", Role.ANALYST).treating(Treatments.parse("lead.note=hash")))
                                .transport("sftp", Obj.EMPTY.with("host", Value.text("h")))
                                .build(),
                        NIGHTLY)
                .ofAll()
                .fileName("x_{date}");
        assertThat(ExportPlanJson.write(ExportPlanJson.read(ExportPlanJson.write(plan))))
                .isEqualTo(ExportPlanJson.write(plan))
                .contains("\"report\":{", "\"range\":\"all\"", "\"fileRows\":7", "\"treatments\":\"lead.note=hash\"");
        assertThatThrownBy(() -> ExportPlanJson.read("""
                {"id": "a", "kind": "report", "role": "king", "treatments": "x", "colour": 1, "fileRows": 0,
                 "schedule": {"times": [{"every": "day", "at": "02:00"}]}, "transport": {"plugin": "x"}}
                """))
                .isInstanceOfSatisfying(InvalidFlowException.class, wrong -> assertThat(wrong.findings())
                        .extracting(finding -> finding.code() + " " + finding.pointer())
                        .containsExactlyInAnyOrder(
                                "unknown_key /colour",
                                "report_out_of_place ",
                                "unknown_role /role",
                                "invalid_treatments /treatments",
                                "out_of_range /fileRows"));
    }

    @Test
    void a_plan_that_hashes_needs_a_key() {
        ExportPlan hashing = ExportPlan.of(
                "nightly",
                Sold.leads()
                        .reader(Reader.of("me", Role.OPERATOR).treating(Treatments.parse("*=hash")))
                        .build(),
                NIGHTLY);

        assertThat(exports.plan(hashing))
                .extracting(finding -> finding.code() + " " + finding.pointer())
                .containsExactly("no_pseudonyms /treatments");
        Pseudonyms keyed = Pseudonyms.keyed("a key that is long enough".getBytes(StandardCharsets.UTF_8));
        assertThat(sold.exports(shelf).pseudonyms(keyed).build().plan(hashing)).isEmpty();
    }

    @Test
    void a_plan_that_cannot_work_is_told_and_not_kept() {
        Transport picky = new Transport() {
            @Override
            public TransportResult put(TransportRequest request) {
                return TransportResult.failed("never");
            }

            @Override
            public List<ConfigProblem> check(Obj config) {
                return List.of(new ConfigProblem("/host", "missing_setting", "'host' is needed"));
            }
        };
        Exports wired = sold.exports(shelf).transport("picky", picky).build();
        ExportPlan wrong = ExportPlan.of(
                        "../x",
                        ExportRequest.leads()
                                .format("csv")
                                .transport("picky", Obj.EMPTY)
                                .build(),
                        FileSchedule.of(ZoneOffset.UTC).afterRows(5))
                .fileName("{dat}_{count}");
        assertThat(wired.plan(wrong))
                .extracting(Finding::pointer)
                .containsExactly(
                        "/id", "/schedule", "/schedule", "/fileName", "/fileName", "/format", "/transport/config/host");
        assertThat(wired.planned("../x")).isEmpty();
        assertThat(exports.plan(ExportPlan.of(
                        "q", Sold.leads().query("outcome=nonsense").build(), NIGHTLY)))
                .extracting(Finding::pointer)
                .containsExactly("/query");
    }
}
