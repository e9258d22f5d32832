package dev.sluice.cli;

import static dev.sluice.cli.Shell.sluice;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.types.Arr;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulateCommandTest {
    private static final String FLOW = "../gallery/waterfall/flow.json";
    private static final String LEADS = "../gallery/waterfall/leads.csv";

    @Test
    void a_line_a_day_the_same_each_time() {
        String[] call = {
            "simulate", FLOW, LEADS, "--days", "7", "--per-day", "20", "--weekend", "5", "--accept", "middle=50"
        };

        Shell.Result first = sluice(call);

        assertThat(first.status()).as(first.err()).isZero();
        assertThat(first.answers()).hasSize(7).allSatisfy(day -> assertThat(
                        day.part("taken").part("best").text())
                .isIn("1", ""));
        assertThat(first.answers())
                .extracting(day -> day.part("leads").text())
                .containsExactly("20", "20", "5", "5", "20", "20", "20");
        assertThat(sluice(call).out()).isEqualTo(first.out());
    }

    @Test
    void what_makes_no_sense_is_told() {
        assertThat(sluice("simulate", FLOW, LEADS, "--days", "many").err()).contains("--days is a whole number");
        assertThat(sluice("simulate", FLOW, LEADS, "--accept", "best").err()).contains("premier=80");
    }

    @Test
    void leads_from_profiles_come_in_a_pattern_to_buyers_that_take_their_time(@TempDir Path folder) throws IOException {
        Path profile = Files.writeString(folder.resolve("profile.json"), """
                [{"source": "web", "weight": 3, "fields": {
                   "email": {"numbered": "lead-#@example.com"}, "state": {"weighted": {"TX": 3, "CA": 1}},
                   "credit_score": {"between": [500, 800], "filled": 50}}},
                 {"source": "web", "fields": {"email": {"oneOf": ["a@example.com", "b@example.com"]}, "state": "CA"}}]
                """);
        String office = "0,0,0,0,0,0,0,0,0,1,1,1,1,1,1,1,1,0,0,0,0,0,0,0";

        Shell.Result result = sluice(
                "simulate",
                FLOW,
                profile.toString(),
                "--days",
                "14",
                "--week",
                "10,20,30,20,10,5,0",
                "--hours",
                office,
                "--accept",
                "best=100,middle=60",
                "--latency",
                "middle=250",
                "--price",
                "middle=21");

        assertThat(result.status()).as(result.err()).isZero();
        assertThat(result.answers())
                .extracting(day -> day.part("leads").text())
                .startsWith("20", "10", "5", "0", "10", "20", "30");
        assertThat(result.answers()).allSatisfy(day -> {
            assertThat(day.part("caps")
                            .part("step/waterfall/best/best-day")
                            .part("maximum")
                            .text())
                    .isEqualTo("1");
            assertThat(((Arr) day.part("sold_by_hour")).values()).hasSize(24);
            assertThat(((Arr) day.part("sold_by_hour")).at(3).text()).isEqualTo("0");
        });
        assertThat(result.out()).contains("\"caps\":{\"step/waterfall/best/best-day\":{\"count\":1,\"maximum\":1}");
    }

    @Test
    void wrong_profiles_and_patterns_are_told(@TempDir Path folder) throws IOException {
        Path profile = Files.writeString(
                folder.resolve("p.json"), "{\"source\": \"web\", \"fields\": {\"state\": {\"any\": 1}}}");

        assertThat(sluice("simulate", FLOW, profile.toString()).err()).contains("/fields/state has one of oneOf");
        assertThat(sluice("simulate", FLOW, LEADS, "--hours", "1,2").err()).contains("24 hours");
        assertThat(sluice("simulate", FLOW, LEADS, "--week", "1").err()).contains("7 days");
        assertThat(sluice("simulate", FLOW, LEADS, "--price", "best=much").err())
                .contains("--price");
        assertThat(sluice("simulate", FLOW, LEADS, "--accept", "best=101").err())
                .contains("0 to 100 percent");
    }
}
