package dev.sluice.cli;

import static dev.sluice.cli.Shell.sluice;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

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
}
