package dev.sluice.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.types.Obj;
import dev.sluice.types.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestBuilderTest {
    private static final String URL = "https://buyer.example/leads";

    private static Obj settings(String format) {
        return obj(Map.of("url", URL, "format", format));
    }

    private static Obj obj(Map<String, ?> members) {
        return (Obj) Value.of(new TreeMap<>(members));
    }

    private static String body(Obj settings) {
        return RequestBuilder.of(settings).build(Egress.publicOnly()).body().orElseThrow();
    }

    private static String body(String format, Map<String, ?> fields) {
        return body(settings(format).with("fields", obj(fields)));
    }

    @Test
    void the_sample_of_the_founding_document_is_understood() {
        Obj sample = obj(Map.of(
                "url",
                "https://api.example.com/leads",
                "method",
                "POST",
                "headers",
                Map.of("Authorization", "Bearer abc123", "Content-Type", "application/json"),
                "timeout",
                30_000,
                "retry_count",
                3));

        Request request = RequestBuilder.of(sample, obj(Map.of("contact_email", "kim@example.com")))
                .build(Egress.publicOnly());

        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.url()).isEqualTo("https://api.example.com/leads");
        assertThat(request.headers().get("authorization")).contains("Bearer abc123");
        assertThat(request.headers().get("content-type")).contains("application/json");
        assertThat(request.body()).contains("{\"contact_email\":\"kim@example.com\"}");
    }

    @Test
    void zeros_and_falses_stay_in_arrays_unless_the_package_is_followed() {
        Obj fields = obj(Map.of("l", List.of(0, false, "", "a")));

        assertThat(body(settings("json").with("fields", fields))).isEqualTo("{\"l\":[0,false,\"a\"]}");
        assertThat(body(settings("json").with("fields", fields).with("packageCompatible", Value.bool(true))))
                .isEqualTo("{\"l\":[\"a\"]}");
        assertThat(body(settings("json"))).isEqualTo("{}");
    }

    @Test
    void nothings_are_left_out_of_arrays_in_every_format() {
        Obj fields = obj(Map.of("r.l", Arrays.asList("", null, 0, "a")));

        assertThat(body(settings("form").with("fields", fields))).isEqualTo("r.l=0&r.l=a");
        assertThat(body(settings("form").with("fields", fields).with("packageCompatible", Value.bool(true))))
                .isEqualTo("r.l=a");
        assertThat(body(settings("xml").with("fields", fields)))
                .contains("<l>0</l>")
                .doesNotContain("<l/>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fields", "json_property", "headers", "query", "extraParameters", "soapHeader"})
    void a_group_that_has_no_members_is_refused(String group) {
        Obj settings = settings("json").with(group, Value.text("Authorization"));

        assertThatThrownBy(() -> RequestBuilder.of(settings))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("must be an object");
    }

    @ParameterizedTest
    @CsvSource({"kim:x, secret", "'kim\\n', secret", "kim, 'sec\\tret'"})
    void credentials_that_would_be_others_are_refused(String user, String password) {
        Obj settings = settings("json")
                .with("basicUsername", Value.text(user.replace("\\n", "\n")))
                .with("basicPassword", Value.text(password.replace("\\t", "\t")));

        assertThatThrownBy(() -> body(settings))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("no colon");
    }

    @Test
    void where_a_name_is_scalar_and_container_the_scalar_stays() {
        assertThat(body("json", Map.of("a", 1, "a.b", 2))).isEqualTo("{\"a\":1}");
        assertThat(body(settings("json")
                        .with("fields", Obj.EMPTY.with("a.b", Value.number(2)).with("a", Value.number(1)))))
                .isEqualTo("{\"a\":1}");
    }

    @Test
    void an_array_that_gets_a_name_becomes_an_object_and_loses_nothing() {
        Obj fields = Obj.EMPTY.with("l.0", Value.text("x")).with("l.name", Value.text("y"));

        assertThat(body(settings("json").with("fields", fields))).isEqualTo("{\"l\":{\"0\":\"x\",\"name\":\"y\"}}");
    }

    @Test
    void a_document_in_a_form_has_its_companions_after_it() {
        Obj settings = settings("json")
                .with("json_property", obj(Map.of("a", 1)))
                .with("json_parameter", Value.text("p"))
                .with("nested_extra_parameter", obj(Map.of("n.x", "1")))
                .with("extra_parameter", obj(Map.of("e", "z z")));

        assertThat(body(settings)).isEqualTo("p=%7B%22a%22%3A1%7D&n=%7B%22x%22%3A%221%22%7D&e=z%20z");
        assertThat(body(settings.with("json_property", Obj.EMPTY))).isEqualTo("n=%7B%22x%22%3A%221%22%7D&e=z%20z");
    }

    @Test
    void names_of_a_form_stay_raw_when_asked_for() {
        Obj settings = settings("form")
                .with("form_field", obj(Map.of("a[b]", "c d")))
                .with("encode_form_field_names", Value.bool(false));

        assertThat(body(settings)).isEqualTo("a[b]=c%20d");
    }

    @Test
    void a_query_is_merged_with_the_one_that_is_there() {
        Obj settings = obj(Map.of("url", URL + "?k=1#top", "format", "query", "parameter", Map.of("a", "b")));

        assertThat(RequestBuilder.of(settings).build(Egress.publicOnly()).url()).isEqualTo(URL + "?k=1&a=b");
    }

    @Test
    void a_key_goes_into_the_query_of_any_format() {
        Obj settings = settings("json").with("query", obj(Map.of("api_key", "k&1")));

        assertThat(RequestBuilder.of(settings).build(Egress.publicOnly()).url()).isEqualTo(URL + "?api_key=k%261");
    }

    @Test
    void xml_has_attributes_on_members_of_arrays_sections_and_any_character() {
        Obj fields = Obj.EMPTY
                .with("r.p.0@id", Value.text("1"))
                .with("r.p.0", Value.text("a"))
                .with("r.p.1.@id", Value.text("2"))
                .with("r.p.1", Value.text("b"))
                .with("r.c.#cdata", Value.text("x]]>y"))
                .with("r.e", Value.text("\uD83D\uDE00\u0000\uD800"))
                .with("r.none", Value.of(null))
                .with("r.empty", Value.text(""));

        assertThat(body(settings("xml").with("xml_path", fields))).isEqualTo("""
                <?xml version="1.0"?>
                <r>
                  <p id="1">a</p>
                  <p id="2">b</p>
                  <c>
                    <![CDATA[x]]]]><![CDATA[>y]]>
                  </c>
                  <e>\uD83D\uDE00\uFFFD\uFFFD</e>
                  <empty/>
                </r>""");
    }

    @ParameterizedTest
    @CsvSource({"a.b,c.d,one root", "a b.c,,no name", "1a.b,,no name", "a.b@x y,,no name", "a.b#what,,unknown"})
    void xml_that_would_be_none_is_refused(String first, String second, String why) {
        Obj fields = Obj.EMPTY.with(first, Value.text("v"));
        Obj all = second == null ? fields : fields.with(second, Value.text("v"));

        assertThatThrownBy(() -> body(settings("xml").with("fields", all)))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining(why);
    }

    private static final String WSDL = """
            <definitions xmlns="http://schemas.xmlsoap.org/wsdl/" xmlns:soap="http://schemas.xmlsoap.org/wsdl/soap/"
                xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:t="urn:t" targetNamespace="urn:t">
              <types><xs:schema elementFormDefault="qualified"><xs:element name="Add"><xs:complexType><xs:sequence>
                <xs:element name="Key" type="xs:string"/><xs:element name="Doc" type="xs:string"/>
              </xs:sequence></xs:complexType></xs:element></xs:schema></types>
              <message name="In"><part name="p" element="t:Add"/></message>
              <portType name="P"><operation name="Add"><input message="t:In"/></operation></portType>
              <binding name="B" type="t:P"><operation name="Add"><soap:operation soapAction="urn:t/Add"/></operation></binding>
              <service name="S"><port name="P" binding="t:B"><soap:address location="https://soap.example/s"/></port></service>
            </definitions>""";

    private static Obj soap() {
        return settings("soap")
                .with("wsdl", Value.text(WSDL))
                .with("function", Value.text("Add"))
                .with("arg.Doc.Lead.Name", Value.text("A & B"))
                .with("arg.Key", Value.text("<![CDATA[k<1]]>"))
                .with("arg.Key.attributes.kind", Value.text("x"));
    }

    @Test
    void soap_arguments_stand_in_the_order_of_the_schema_and_documents_are_text() {
        assertThat(body(soap()))
                .contains(
                        "<Add xmlns=\"urn:t\"><Key kind=\"x\"><![CDATA[k<1]]></Key><Doc>&lt;?xml version=\"1.0\"?&gt;\n"
                                + "&lt;Lead&gt;\n  &lt;Name&gt;A &amp;amp; B&lt;/Name&gt;\n&lt;/Lead&gt;</Doc></Add>");
    }

    @Test
    void soap_knows_headers_tokens_and_other_roots() {
        String own = body(soap().with("soap_header.Auth@xmlns", Value.text("urn:a"))
                .with("soap_header.Auth.User", Value.text("u"))
                .with("root_namespace_prefix", Value.text("tns")));
        assertThat(own).contains("<soap:Header><Auth xmlns=\"urn:a\"><User>u</User></Auth></soap:Header>", "<tns:Add ");

        Obj token = soap().with("wss_username", Value.text("u")).with("wss_password", Value.text("CANARY"));
        assertThat(body(token))
                .contains("#PasswordText\">CANARY</wsse:Password>")
                .doesNotContain("Nonce");
        assertThat(body(token.with("wss_digest_password", Value.bool(true))))
                .contains("#PasswordDigest\">", "<wsse:Nonce ")
                .doesNotContain("CANARY");
    }

    @ParameterizedTest
    @CsvSource({
        "function,,Function is required",
        "function,a b,Function must have valid name",
        "function,Other,no operation 'Other'",
        "version,2.0,Must be valid SOAP version: 1.1 or 1.2",
        "wsdl,<x/>,no service description",
        "wsdl,<!DOCTYPE x><x/>,cannot be read"
    })
    void soap_that_would_be_none_is_refused(String setting, String value, String why) {
        assertThatThrownBy(() -> body(soap().with(setting, Value.text(value))))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining(why);
    }

    @Test
    void json_and_forms_survive_half_a_surrogate_pair() {
        assertThat(body("json", Map.of("a", "\uD800x"))).isEqualTo("{\"a\":\"\\ud800x\"}");
        assertThat(body("form", Map.of("a", "\uD800x"))).isEqualTo("a=%EF%BF%BDx");
    }

    static Stream<JsonNode> headers() {
        return Rows.of("abuse/header-injection.jsonl");
    }

    /** Mail has its own rows; the names that only we may set are refused whatever their value. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("headers")
    void nothing_comes_through_a_header_that_was_not_meant(JsonNode row) {
        String value = row.get("value").asText();
        switch (row.get("where").asText()) {
            case "header-value", "content-type" ->
                assertThat(sent("X-Lead", value, row)).doesNotContain("\r", "\n", "\u0000");
            case "header-name" ->
                assertThatThrownBy(() -> sent(value, "v", row)).isInstanceOf(InvalidRequestException.class);
            default -> assertThat(row.get("where").asText()).startsWith("email");
        }
    }

    private static String sent(String name, String value, JsonNode row) {
        Obj settings = settings("json").with("headers", Obj.EMPTY.with(name, Value.text(value)));
        try {
            Request request = RequestBuilder.of(settings).build(Egress.publicOnly());
            List<String> names = new ArrayList<>();
            request.headers().forEach((sent, text) -> names.add(sent));
            assertThat(names).isSubsetOf("Accept", "Content-Type", name);
            assertThat(row.get("expect").asText()).isNotEqualTo("refuse");
            return request.headers().get(name).orElse("");
        } catch (InvalidRequestException refused) {
            if (row.get("where").asText().equals("header-name")) {
                throw refused;
            }
            assertThat(row.get("expect").asText()).startsWith("refuse");
            return "";
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"get", "trace", "CONNECT", "post x"})
    void methods_that_a_format_has_not_are_refused(String method) {
        assertThatThrownBy(() -> body(settings("json").with("method", Value.text(method))))
                .hasMessage("Unsupported HTTP method - use POST, PUT, DELETE, PATCH");
    }

    @Test
    void secrets_and_values_are_in_no_text_of_a_request() {
        Obj settings = settings("json")
                .with("headers", obj(Map.of("X-Key", "CANARY")))
                .with("query", obj(Map.of("k", "CANARY")))
                .with("fields", obj(Map.of("email", "CANARY")));

        assertThat(RequestBuilder.of(settings).build(Egress.publicOnly()).toString())
                .doesNotContain("CANARY");
    }
}
