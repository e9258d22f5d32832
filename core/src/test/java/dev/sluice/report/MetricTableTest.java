package dev.sluice.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The tables of core's README hold every metric, dimension and standard report, and nothing else. */
class MetricTableTest {

    @Test
    void every_metric_has_its_row() throws IOException {
        String rows = Metric.all().stream()
                .filter(metric -> !metric.name().matches("(response_time|enhancement_time|elapsed|total_time)_.*"))
                .map(metric -> "| `" + metric.name() + "` | " + metric.label() + " | " + metric.formula() + " |\n")
                .collect(Collectors.joining());

        assertThat(readme()).contains("| metric | label | formula |\n|---|---|---|\n" + rows + "\n");
    }

    @Test
    void durations_have_every_statistic() throws IOException {
        for (String span : new String[] {"response_time", "enhancement_time", "elapsed", "total_time"}) {
            assertThat(readme()).contains("`" + span + "`");
            for (String statistic : new String[] {"total", "avg", "min", "max", "median", "p95", "p99", "stddev"}) {
                assertThat(Metric.named(span + "_" + statistic))
                        .as(span + "_" + statistic)
                        .isPresent();
                assertThat(readme()).contains("`_" + statistic + "`");
            }
        }
    }

    @Test
    void dimensions_and_standard_reports_are_named() throws IOException {
        assertThat(Dimensions.ids()).allSatisfy(id -> assertThat(readme()).contains("`" + id + "`"));
        assertThat(StandardReports.all().keySet())
                .allSatisfy(name -> assertThat(readme()).contains("`" + name + "`"));
    }

    private static String readme() throws IOException {
        return Files.readString(Path.of("README.md"));
    }
}
