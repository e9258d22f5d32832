package dev.sluice.workbench.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sluice.Sluice;
import dev.sluice.event.Reader;
import dev.sluice.event.Role;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page as a browser shows it. Runs where there is a Chromium. */
@Tag("browser")
@Tag("processes")
class PageInBrowserTest {
    private static final String ROWS = "[...document.querySelectorAll('#table tbody tr')].length";

    @TempDir
    private static Path folder;

    private static @Nullable Chromium chromium;
    private static Path file = Path.of("");

    @BeforeAll
    static void start() throws Exception {
        Optional<Path> program = Chromium.found();
        assumeTrue(program.isPresent(), "no Chromium on this machine: the page was not tried in a browser");
        file = folder.resolve("out.html");
        try (Sluice sluice = Pages.sluice()) {
            Pages.submit(sluice.open(Pages.flow()));
            Page.over(sluice).seenBy(Reader.of("eve", Role.AUDITOR)).write(file);
        }
        chromium = Chromium.start(program.get(), folder.resolve("profile"));
    }

    @AfterAll
    static void end() throws Exception {
        if (chromium != null) {
            chromium.end();
            // It leads out of the folder, which whoever clears up takes for a mistake.
            Files.deleteIfExists(folder.resolve("profile/SingletonSocket"));
        }
    }

    private static Tab open(String place) throws Exception {
        return open(file, place);
    }

    private static Tab open(Path page, String place) throws Exception {
        if (chromium == null) {
            throw new IllegalStateException("no browser");
        }
        return chromium.open(page, place);
    }

    @Test
    void leads_are_found_by_what_is_typed() throws Exception {
        try (Tab tab = open("")) {
            assertThat(tab.eval(ROWS)).isEqualTo("4");
            tab.eval("document.getElementById('query').focus()");
            tab.type("NV web");
            assertThat(tab.eval(ROWS)).isEqualTo("1");
            assertThat(tab.eval("document.getElementById('found').textContent")).isEqualTo("1 of 4 leads");
            assertThat(tab.eval("document.querySelector('#table tbody').innerText"))
                    .contains("rejected", "State must be included in TX, CA");
            tab.press("Enter", 13, "\r");
            assertThat(tab.eval(ROWS)).isEqualTo("1");
            tab.type(" nowhere");
            assertThat(tab.eval(ROWS)).isEqualTo("0");
        }
        try (Tab again = open("#?q=ann%40example")) {
            assertThat(again.eval(ROWS)).isEqualTo("1");
        }
    }

    @Test
    void a_lead_opens_by_keyboard_with_its_data_and_its_timeline() throws Exception {
        try (Tab tab = open("#?q=call")) {
            tab.eval("document.querySelector('#table .open').focus()");
            tab.press("Enter", 13, "\r");
            tab.until("document.getElementById('lead').open");
            assertThat(tab.eval("document.getElementById('data').innerText"))
                    .contains("ann@example.com", "example.com", "Texas", "call me");
            tab.eval("document.getElementById('tab-data').focus()");
            tab.press("ArrowRight", 39, "");
            assertThat(tab.eval("document.activeElement.id")).isEqualTo("tab-events");
            assertThat(tab.eval("[...document.querySelectorAll('.event .type')].map(e => e.textContent).join(' ')"))
                    .startsWith("source.submitted source.accepted filter.passed")
                    .endsWith("flow.completed");
            assertThat(tab.eval("[...document.querySelectorAll('.event.bad .type')].map(e => e.textContent).join(' ')"))
                    .isEqualTo("recipient.failed");
            assertThat(tab.eval("getComputedStyle(document.querySelector('.event.bad .type')).color"))
                    .isEqualTo("rgb(207, 34, 46)");
            tab.press("Escape", 27, "");
            tab.until("!document.getElementById('lead').open");
        }
    }

    @Test
    void an_event_opens_with_all_that_is_known_of_it() throws Exception {
        try (Tab tab = open("#?q=bob")) {
            tab.eval("document.querySelector('#table .open').click()");
            tab.until("document.getElementById('lead').open");
            tab.eval("document.getElementById('tab-events').click()");
            tab.eval("document.querySelector('.event.bad summary').focus()");
            tab.press("Enter", 13, "\r");
            tab.until("document.querySelector('.event.bad .snapshot')");
            String told = tab.eval("document.querySelector('.event.bad').innerText");

            assertThat(told)
                    .contains("METADATA", "evt_", "DIFFERENCE TO THE EVENT BEFORE", "bob@example.org")
                    .containsPattern("lead\\.state\\s+is included in\\s+TX, CA|lead\\.state\\s+is included in")
                    .containsPattern("NV\\s+failed")
                    .contains("not evaluated");
            tab.eval("document.querySelector('.event.bad .snapshot summary').click()");
            tab.until("document.querySelector('.event.bad .snapshot table')");
            assertThat(tab.eval("document.querySelector('.event.bad .snapshot').innerText"))
                    .contains("state.name", "Nevada");
        }
    }

    @Test
    void nothing_that_a_lead_brings_ever_runs() throws Exception {
        try (Tab tab = open("#?q=onerror")) {
            assertThat(tab.eval(ROWS)).isEqualTo("1");
            tab.eval("document.querySelector('#table .open').click()");
            tab.until("document.getElementById('lead').open");
            tab.eval("document.getElementById('tab-events').click()");
            tab.eval("document.querySelectorAll('.event').forEach(each => { each.open = true; })");
            tab.until("document.querySelectorAll('.snapshot').length === document.querySelectorAll('.event').length");
            tab.eval("document.querySelectorAll('.snapshot').forEach(each => { each.open = true; })");
            tab.until(
                    "document.querySelectorAll('.snapshot table').length === document.querySelectorAll('.event').length");

            assertThat(tab.eval("document.getElementById('events').innerText"))
                    .contains("<img src=x onerror=window.ran=1>");
            assertThat(tab.eval("String(window.ran) + document.querySelectorAll('img').length"))
                    .isEqualTo("undefined0");
            assertThat(tab.eval("performance.getEntriesByType('resource').length"))
                    .isEqualTo("0");
        }
    }

    @ParameterizedTest
    @CsvSource({"1280,light", "1280,dark", "390,light", "390,dark"})
    void it_reads_on_wide_and_narrow_screens_in_light_and_dark(int width, String scheme) throws Exception {
        try (Tab tab = open("#?q=call")) {
            tab.screen(width, scheme);
            assertThat(Integer.parseInt(tab.eval("document.documentElement.scrollWidth")))
                    .as(tab.eval(WIDEST.formatted(width)))
                    .isLessThanOrEqualTo(width);
            for (String look : new String[] {"body", "header p", "nav a", "#table .good", ".tiles dt"}) {
                assertThat(Double.parseDouble(tab.eval(CONTRAST.formatted(look))))
                        .as(look)
                        .isGreaterThan(4.5);
            }
            tab.eval("document.querySelector('#table .open').click()");
            tab.until("document.getElementById('lead').open");
            assertThat(tab.eval("document.getElementById('lead').scrollWidth <= innerWidth"))
                    .isEqualTo("true");
        }
    }

    /** What sticks out, for whoever has to mend it. */
    private static final String WIDEST = """
            [...document.querySelectorAll('main *')].filter(each => !each.closest('.scroll') && each.getBoundingClientRect().right > %d)
              .map(each => each.tagName + '#' + each.id + '.' + each.getAttribute('class')).slice(0, 5).join(' ')""";

    /** How far the colour of text is from the page's, as the guidelines for accessible content count it. */
    private static final String CONTRAST = """
            (() => {
              const light = color => {
                const [r, g, b] = color.match(/[\\d.]+/g).map(c => c / 255).map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
                return 0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05;
              };
              const ink = light(getComputedStyle(document.querySelector('%s')).color);
              const paper = light(getComputedStyle(document.body).backgroundColor);
              return Math.max(ink, paper) / Math.min(ink, paper);
            })()""";

    @Test
    void a_watched_page_loads_itself_anew_and_stays_where_the_reader_is() throws Exception {
        try (Sluice sluice = Pages.sluice()) {
            Path watched = folder.resolve("watched.html");
            var flow = sluice.open(Pages.flow());
            Pages.submit(flow);
            Page page = Page.over(sluice).refreshing(Duration.ofSeconds(1));
            page.write(watched);
            try (Tab tab = open(watched, "")) {
                tab.eval("document.getElementById('query').focus()");
                tab.type("rejected");
                Pages.submit(flow);
                page.write(watched);
                tab.until(
                        "document.querySelector('.tiles dd').textContent === '8' && document.documentElement.dataset.ready");

                assertThat(tab.eval(ROWS)).isEqualTo("2");
                assertThat(tab.eval("document.activeElement.id")).isEqualTo("query");
            }
        }
    }
}
