package dev.sluice.inbound;

import static dev.sluice.inbound.Requests.get;
import static dev.sluice.inbound.Requests.given;
import static dev.sluice.inbound.Requests.json;
import static dev.sluice.inbound.Requests.lead;
import static dev.sluice.inbound.Requests.post;
import static dev.sluice.inbound.Requests.postTo;
import static dev.sluice.inbound.Requests.refused;
import static dev.sluice.inbound.Requests.request;
import static dev.sluice.inbound.Requests.withBody;
import static dev.sluice.inbound.Requests.withHeader;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.flow.ResponseFormat;
import dev.sluice.types.Lead;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InboundReadingTest {
    private static final String FORM = "application/x-www-form-urlencoded";

    @Test
    void a_path_names_a_source_behind_a_prefix() {
        assertThat(get("https://h/sources/web?a=1").nameBelow("/sources/")).isEqualTo("web");
        assertThat(get("https://h/sources/web/ping").nameBelow("/sources/")).isEqualTo("web");
        assertThat(get("https://h/sources/").nameBelow("/sources/")).isEmpty();
        assertThat(get("https://h/other/web").nameBelow("/sources/")).isEmpty();
    }

    @Test
    void a_body_is_read_to_its_end_or_to_just_beyond_the_limit() throws IOException {
        InboundCodec codec = InboundCodec.standard().limits(new InboundLimits(3, 9, 9, 9, 9));

        assertThat(codec.readBody(new ByteArrayInputStream(new byte[3]))).hasSize(3);
        assertThat(codec.readBody(new ByteArrayInputStream(new byte[9]))).hasSize(4);
    }

    @Test
    void a_query_is_a_lead() {
        assertThat(lead(get("/s?first_name=Ann+Lee&email=a%40b.com&empty=&flag")))
                .isEqualTo("{\"first_name\":\"Ann Lee\",\"email\":\"a@b.com\",\"empty\":\"\",\"flag\":\"\"}");
    }

    @Test
    void a_form_is_a_lead() {
        assertThat(lead(post(FORM, "first_name=Z%C3%BCrich&x=1%2B1\r\n")))
                .isEqualTo("{\"first_name\":\"Zürich\",\"x\":\"1+1\"}");
    }

    @Test
    void json_is_a_lead_with_its_types() {
        assertThat(lead(post(
                        "application/json; charset=utf-8", "{\"a\":1.50,\"b\":true,\"c\":null,\"d\":{\"e\":[1]}}")))
                .isEqualTo("{\"a\":1.50,\"b\":true,\"c\":null,\"d\":{\"e\":[1]}}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/xml", "text/xml", "TEXT/XML; charset=\"utf-8\""})
    void xml_is_a_lead_without_its_root(String type) {
        String xml = "<?xml version='1.0'?><lead kind='solar'><email>a@b.com</email><note><![CDATA[5 < 6]]></note>"
                + "<none/><a:state xmlns:a='urn:x'>TX</a:state></lead>";

        assertThat(lead(post(type, xml)))
                .isEqualTo(
                        "{\"kind\":\"solar\",\"email\":\"a@b.com\",\"note\":\"5 < 6\",\"none\":\"\",\"state\":\"TX\"}");
    }

    @Test
    void attributes_are_merged_and_repeated_elements_are_arrays() {
        String xml = "<lead><item id='7'>first</item><item>second</item><kind a='1'><b>2</b></kind></lead>";

        assertThat(lead(post("text/xml", xml)))
                .isEqualTo("{\"item\":[{\"id\":\"7\",\"_\":\"first\"},\"second\"],\"kind\":{\"a\":\"1\",\"b\":\"2\"}}");
    }

    @Test
    void the_query_stands_over_the_body() {
        assertThat(lead(postTo("/s?a=query&new=1", "application/json", "{\"a\":\"body\",\"b\":2}")))
                .isEqualTo("{\"a\":\"query\",\"b\":2,\"new\":\"1\"}");
    }

    @Test
    void repeated_names_make_arrays_and_dots_objects() {
        assertThat(lead(get("/s?color=red&color=blue&contact.name.first=Ann&contact.zip=1&tags.0=a&tags.1=b")))
                .isEqualTo("{\"color\":[\"red\",\"blue\"],\"contact\":{\"name\":{\"first\":\"Ann\"},\"zip\":\"1\"},"
                        + "\"tags\":[\"a\",\"b\"]}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a=1&a.b=2|{\"a\":\"1\",\"a.b\":\"2\"}",
                "a.b=2&a=1|{\"a\":{\"b\":\"2\",\"_\":\"1\"}}",
                ".a=1&b..c=2&d.=3&.=4|{\".a\":\"1\",\"b..c\":\"2\",\"d.\":\"3\",\".\":\"4\"}",
                "list.1=x|{\"list\":{\"1\":\"x\"}}",
                "list.1=b&list.0=a|{\"list\":[\"a\",\"b\"]}",
                "list.999999999=x|{\"list\":{\"999999999\":\"x\"}}",
                "=x&&|{\"\":\"x\"}",
                "p=100%&q=%zz&r=%4|{\"p\":\"100%\",\"q\":\"%zz\",\"r\":\"%4\"}",
                "a=b=c|{\"a\":\"b=c\"}"
            })
    void odd_forms_lose_nothing(String form, String expected) {
        assertThat(lead(post(FORM, form))).isEqualTo(expected);
    }

    @Test
    void json_with_line_ends_and_tabs_in_its_texts_is_read_without_them() {
        assertThat(lead(post("application/json", "{\"a\":\"one\r\n\ttwo\"}"))).isEqualTo("{\"a\":\"onetwo\"}");
    }

    @Test
    void json_that_cannot_be_read_either_way_is_refused_with_its_place_and_none_of_its_text() {
        InboundResponse refused = refused(post("application/json", "{\"ssn\":\"078-05-1120\n\", oops"));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text())
                .contains("\"outcome\":\"error\"", "Unable to parse JSON: ", "line 1")
                .doesNotContain("078");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[1]", "\"x\"", "7", "null"})
    void json_that_is_no_object_is_refused(String body) {
        assertThat(refused(post("application/json", body)).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE", "HEAD", "OPTIONS", "get", ""})
    void other_methods_are_refused_and_the_allowed_ones_named(String method) {
        InboundResponse refused = refused(request(method, "/s?a=1", ""));

        assertThat(refused.status()).isEqualTo(405);
        assertThat(refused.headers()).containsEntry("Allow", "GET, POST");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "*/*|",
                "application/json|JSON",
                "text/xml|XML",
                "APPLICATION/XML;q=0.5|XML",
                "text/plain|TEXT",
                "text/*|TEXT",
                "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8|XML",
                "text/html, */*;q=0.1|",
                "application/json;q=0.2, text/plain;q=0.7|TEXT"
            })
    void the_sender_says_what_it_reads(String accept, ResponseFormat format) {
        assertThat(given(get("/s?a=1", "accept", accept)).format()).isEqualTo(format);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "image/png, application/pdf", "application/json;q=0", "*/*;q=NaN"})
    void a_sender_that_reads_none_of_the_formats_is_refused(String accept) {
        assertThat(refused(get("/s?a=1", "Accept", accept)).status()).isEqualTo(406);
    }

    @Test
    void a_body_needs_a_content_type_that_is_read() {
        assertThat(refused(request("POST", "/s", "a=1")).status()).isEqualTo(415);
        assertThat(refused(request("POST", "/s", "", "Content-Length", "3")).status())
                .isEqualTo(415);
        assertThat(refused(request("POST", "/s", "", "Transfer-Encoding", "chunked"))
                        .status())
                .isEqualTo(415);
        assertThat(refused(post("text/csv", "a=1")).status()).isEqualTo(406);
        assertThat(refused(post("multipart/form-data", "a=1")).status()).isEqualTo(406);
        assertThat(refused(post("application/json; charset=nonsense", "{}")).status())
                .isEqualTo(415);
    }

    @ParameterizedTest
    @ValueSource(strings = {FORM, "application/json", "text/xml"})
    void a_blank_body_leaves_the_query(String type) {
        assertThat(lead(postTo("/s?a=1", type, " \r\n"))).isEqualTo("{\"a\":\"1\"}");
        assertThat(lead(request("POST", "/s?a=1", "", "Content-Length", "0"))).isEqualTo("{\"a\":\"1\"}");
    }

    @ParameterizedTest
    @CsvSource({
        FORM + ";charset=iso-8859-1, n=Zoë, ISO-8859-1",
        FORM + ";charset=iso-8859-1, n=Zo%EB, ISO-8859-1",
        "application/json;charset=utf-16le, '{\"n\":\"Zoë\"}', UTF-16LE",
        "text/xml;charset=windows-1252, '<l><n>Zoë</n></l>', windows-1252",
        "text/xml, '<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><l><n>Zoë</n></l>', ISO-8859-1",
        "text/xml, '<?xml version=\"1.0\" encoding=\"UTF-16\"?><l><n>Zoë</n></l>', UTF-16"
    })
    void charsets_are_respected(String type, String body, String charset) {
        InboundRequest request = withBody(post(type, ""), body.getBytes(Charset.forName(charset)));

        assertThat(lead(request)).isEqualTo("{\"n\":\"Zoë\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {FORM, "application/json", "application/xml"})
    void bytes_that_the_charset_does_not_have_are_refused(String type) {
        byte[] latin = "<l><n>Zoë</n></l>".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(refused(withBody(post(type, ""), latin)).status()).isEqualTo(400);
    }

    @Test
    void a_byte_order_mark_is_no_data() {
        assertThat(lead(post("application/json", "\ufeff{\"a\":1}"))).isEqualTo("{\"a\":1}");
    }

    @Test
    void document_types_are_refused_and_nothing_is_loaded_or_expanded() {
        String entity = "<!DOCTYPE l [<!ENTITY e SYSTEM 'file:///etc/hostname'>]><l><a>&e;</a></l>";
        String bomb = "<!DOCTYPE l [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>]><l>&b;</l>";

        assertThat(refused(post("text/xml", entity)).text()).contains("document types and entities are not read");
        assertThat(refused(post("text/xml", bomb)).status()).isEqualTo(400);
        assertThat(refused(post("text/xml", "<!DOCTYPE l SYSTEM 'http://127.0.0.1:1/x'><l/>"))
                        .status())
                .isEqualTo(400);
        assertThat(refused(post("text/xml", "<l><a>&nothing;</a></l>")).status())
                .isEqualTo(400);
        assertThat(lead(post("text/xml", "<l><a>&lt;&amp;&#233;</a></l>"))).isEqualTo("{\"a\":\"<&é\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<l><a></l>", "<l>", "no xml", "<l/><l/>", "<l a='1' a='2'/>"})
    void xml_that_is_not_well_formed_is_refused(String xml) {
        assertThat(refused(post("application/xml", xml)).text()).contains("Unable to parse XML");
    }

    @Test
    void hostile_sizes_and_depths_are_refused() {
        InboundCodec small = InboundCodec.standard().limits(new InboundLimits(1_000, 100, 8, 20, 30));

        assertThat(refused(small, post(FORM, "a=" + "x".repeat(1_000))).status())
                .isEqualTo(413);
        assertThat(refused(small, get("/s?a=" + "x".repeat(100))).status()).isEqualTo(414);
        assertThat(refused(small, post(FORM, "a=1&".repeat(21))).status()).isEqualTo(413);
        assertThat(refused(small, post(FORM, "n".repeat(31) + "=1")).status()).isEqualTo(413);
        assertThat(refused(small, post(FORM, "a.".repeat(9) + "a=1")).status()).isEqualTo(400);
        assertThat(refused(small, post("application/json", "[".repeat(9))).status())
                .isEqualTo(413);
        assertThat(refused(small, post("application/json", "{\"" + "n".repeat(31) + "\":1}"))
                        .status())
                .isEqualTo(413);
        assertThat(refused(small, post("text/xml", "<a>".repeat(9) + "</a>".repeat(9)))
                        .status())
                .isEqualTo(413);
        assertThat(refused(small, post("text/xml", "<a>" + "<b/>".repeat(21) + "</a>"))
                        .status())
                .isEqualTo(413);
        assertThat(refused(post("text/xml", "<a>".repeat(100_000))).status()).isEqualTo(413);
        assertThat(refused(post("application/json", "{\"a\":".repeat(100_000))).status())
                .isEqualTo(413);
    }

    @Test
    void a_redirect_goes_to_the_first_web_address_of_the_query() {
        assertThat(given(get("/s?redir_url=https%3A%2F%2Fa.example%2Fx%3Fy%3D1&redir_url=http://b.example"))
                        .redirect())
                .hasToString("https://a.example/x?y=1");
        assertThat(given(get("/s?a=1")).redirect()).isNull();
        assertThat(given(post(FORM, "redir_url=http://a.example")).redirect()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "ftp://a.example",
                "//a.example",
                "/thanks",
                "http:",
                "http://a.example/%0d%0aSet-Cookie:%20a=b%20c\\"
            })
    void other_places_are_no_redirect(String place) {
        String encoded = java.net.URLEncoder.encode(place, StandardCharsets.UTF_8);

        assertThat(refused(get("/s?redir_url=" + encoded)).status()).isEqualTo(400);
    }

    @Test
    void a_redirect_never_splits_the_headers() {
        assertThat(refused(get("/s?redir_url=http://a.example/%0d%0aSet-Cookie:x"))
                        .status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"xxTrustedFormCertUrl", "xxtrustedformcerturl", "XXTRUSTEDFORMCERTURL"})
    void certificates_get_the_name_of_the_field(String name) {
        assertThat(lead(post(FORM, name + "=https://c.example/1")))
                .isEqualTo("{\"trustedform_cert_url\":\"https://c.example/1\"}");
    }

    @Test
    void on_a_ping_the_certificate_for_pings_wins() {
        String form = "xxTrustedFormPingUrl=ping&xxTrustedFormCertUrl=cert";

        assertThat(lead(postTo("/s/ping", FORM, form))).isEqualTo("{\"trustedform_cert_url\":\"ping\"}");
        assertThat(lead(postTo("/s/ping", FORM, "trustedform_ping_url=p")))
                .isEqualTo("{\"trustedform_cert_url\":\"p\"}");
        assertThat(lead(postTo("/s", FORM, form)))
                .isEqualTo("{\"xxTrustedFormPingUrl\":\"ping\",\"trustedform_cert_url\":\"cert\"}");
    }

    @Test
    void the_path_tells_pings_from_posts() {
        assertThat(given(get("/s/ping?a=1")).isPing()).isTrue();
        assertThat(given(get("/s/submit?a=1")).isPing()).isFalse();
        assertThat(given(get("/sping?a=1")).isPing()).isFalse();
    }

    @Test
    void headers_tell_who_sent_it_and_how() {
        InboundRequest request = get(
                "/s?a=1", "x-api-key", "k1", "Idempotency-Key", "order-7", "user-agent", "curl", "Referer", "http://x");

        Lead lead = given(request.from("192.0.2.7")).lead();

        assertThat(lead.credential()).hasValue("k1");
        assertThat(lead.key()).hasValue("order-7");
        assertThat(lead.details().text())
                .isEqualTo("{\"ip\":\"192.0.2.7\",\"user_agent\":\"curl\",\"referrer\":\"http://x\"}");
        assertThat(given(withHeader(get("/s"), "Authorization", "bearer k2"))
                        .lead()
                        .credential())
                .hasValue("k2");
        assertThat(given(withHeader(get("/s"), "Authorization", "Basic abc"))
                        .lead()
                        .credential())
                .isEmpty();
    }

    @Test
    void a_credential_in_a_parameter_is_taken_out_of_the_lead() {
        InboundCodec codec = InboundCodec.standard().credentialParameter("api_key");
        Inbound.Given given = given(codec, get("/s?api_key=k&a=1"));

        assertThat(given.lead().credential()).hasValue("k");
        assertThat(json(given)).isEqualTo("{\"a\":\"1\"}");
        assertThat(given(get("/s?api_key=k")).lead().credential()).isEmpty();
    }

    @Test
    void no_body_makes_it_throw() {
        SplittableRandom random = new SplittableRandom(20261121);
        String[] types = {FORM, "application/json", "text/xml", "application/xml;charset=utf-16"};
        String[] seeds = {
            "a=1&b.c=%41&b=2", "{\"a\":[1,{\"b\":null}],\"c\":\"\\u00e9\"}", "<l a='1'><b>&amp;<![CDATA[x]]></b></l>"
        };
        for (int round = 0; round < 20_000; round++) {
            byte[] body = seeds[random.nextInt(seeds.length)].getBytes(StandardCharsets.UTF_8);
            for (int i = random.nextInt(6); i > 0; i--) {
                body[random.nextInt(body.length)] = (byte) random.nextInt(256);
            }
            InboundRequest request = withBody(post(types[random.nextInt(types.length)], ""), body);

            Inbound read = InboundCodec.standard().read("s", request);

            assertThat(read instanceof Inbound.Given
                            || ((Inbound.Refused) read).response().status() >= 400)
                    .as("round %s", round)
                    .isTrue();
        }
    }
}
