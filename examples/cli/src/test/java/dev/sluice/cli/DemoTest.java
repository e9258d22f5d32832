package dev.sluice.cli;

import static dev.sluice.cli.Shell.sluice;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.flow.Cap;
import dev.sluice.flow.CapEntry;
import dev.sluice.flow.CapWindow;
import dev.sluice.flow.DistributeStep;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.flow.RecipientStep;
import dev.sluice.flow.TimeUnit;
import dev.sluice.json.ValueJson;
import dev.sluice.types.Arr;
import dev.sluice.types.Num;
import dev.sluice.types.Value;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo's ten thousand leads: what is printed agrees with the lines, and the numbers add up. */
class DemoTest {
    private static final String FLOW = "../demo/flow.json";
    private static final String LEADS = "../demo/leads.csv";

    private static Shell.Result result;
    private static List<Value> answers;
    private static List<Value> delivered;

    @BeforeAll
    static void run(@TempDir Path folder) throws IOException {
        Path events = folder.resolve("events.jsonl");
        result = sluice("run", FLOW, LEADS, "--progress", "none", "--events", events.toString());
        answers = result.answers();
        delivered = Files.readAllLines(events).stream()
                .filter(line -> line.contains("\"recipient.delivered\""))
                .map(ValueJson::read)
                .toList();
    }

    @Test
    void every_lead_is_answered_once_and_nothing_is_lost() {
        assertThat(result.status()).isZero();
        assertThat(answers).hasSize(10_000);
        assertThat(answers).extracting(answer -> answer.part("lead_id").text()).doesNotHaveDuplicates();
        assertThat(row("submitted")).isEqualTo(10_000);
        assertThat(row("accepted") + row("rejected")).isEqualTo(10_000);
    }

    @Test
    void reasons_add_up_to_the_rejected_and_outcomes_to_the_accepted() {
        String table = result.err();
        String rejections = table.substring(table.indexOf("  rejected"), table.indexOf("  accepted"));
        String outcomes = table.substring(table.indexOf("  accepted"), table.indexOf("recipient "));

        assertThat(sumOfLevel(rejections)).isEqualTo(row("rejected"));
        assertThat(sumOfLevel(outcomes)).isEqualTo(row("accepted"));
        assertThat(rejections.lines()).hasSizeGreaterThan(6);
    }

    @Test
    void the_table_says_what_the_lines_say() {
        Map<String, Long> delivered = new HashMap<>();
        BigDecimal revenue = BigDecimal.ZERO;
        BigDecimal cost = BigDecimal.ZERO;
        for (Value answer : answers) {
            revenue = revenue.add(number(answer, "revenue"));
            cost = cost.add(number(answer, "price"));
            for (Value delivery : (Arr) answer.part("deliveries")) {
                boolean taken = delivery.part("outcome").text().equals("success");
                delivered.merge(delivery.part("name").text(), taken ? 1L : 0L, Long::sum);
            }
        }

        assertThat(delivered).hasSize(4).allSatisfy((name, leads) -> assertThat(row(name))
                .isEqualTo(leads));
        assertThat(money("revenue")).isEqualByComparingTo(revenue);
        assertThat(money("cost of leads")).isEqualByComparingTo(cost.negate());
        assertThat(money("margin"))
                .isEqualByComparingTo(
                        money("revenue").add(money("cost of leads")).add(money("cost of look-ups")));
    }

    @Test
    void a_second_run_gives_the_same_answers() {
        assertThat(sluice("run", FLOW, LEADS, "--progress", "none").out()).isEqualTo(result.out());
    }

    @Test
    void the_readme_shows_this_very_table() throws IOException {
        String table = result.err().substring(1, result.err().indexOf("\n10,000 leads in"));

        assertThat(Files.readString(Path.of("../demo/README.md"))).contains("```text\n" + table + "```\n");
    }

    @Test
    void no_buyer_gets_more_than_its_caps_and_most_caps_are_reached() {
        FlowDefinition flow = FlowDefinition.read(Path.of(FLOW));
        DistributeStep buyers = (DistributeStep) flow.steps().get(2);
        List<String> reached = new ArrayList<>();

        for (RecipientStep buyer : buyers.recipients()) {
            for (Cap cap : all(buyer.caps())) {
                long most = mostDelivered(buyer.id(), unit(cap), flow.timeZone());
                long maximum = cap.maximum().longValueExact();
                assertThat(most).as(cap.id()).isPositive().isLessThanOrEqualTo(maximum);
                if (most == maximum) {
                    reached.add(cap.id());
                }
            }
        }

        assertThat(reached)
                .containsExactly("premier-day", "premier-hour", "homestead-week", "homestead-day", "exchange-month");
    }

    private static TimeUnit unit(Cap cap) {
        return ((CapWindow.Calendar) cap.window()).length().interval();
    }

    private static List<Cap> all(List<? extends CapEntry> caps) {
        return caps.stream()
                .map(Cap.class::cast)
                .flatMap(cap -> Stream.concat(Stream.of(cap), all(cap.caps()).stream()))
                .toList();
    }

    /** How many leads a buyer got in its busiest hour, day, week or month. */
    private static long mostDelivered(String buyer, TimeUnit unit, ZoneId zone) {
        Map<ZonedDateTime, Long> windows = new HashMap<>();
        for (Value event : delivered) {
            if (event.part("step_id").text().equals(buyer)) {
                Instant at = Instant.parse(event.part("timestamp").text());
                windows.merge(unit.startOf(at.atZone(zone)), 1L, Long::sum);
            }
        }
        return windows.values().stream().mapToLong(Long::longValue).max().orElse(0);
    }

    @Test
    void the_flow_has_no_findings() {
        assertThat(sluice("check", FLOW).out()).isEqualTo("all is well\n");
    }

    private static BigDecimal number(Value answer, String name) {
        return ((Num) answer.part(name)).value();
    }

    private static long row(String label) {
        return Long.parseLong(cell(label, "\\d[\\d,]*").replace(",", ""));
    }

    private static BigDecimal money(String label) {
        return new BigDecimal(cell(label, "-?\\d[\\d,]*\\.\\d\\d").replace(",", ""));
    }

    /** The first number behind a label in the table. */
    private static String cell(String label, String number) {
        Matcher matcher = Pattern.compile("(?m)^ *" + Pattern.quote(label) + " +(" + number + ")\\b")
                .matcher(result.err());
        assertThat(matcher.find()).as(label).isTrue();
        return matcher.group(1);
    }

    /** The sum of the rows that are indented below the first. */
    private static long sumOfLevel(String part) {
        Matcher matcher = Pattern.compile("(?m)^ {4}\\S.*? {2,}([\\d,]+)").matcher(part);
        long sum = 0;
        while (matcher.find()) {
            sum += Long.parseLong(matcher.group(1).replace(",", ""));
        }
        return sum;
    }
}
