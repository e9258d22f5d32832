package dev.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.Flow;
import dev.sluice.Sluice;
import dev.sluice.cli.leads.LeadFile;
import dev.sluice.cli.leads.LeadForm;
import dev.sluice.cli.run.NumberedIds;
import dev.sluice.cli.run.RecordedTime;
import dev.sluice.cli.stub.Stubs;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.store.MemoryStore;
import dev.sluice.store.Store;
import dev.sluice.types.Lead;
import dev.sluice.workbench.replay.LeadDifference;
import dev.sluice.workbench.replay.Replay;
import dev.sluice.workbench.replay.ReplayReport;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Recorded leads through the same flow give no difference; through a changed one, differences that add up. */
@Tag("long")
class ReplayTest {
    private static final Path DEMO = Path.of("..", "demo");
    private static final Path GALLERY = Path.of("..", "gallery");
    private static final Instant START = Instant.parse("2026-03-16T15:00:00Z");

    private static final Store STORE = MemoryStore.create();
    private static FlowDefinition demo;

    @BeforeAll
    static void record() {
        demo = FlowDefinition.read(DEMO.resolve("flow.json"));
        run(demo, DEMO, STORE);
    }

    /** Leads of a folder through a flow, as {@code sluice run} does it. The store is kept open. */
    private static void run(FlowDefinition definition, Path folder, Store store) {
        RecordedTime time = new RecordedTime(START);
        Sluice sluice = Stubs.wire(Sluice.builder(), time, List.of())
                .store(store)
                .time(time)
                .random(new SplittableRandom(1))
                .ids(new NumberedIds(0))
                .build();
        Flow flow = sluice.open(definition);
        if (Files.exists(folder.resolve("pings.csv"))) {
            leads(folder.resolve("pings.csv")).forEach(flow::ping);
        }
        flow.submitAll(leads(folder.resolve("leads.csv")).stream(), answer -> {});
    }

    private static List<Lead> leads(Path file) {
        try (InputStream in = Files.newInputStream(file);
                LeadFile leads = LeadFile.open(in, new LeadForm(Optional.empty(), true), bad -> {})) {
            List<Lead> all = new ArrayList<>();
            leads.leads().forEachRemaining(all::add);
            return all;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Test
    void ten_thousand_leads_through_the_same_flow_differ_in_nothing() {
        List<LeadDifference> different = new ArrayList<>();
        AtomicLong told = new AtomicLong();

        ReplayReport report = Replay.of(STORE, demo).progress(told::set).run(lead -> {
            if (lead.isDifferent()) {
                different.add(lead);
            }
        });

        assertThat(different).isEmpty();
        assertThat(report.isSame()).isTrue();
        assertThat(report.size().leads()).isGreaterThan(9_500).isEqualTo(told.get());
        assertThat(report.revenue().then()).isEqualByComparingTo("50768.00");
        assertThat(report.revenue().now()).isEqualByComparingTo("50768.00");
        assertThat(report.size().unknown()).isZero();
    }

    @Test
    void a_changed_price_changes_money_and_nothing_else() {
        FlowDefinition dearer = changed("{\"amount\": 38}", "{\"amount\": 40}");

        ReplayReport report = Replay.of(STORE, dearer).run();

        ReplayReport.Trade premier = report.buyers().get("premier");
        assertThat(premier.taken().now()).isEqualTo(premier.taken().then());
        assertThat(report.revenue().difference())
                .isEqualByComparingTo(premier.revenue().difference())
                .isEqualByComparingTo(BigDecimal.valueOf(2 * report.size().different()));
        assertThat(report.size().different()).isPositive();
        assertThat(report.divergences()).containsOnlyKeys("premier");
        assertThat(report.size().unknown()).isZero();
    }

    @Test
    void the_sums_of_a_changed_flow_are_those_of_its_leads() {
        FlowDefinition tighter = changed(
                "\"id\": \"premier-day\", \"name\": \"Premier of a day\", \"maximum\": 10",
                "\"id\": \"premier-day\", \"name\": \"Premier of a day\", \"maximum\": 4");
        List<LeadDifference> all = new ArrayList<>();

        ReplayReport report = Replay.of(STORE, tighter).run(all::add);

        assertThat(all).hasSize((int) report.size().leads());
        assertThat(sum(all, true)).isEqualByComparingTo(report.margin().then());
        assertThat(sum(all, false)).isEqualByComparingTo(report.margin().now());
        assertThat(all.stream().filter(LeadDifference::isDifferent))
                .hasSize((int) report.size().different());
        assertThat(all.stream().filter(lead -> !lead.unknown().isEmpty()))
                .hasSize((int) report.size().unknown());
        long divergences = report.divergences().values().stream()
                .mapToLong(Long::longValue)
                .sum();
        assertThat(all.stream().filter(lead -> lead.divergence().isPresent())).hasSize((int) divergences);
        assertThat(report.caps().get("step/mortgage/premier/premier-day").now())
                .isGreaterThan(
                        report.caps().get("step/mortgage/premier/premier-day").then());
        assertThat(report.text()).contains("response unknown", "premier-day");
    }

    private static BigDecimal sum(List<LeadDifference> all, boolean then) {
        return all.stream()
                .map(lead -> then ? lead.then().margin() : lead.now().margin())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Test
    void a_run_that_is_cancelled_says_so() {
        AtomicLong seen = new AtomicLong();

        ReplayReport report = Replay.of(STORE, demo)
                .progress(seen::set)
                .cancelled(() -> seen.get() == 10)
                .run();

        assertThat(report.size().whole()).isFalse();
        assertThat(report.size().leads()).isLessThanOrEqualTo(10);
    }

    private static FlowDefinition changed(String from, String to) {
        try {
            String text = Files.readString(DEMO.resolve("flow.json"));
            assertThat(text).contains(from);
            return FlowDefinition.read(text.replace(from, to));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @TestFactory
    Stream<DynamicTest> flows_of_the_gallery_replayed_differ_in_nothing() throws IOException {
        try (Stream<Path> folders = Files.list(GALLERY)) {
            return folders.filter(Files::isDirectory).sorted().toList().stream()
                    .map(folder -> DynamicTest.dynamicTest(folder.getFileName().toString(), () -> same(folder)));
        }
    }

    private static void same(Path folder) {
        FlowDefinition flow = FlowDefinition.read(folder.resolve("flow.json"));
        Store store = MemoryStore.create();
        run(flow, folder, store);
        List<LeadDifference> different = new ArrayList<>();

        ReplayReport report = Replay.of(store, flow).run(lead -> {
            if (lead.isDifferent() || !lead.unknown().isEmpty()) {
                different.add(lead);
            }
        });

        assertThat(different).isEmpty();
        assertThat(report.size().leads()).isPositive();
    }

    @Test
    void the_command_shows_sums_and_leads(@TempDir Path folder) throws IOException {
        String store = "jdbc:sqlite:" + folder.resolve("leads.db");
        Path waterfall = GALLERY.resolve("waterfall");
        assertThat(Shell.sluice(
                                "run",
                                waterfall.resolve("flow.json").toString(),
                                waterfall.resolve("leads.csv").toString(),
                                "--store",
                                store)
                        .status())
                .isZero();
        Path changed = Files.writeString(
                folder.resolve("b.json"),
                Files.readString(waterfall.resolve("flow.json"))
                        .replaceFirst(
                                "\"sources\"",
                                "\"acceptanceCriteria\": {\"ruleSet\": {\"op\": \"and\", \"rules\": [{\"lhv\":"
                                        + " \"lead.state\", \"op\": \"is equal to\", \"rhv\": \"CA\"}]}}, \"sources\""));

        Shell.Result same =
                Shell.sluice("replay", waterfall.resolve("flow.json").toString(), "--store", store, "--json");
        Path page = folder.resolve("replay.html");
        Shell.Result other =
                Shell.sluice("replay", changed.toString(), "--store", store, "--leads", "--html", page.toString());

        assertThat(same.status()).isZero();
        assertThat(same.answers().get(0).part("leads").part("different").text()).isEqualTo("0");
        assertThat(other.status()).isEqualTo(1);
        assertThat(other.out())
                .contains("\"first_difference\":{\"step\":\"gates\"", "State must be equal to CA", "margin");
        assertThat(Files.readString(page))
                .contains("Replay: Money", "Replay: leads that differ", "State must be equal to CA", "leads replayed");
    }
}
