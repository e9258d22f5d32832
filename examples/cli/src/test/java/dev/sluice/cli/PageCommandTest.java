package dev.sluice.cli;

import static dev.sluice.cli.Shell.sluice;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures and pages from the command. */
class PageCommandTest {
    private static final String FLOW = "../gallery/waterfall/flow.json";
    private static final String LEADS = "../gallery/waterfall/leads.csv";

    @TempDir
    private static Path folder;

    private static String store;
    private static Path page;

    @BeforeAll
    static void run() {
        store = "jdbc:sqlite:" + folder.resolve("leads.db");
        page = folder.resolve("run.html");
        Shell.Result run = sluice("run", FLOW, LEADS, "--store", store, "--report", page.toString(), "--watch");
        assertThat(run.status()).as(run.err()).isZero();
    }

    @Test
    void a_run_leaves_a_page_that_is_no_longer_anew() throws IOException {
        assertThat(Files.readString(page))
                .contains("<h1>waterfall</h1>", "data-refresh=\"0\"", "personal values masked")
                .doesNotContain("@example.com");
    }

    @Test
    void a_run_without_a_store_tells_of_all_its_leads_too() throws IOException {
        Path other = folder.resolve("memory.html");
        assertThat(sluice("run", FLOW, LEADS, "--report", other.toString()).status())
                .isZero();

        assertThat(tiles(other)).isEqualTo(tiles(page));
    }

    private static String tiles(Path file) throws IOException {
        String html = Files.readString(file);
        return html.substring(html.indexOf("<dl class"), html.indexOf("</dl>"));
    }

    @Test
    void the_page_is_written_from_the_store_later_with_a_report_of_ones_own() throws IOException {
        Path later = folder.resolve("later.html");
        Shell.Result result = sluice("report", "flows", "--html", later.toString(), "--store", store);

        assertThat(result.status()).as(result.err()).isZero();
        assertThat(tiles(later)).isEqualTo(tiles(page));
        assertThat(Files.readString(later)).contains("<h2 id=\"own-0-h\">Flows</h2>");
    }

    @Test
    void a_period_counts_its_own_events_only() throws IOException {
        Path none = folder.resolve("none.html");
        sluice("report", "--html", none.toString(), "--store", store, "--to", "2020-01-01T00:00:00Z");

        assertThat(tiles(none)).contains("<dt>Submitted</dt><dd>0</dd>");
    }

    @Test
    void a_diagram_has_a_leads_path_and_counts() {
        String plain = sluice("diagram", FLOW).out();
        String path = sluice("diagram", FLOW, "--store", store, "--lead", "lead_00000001")
                .out();
        String counts = sluice("diagram", FLOW, "--store", store, "--counts", "--format", "svg")
                .out();

        assertThat(plain).startsWith("flowchart TD").doesNotContain("classDef");
        assertThat(path).startsWith(plain).contains(" passed\n", "linkStyle");
        assertThat(counts).startsWith("<svg").contains(">1.</text>").containsPattern("class=\"count\"[^>]*>\\d+");
    }

    @Test
    void what_makes_no_sense_is_told() {
        assertThat(sluice("diagram", FLOW, "--format", "gif").err()).contains("mermaid or svg, not 'gif'");
        assertThat(sluice("diagram", FLOW, "--counts").err()).contains("say where the events are");
        assertThat(sluice("diagram", FLOW, "--store", store, "--lead", "nobody").err())
                .contains("there is no lead 'nobody'");
        assertThat(sluice("report", "--html", "x.html").err()).contains("say where the events are");
        assertThat(sluice("run", FLOW, LEADS, "--watch").err()).contains("say which page is to be watched");
        assertThat(sluice("run", FLOW, LEADS, "--report", "no/such/folder.html").status())
                .isEqualTo(2);
        assertThat(sluice("run", FLOW, LEADS, "--report", "x.html", "--role", "king")
                        .err())
                .contains("'king' is no role");
    }
}
