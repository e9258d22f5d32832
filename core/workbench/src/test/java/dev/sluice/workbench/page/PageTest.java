package dev.sluice.workbench.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.Sluice;
import dev.sluice.event.EventQuery;
import dev.sluice.event.Reader;
import dev.sluice.event.Role;
import dev.sluice.json.ValueJson;
import dev.sluice.types.Arr;
import dev.sluice.types.Value;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageTest {
    private static Sluice withLeads() {
        Sluice sluice = Pages.sluice();
        Pages.submit(sluice.open(Pages.flow()));
        return sluice;
    }

    @Test
    void everything_has_its_section() {
        try (Sluice sluice = withLeads()) {
            String html = Pages.html(Page.over(sluice)
                    .titled("Solar in March")
                    .with(Section.table("Then and now", List.of("What", "Now"), List.of(List.of("sold", "2")))));

            assertThat(html).startsWith("<!DOCTYPE html>").contains("<h1>Solar in March</h1>", "role operator");
            assertThat(Pattern.compile("<section id=\"([^\"]*)\"")
                            .matcher(html)
                            .results()
                            .map(r -> r.group(1)))
                    .containsExactly(
                            "summary", "funnel", "time", "reasons", "sources", "buyers", "money", "slow", "own-0",
                            "flows", "leads");
            assertThat(html)
                    .contains("<dt>Submitted</dt><dd>4</dd>", "<dt>Revenue</dt><dd>51.00</dd>")
                    .contains("4 \u00b7 100.0 % of all", "3 \u00b7 75.0 % of all", "2 \u00b7 50.0 % of all")
                    .contains("State must be included in TX, CA", "Not licensed");
        }
    }

    @Test
    void nothing_comes_from_elsewhere_and_only_our_script_may_run() throws Exception {
        try (Sluice sluice = withLeads()) {
            String html = Pages.html(Page.over(sluice));
            Matcher policy = Pattern.compile("Content-Security-Policy\" content=\"([^\"]*)\"")
                    .matcher(html);
            String script = html.substring(html.lastIndexOf("<script>") + 8, html.lastIndexOf("</script>"));
            String style = html.substring(html.indexOf("<style>") + 7, html.indexOf("</style>"));

            assertThat(policy.find()).isTrue();
            assertThat(policy.group(1))
                    .isEqualTo("default-src 'none'; script-src '" + hash(script) + "'; style-src '" + hash(style)
                            + "'; base-uri 'none'; form-action 'none'");
            assertThat(Pages.open(html).replace("http://www.w3.org/2000/svg", ""))
                    .doesNotContain("http:", "https:", "@import", "url(", "<link", "<iframe", " src=\"");
        }
    }

    private static String hash(String text) throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        return "sha256-" + Base64.getEncoder().encodeToString(digest);
    }

    @Test
    void markup_in_names_and_values_is_text() {
        try (Sluice sluice = withLeads()) {
            String html = Pages.html(Page.over(sluice)
                    .titled(Pages.MARKUP)
                    .seenBy(Reader.of(Pages.MARKUP, Role.AUDITOR))
                    .with(new Section(
                            Pages.MARKUP, Pages.MARKUP, List.of(Pages.MARKUP), List.of(List.of(Pages.MARKUP)))));

            assertThat(html).doesNotContain("<img", "<script>window").contains("&lt;img src=x");
            assertThat(Pattern.compile("<script").matcher(Pages.open(html)).results())
                    .hasSize(1);
            assertThat(String.join("", Pages.unpacked(html))).contains("<img src=x");
        }
    }

    @Test
    void personal_values_are_as_the_reader_sees_them() {
        try (Sluice sluice = withLeads()) {
            String masked = everything(Page.over(sluice));
            String left = everything(Page.over(sluice).seenBy(Reader.of("ben", Role.ANALYST)));

            assertThat(masked).doesNotContain("ann@", "bob@", "call me").contains("a***@example.com");
            assertThat(left).doesNotContain("ann@", "call me", "a***@", "example.com");
            assertThat(looks(sluice)).isZero();

            String clear = everything(Page.over(sluice).seenBy(Reader.of("eve", Role.AUDITOR)));

            assertThat(clear).contains("ann@example.com", "call me");
            assertThat(looks(sluice)).isEqualTo(1);
        }
    }

    private static String everything(Page page) {
        String html = Pages.html(page);
        return Pages.open(html) + Pages.unpacked(html);
    }

    private static int looks(Sluice sluice) {
        return sluice.events()
                .find(EventQuery.builder().type("access.personal").build())
                .events()
                .size();
    }

    @Test
    void each_event_has_its_metadata_what_it_changed_and_why() {
        try (Sluice sluice = withLeads()) {
            List<String> packed = Pages.unpacked(Pages.html(Page.over(sluice)));
            Value index = ValueJson.read(packed.get(0));
            Arr rows = (Arr) index.part("rows");
            Arr texas = (Arr) lead(packed, rows.at(0));
            Arr nevada = (Arr) lead(packed, rows.at(1));

            assertThat(rows.size()).isEqualTo(4);
            assertThat(((Arr) texas.at(0)).at(0).part("type").text()).isEqualTo("source.submitted");
            assertThat(((Arr) texas.at(0)).at(1).text()).contains("[\"source.id\",\"web\"]");
            assertThat(((Arr) texas.at(1)).at(1).text()).contains("[\"email.domain\",\"example.com\"]");
            Value decision = ((Arr) ((Arr) nevada.at(1)).at(2)).at(0);
            assertThat(decision.part("s").text()).isEqualTo("fn");
            assertThat(decision.part("a").text()).isEqualTo("[\"NV\",null]");
            assertThat(index.part("rules").text()).contains("\"lead.state\",\"is included in\"");
        }
    }

    private static Value lead(List<String> packed, Value row) {
        int piece = Integer.parseInt(((Arr) row).at(12).text());
        int place = Integer.parseInt(((Arr) row).at(13).text());
        return ((Arr) ValueJson.read(packed.get(1 + piece))).at(place);
    }

    @Test
    void the_newest_are_told_of_where_there_is_no_room_for_all() {
        try (Sluice sluice = withLeads()) {
            String html = Pages.html(Page.over(sluice).mostLeads(1));

            assertThat(html)
                    .contains("The newest 1 of 4 leads are listed; the figures above are of all.")
                    .contains("<dt>Submitted</dt><dd>4</dd>");
            assertThat(Pages.unpacked(html).get(0)).contains("\"rows\":[[").doesNotContain("],[\"lead");
            assertThatThrownBy(() -> Page.over(sluice).mostLeads(-1)).hasMessageContaining("-1");
        }
    }

    @Test
    void nothing_and_ten_years_make_a_page() {
        try (Sluice sluice = Pages.sluice()) {
            assertThat(Pages.html(Page.over(sluice)))
                    .contains("<dt>Submitted</dt><dd>0</dd>", "None was.", "None did.");
        }
        Instant[] now = {Instant.parse("2016-01-01T00:00:00Z")};
        try (Sluice sluice = Sluice.builder().time(new Moments(now)).build()) {
            var flow = sluice.open(Pages.flow().toBuilder().steps(List.of()).build());
            flow.submit(Pages.lead("web", "ann@example.com", "TX", ""));
            now[0] = Instant.parse("2026-01-01T00:00:00Z");
            flow.submit(Pages.lead("web", "bob@example.com", "TX", ""));

            assertThat(Pattern.compile("<g><title>\\d{4}-\\d\\d: ")
                            .matcher(Pages.html(Page.over(sluice)))
                            .results())
                    .hasSize(121);
        }
    }

    @Test
    void a_file_is_written_whole(@TempDir Path folder) throws IOException {
        try (Sluice sluice = withLeads()) {
            Path file = folder.resolve("out.html");
            Page.over(sluice).refreshing(Duration.ofSeconds(5)).write(file);
            assertThat(Files.readString(file)).contains("data-refresh=\"5\"").endsWith("</html>\n");
            Page.over(sluice).write(file);
            assertThat(Files.readString(file)).contains("data-refresh=\"0\"");
            try (var files = Files.list(folder)) {
                assertThat(files).containsExactly(file);
            }
        }
    }

    @Test
    void rows_of_sections_are_as_wide_as_their_heads() {
        assertThatThrownBy(() -> Section.table("Money", List.of("a", "b"), List.of(List.of("1"))))
                .hasMessage("a row of section 'Money' has 1 cells, not 2");
    }
}
