package dev.sluice.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.delivery.Outcome;
import dev.sluice.types.Obj;
import dev.sluice.types.Value;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseReaderTest {
    /** As the founding document writes it. */
    private static final String FOUNDING = """
            // Parse success indicators
            if (response.status == 200 && response.body.created) {
              outcome = "success"
              lead_id = response.body.id
              billable = true
            }
            // Categorize failures
            if (response.status == 400) {
              outcome = "failure"
              reason = "Invalid data: " + response.body.error
            } else if (response.status == 429) {
              outcome = "error"
              reason = "Rate limit exceeded"
              retry_after = response.headers["Retry-After"]
            }
            """;

    private static Response json(int status, String body) {
        return Response.of(
                status, Headers.NONE.and("Content-Type", "application/json").and("Retry-After", "7"), body);
    }

    private static Answer read(Object settings, Response response) {
        return ResponseReader.of(Value.of(settings)).read(response);
    }

    @Test
    void the_scripts_of_the_founding_document_work_as_they_stand() {
        Answer taken = read(FOUNDING, json(200, "{\"created\":true,\"id\":77}"));
        assertThat(taken.outcome()).isEqualTo(Outcome.SUCCESS);
        assertThat(taken.reference()).isEqualTo(Value.number(77));

        Answer refused = read(FOUNDING, json(400, "{\"error\":\"zip\"}"));
        assertThat(refused.outcome()).isEqualTo(Outcome.FAILURE);
        assertThat(refused.reason()).isEqualTo("Invalid data: zip");

        Answer later = read(FOUNDING, json(429, "{}"));
        assertThat(later.outcome()).isEqualTo(Outcome.ERROR);
        assertThat(later.retryAfter()).isEqualTo("7");

        assertThat(read(FOUNDING, json(200, "{\"created\":false}")).outcome()).isEqualTo(Outcome.ERROR);
    }

    @ParameterizedTest
    @CsvSource({
        "accepted,SUCCESS",
        "Rejected,FAILURE",
        "true,SUCCESS",
        "gibberish,ERROR",
        "SOLD,SUCCESS",
        "held,FAILURE",
        "'',ERROR"
    })
    void a_recipients_words_go_through_a_table(String word, Outcome outcome) {
        Map<String, ?> settings = Map.of("outcome", "json.status", "outcomes", Map.of("held", "failure"));

        assertThat(read(settings, json(200, "{\"status\":\"" + word + "\"}")).outcome())
                .isEqualTo(outcome);
    }

    @Test
    void a_status_that_refuses_is_not_overruled_by_a_word() {
        assertThat(read("outcome = json.status", json(500, "{\"status\":\"success\"}"))
                        .outcome())
                .isEqualTo(Outcome.ERROR);
    }

    @Test
    void a_mapped_reason_survives_success_and_prices_are_money() {
        Answer answer = read(
                Map.of(
                        "reason",
                        "json.m",
                        "price",
                        "json.p",
                        "billable",
                        "json.pay",
                        "append",
                        Map.of("score", "json.s")),
                json(200, "{\"m\":\"thanks\",\"p\":\"$1,234.50\",\"pay\":false,\"s\":9}"));

        assertThat(answer.reason()).isEqualTo("thanks");
        assertThat(answer.price()).isEqualByComparingTo(new BigDecimal("1234.50"));
        assertThat(answer.billable()).isFalse();
        assertThat(answer.appended().get("score")).isEqualTo(Value.number(9));
    }

    @Test
    void xml_html_text_and_headers_are_searched_by_their_own_means() {
        Response xml = Response.of(200, Headers.NONE.and("Content-Type", "text/xml"), "<r><id a='x'>5</id></r>");
        assertThat(read("reference = xml:/r/id/@a", xml).reference()).isEqualTo(Value.text("x"));
        Response html = Response.of(200, Headers.NONE.and("Content-Type", "text/html"), "<p data-id='9'>hi</p>");
        assertThat(read("reference = css:p @data-id", html).reference()).isEqualTo(Value.text("9"));
        Response text = Response.of(200, Headers.NONE.and("X-Id", "h1"), "OK id=77");
        assertThat(read("reference = text:id=(\\d+)", text).reference()).isEqualTo(Value.text("77"));
        assertThat(read("reference = header:x-id", text).reference()).isEqualTo(Value.text("h1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "outcome",
                "outcome =",
                "if (",
                "if (a) outcome = 1",
                "= 1",
                "a = (1",
                "a = #",
                "a = 'x",
                "if (1) { a = 2",
                "a == 1",
                "a = b c = = d"
            })
    void a_script_that_is_none_is_refused(String script) {
        assertThatThrownBy(() -> ResponseReader.of(Value.of(script))).isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void a_script_of_any_depth_is_refused_and_does_not_overflow() {
        for (String part : new String[] {"(", "!", "if(1){"}) {
            assertThatThrownBy(() -> ResponseReader.of(Value.of("a = " + part.repeat(5_000))))
                    .isInstanceOf(InvalidRequestException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {63, 64, 65, 500, 1_001, 100_000})
    void deep_json_is_text_beyond_the_bound(int depth) {
        Answer answer = read("reference = json.a", json(200, "[".repeat(depth) + "]".repeat(depth)));

        assertThat(answer.appended().isBlank()).isEqualTo(depth > 64);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":1e1000000000}",
                "{\"a\":1e-1000000000}",
                "{\"a\":",
                "[1,2",
                "nul",
                "{\"a\":1}{}",
                "\u0000",
                "{'a':1}",
                "{\"a\":NaN}"
            })
    void odd_json_is_answered(String body) {
        assertThat(read(Map.of("pricePath", "a"), json(200, body)).outcome()).isEqualTo(Outcome.SUCCESS);
    }

    @Test
    void many_members_and_long_numbers_are_refused_quickly() {
        StringBuilder members = new StringBuilder("{");
        for (int i = 0; i < 100_000; i++) {
            members.append("\"k").append(i).append("\":1,");
        }
        long start = System.nanoTime();
        assertThat(read(Map.of(), json(200, members + "\"z\":1}")).appended()).isEqualTo(Obj.EMPTY);
        assertThat(read(Map.of(), json(200, "{\"a\":" + "9".repeat(1_000_000) + "}"))
                        .appended())
                .isEqualTo(Obj.EMPTY);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE r [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><r>&x;</r>",
                "<!DOCTYPE r [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;'>]><r>&b;</r>",
                "<!DOCTYPE r SYSTEM 'http://127.0.0.1:1/x.dtd'><r/>",
                "<r xmlns:xi='http://www.w3.org/2001/XInclude'><xi:include href='file:///etc/passwd' parse='text'/></r>"
            })
    void xml_reads_nothing_from_outside(String body) {
        Answer answer = read(
                Map.of("referencePath", "/r"), Response.of(200, Headers.NONE.and("Content-Type", "text/xml"), body));

        assertThat(String.valueOf(answer.reference())).doesNotContain("root");
        assertThat(answer.appended().text()).doesNotContain("root:", "aaaa");
    }

    @Test
    void deep_xml_is_text_beyond_the_bound() {
        String body = "<a>".repeat(10_000) + "</a>".repeat(10_000);

        assertThat(read(Map.of(), Response.of(200, Headers.NONE.and("Content-Type", "text/xml"), body))
                        .appended())
                .isEqualTo(Obj.EMPTY);
    }

    @ParameterizedTest
    @CsvSource({"charset=ISO-8859-1,ISO-8859-1", "charset=nonsense,UTF-8", "charset=\"utf-16\",UTF-16", "x=y,UTF-8"})
    void a_charset_is_believed_when_it_is_one(String parameter, String charset) {
        byte[] body = "{\"reference\":\"Zoë\"}".getBytes(Charset.forName(charset));

        Response response = Response.of(200, Headers.NONE.and("Content-Type", "application/json; " + parameter), body);

        assertThat(read(Map.of(), response).reference()).isEqualTo(Value.text("Zoë"));
    }

    @Test
    void a_charset_that_lies_gives_replacements_and_no_fault() {
        byte[] body = "{\"reference\":\"Zoë\"}".getBytes(StandardCharsets.ISO_8859_1);

        Response response = Response.of(200, Headers.NONE.and("Content-Type", "application/json; charset=utf-8"), body);

        assertThat(read(Map.of(), response).reference()).isEqualTo(Value.text("Zo\uFFFD"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"(a+)+$", "(a|aa)+$", "(.*a){25}", "([a-zA-Z]+)*$"})
    void patterns_take_time_in_proportion_to_the_text(String pattern) {
        String body = "a".repeat(50_000) + "!";
        long start = System.nanoTime();

        read(Map.of("outcomeSearchTerm", pattern, "reasonPath", pattern), Response.of(200, Headers.NONE, body));

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void a_cookie_of_the_body_counts_when_no_header_has_one() {
        Response response =
                Response.of(200, Headers.NONE.and("Content-Type", "application/json"), "{\"cookie\":\"c\",\"z\":1}");

        assertThat(ResponseReader.standard().read(response).cookie()).isEqualTo("c");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ":has(:has(:has(section)))",
                "p:matches(^(x+x+)+y)",
                "p[class~=^(x+x+)+y]",
                "section ~ p",
                "p:nth-last-child(3)",
                "div"
            })
    void no_page_and_no_selector_keeps_a_search_busy(String selector) {
        String deep = "<div>".repeat(480) + ("<p class='" + "x".repeat(40) + "'>" + "x".repeat(40)).repeat(4_000);
        String wide = "<p>x".repeat(100_000);
        ResponseReader reader =
                ResponseReader.of(Value.of(Map.of("reasonPath", selector, "rules", "packageCompatible")));

        for (String page : List.of(deep, wide)) {
            Response response = Response.of(200, Headers.NONE.and("Content-Type", "text/html"), page);
            assertThat(reader.read(response).outcome()).isEqualTo(Outcome.SUCCESS);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//a//a//a//a//x",
                "//b/following::b",
                "//b[count(preceding::b) > 5]",
                "//*[count(.//*[count(.//*) > 5]) > 5]",
                "/a//b[count(/a//b) > 5]",
                "//a"
            })
    void no_document_and_no_path_keeps_a_search_busy(String path) {
        String deep = "<a>".repeat(60) + "<b>x</b>".repeat(4_000) + "</a>".repeat(60);
        ResponseReader reader = ResponseReader.of(Value.of(Map.of("reasonPath", path, "rules", "packageCompatible")));

        Response response = Response.of(200, Headers.NONE.and("Content-Type", "text/xml"), deep);

        assertThat(reader.read(response).outcome()).isEqualTo(Outcome.SUCCESS);
    }

    @Test
    void small_documents_are_searched_as_far_as_a_path_goes() {
        String xml = "<r><e k='1'><m>b</m></e><e k='2'><m>a</m></e></r>";
        ResponseReader reader = ResponseReader.of(
                Value.of(Map.of("reasonPath", "//e[m = 'a']/preceding-sibling::e//m", "rules", "packageCompatible")));

        assertThat(reader.read(Response.of(200, Headers.NONE.and("Content-Type", "text/xml"), xml))
                        .reason())
                .isEqualTo("b");
    }

    @Test
    void a_page_is_searched_for_texts_and_attributes() {
        String page = "<h2 class=error data-r=dup>Bad zip</h2><p></p><ul><li>a<li>b</ul>";

        assertThat(reasonOf(page, "h2.error")).isEqualTo("Bad zip");
        assertThat(reasonOf(page, "h2.error @data-r")).isEqualTo("dup");
        assertThat(reasonOf(page, "ul:has(li) li")).isEqualTo("a, b");
        assertThat(reasonOf(page, "p")).isNull();
    }

    private static String reasonOf(String page, String selector) {
        Response response = Response.of(200, Headers.NONE.and("Content-Type", "text/html"), page);
        return ResponseReader.of(Value.of(Map.of("reasonPath", selector, "rules", "packageCompatible")))
                .read(response)
                .reason();
    }
}
