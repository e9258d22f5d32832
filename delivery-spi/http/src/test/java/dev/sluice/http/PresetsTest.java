package dev.sluice.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.sluice.delivery.ConfigProblem;
import dev.sluice.delivery.Deadline;
import dev.sluice.delivery.Delivery;
import dev.sluice.delivery.DeliveryRequest;
import dev.sluice.delivery.DeliveryResult;
import dev.sluice.delivery.Outcome;
import dev.sluice.types.At;
import dev.sluice.types.Obj;
import dev.sluice.types.Scope;
import dev.sluice.types.Section;
import dev.sluice.types.Value;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each preset against a server of this machine that speaks the documented protocol. */
@Timeout(30)
class PresetsTest {
    private static final Path FILES = Path.of("src/main/resources/dev/sluice/http/presets");
    private static final Obj LEAD = Obj.EMPTY
            .with("id", Value.text("lead_1"))
            .with("first_name", Value.text("J\u00fcrgen & Co"))
            .with("last_name", Value.text("O'Hara"))
            .with("email", Value.text("kim@example.com"))
            .with("phone_1", Value.text("5125550123"))
            .with("state", Value.text("TX"));
    private static final Map<String, String> SECRETS =
            Map.of("id", "consumer-key", "secret", "consumer-secret", "token", "good-token");

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private WebhookDelivery webhook;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
        webhook = WebhookDelivery.builder()
                .egress(Egress.publicOnly()
                        .allowNetwork("127.0.0.0/8")
                        .allowPort(server.getAddress().getPort()))
                .secrets(SECRETS::get)
                .build();
    }

    @AfterEach
    void stop() {
        webhook.close();
        server.stop(0);
    }

    /** What the service answers. */
    private record Said(int status, String type, String body) {}

    @FunctionalInterface
    private interface Service {
        Said answer(HttpExchange exchange, String body);
    }

    private void on(String path, Service service) {
        server.createContext(path, exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + body);
            Said said = service.answer(exchange, body);
            byte[] bytes = said.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", said.type());
            exchange.sendResponseHeaders(said.status(), bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }

    private String base() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private static Obj preset(String name, Map<String, String> with) {
        return Obj.EMPTY.with("preset", Value.text(name)).with("with", (Obj) Value.of(with));
    }

    private DeliveryResult deliver(Obj config, Obj lead) {
        assertThat(webhook.check(config)).isEmpty();
        Delivery delivery = Delivery.of("lead_1", "crm", "lead_1:crm:1")
                .at(At.utc(Instant.parse("2026-03-15T14:30:00Z")))
                .deadline(Deadline.in(Duration.ofSeconds(20), System::nanoTime))
                .build();
        return webhook.deliver(new DeliveryRequest(
                Obj.EMPTY, Scope.EMPTY.with(Section.LEAD, lead), config, delivery, BigDecimal.ZERO));
    }

    private static Map<String, String> form(String body) {
        return Arrays.stream(body.split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(
                        pair -> URLDecoder.decode(pair[0], StandardCharsets.UTF_8),
                        pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    @Test
    void the_web_to_lead_form_is_posted_as_the_generated_page_would() {
        on("/servlet/servlet.WebToLead", (exchange, body) -> {
            Map<String, String> form = form(body);
            boolean whole = form.get("oid").equals("00D000000000001")
                    && form.containsKey("last_name")
                    && form.containsKey("company");
            return new Said(whole ? 200 : 500, "text/html", "");
        });
        String url = base() + "/servlet/servlet.WebToLead?encoding=UTF-8";

        DeliveryResult result =
                deliver(preset("salesforce-web-to-lead", Map.of("oid", "00D000000000001", "url", url)), LEAD);

        assertThat(result.outcome()).as(result.toString()).isEqualTo(Outcome.SUCCESS);
        assertThat(asked).hasSize(1);
        assertThat(asked.get(0)).startsWith("POST /servlet/servlet.WebToLead?encoding=UTF-8 ");
        assertThat(form(asked.get(0).split(" ", 3)[2]))
                .containsEntry("first_name", "J\u00fcrgen & Co")
                .containsEntry("phone", "5125550123")
                .containsEntry("company", "Not provided")
                .containsEntry("lead_source", "Web");
    }

    private void salesforce(String known) {
        on("/services/oauth2/token", (exchange, body) -> {
            Map<String, String> form = form(body);
            boolean good = form.equals(Map.of(
                    "grant_type",
                    "client_credentials",
                    "client_id",
                    "consumer-key",
                    "client_secret",
                    "consumer-secret"));
            return good
                    ? new Said(
                            200,
                            "application/json",
                            "{\"access_token\":\"00Dx!token" + asked.size() + "\",\"instance_url\":\"" + base()
                                    + "\",\"token_type\":\"Bearer\",\"issued_at\":\"1\"}")
                    : new Said(
                            400,
                            "application/json",
                            "{\"error\":\"invalid_client\",\"error_description\":\"invalid\"}");
        });
        on("/services/data/v63.0/sobjects/Lead/", (exchange, body) -> {
            String token = exchange.getRequestHeaders().getFirst("Authorization");
            if (!token.startsWith("Bearer 00Dx!token" + known)) {
                return new Said(
                        401,
                        "application/json",
                        "[{\"message\":\"Session expired or invalid\",\"errorCode\":\"INVALID_SESSION_ID\"}]");
            }
            return body.contains("\"LastName\"")
                    ? new Said(
                            201, "application/json", "{\"id\":\"00QD000000IqhSLIAZ\",\"success\":true,\"errors\":[]}")
                    : new Said(
                            400,
                            "application/json",
                            "[{\"message\":\"Required fields are missing:"
                                    + " [LastName]\",\"errorCode\":\"REQUIRED_FIELD_MISSING\",\"fields\":[\"LastName\"]}]");
        });
    }

    private Obj salesforceRest() {
        return preset("salesforce-rest", Map.of("domain", base(), "clientId", "{id}", "clientSecret", "{secret}"));
    }

    @Test
    void a_record_is_made_over_rest_with_a_token_of_oauth() {
        salesforce("");
        Obj config = salesforceRest();

        DeliveryResult first = deliver(config, LEAD);
        DeliveryResult second = deliver(config, LEAD);

        assertThat(first.outcome()).as(first.toString()).isEqualTo(Outcome.SUCCESS);
        assertThat(first.reference()).hasValue("00QD000000IqhSLIAZ");
        assertThat(second.outcome()).isEqualTo(Outcome.SUCCESS);
        assertThat(asked.stream().filter(request -> request.contains("/oauth2/")))
                .hasSize(1);
        assertThat(asked.get(1))
                .isEqualTo("POST /services/data/v63.0/sobjects/Lead/ {\"FirstName\":\"J\u00fcrgen &"
                        + " Co\",\"LastName\":\"O'Hara\",\"Email\":\"kim@example.com\",\"Phone\":\"5125550123\",\"Company\":\"Not"
                        + " provided\",\"State\":\"TX\",\"LeadSource\":\"Web\"}");
        assertThat(first.detail().text()).doesNotContain("consumer-secret").doesNotContain("00Dx!token");
    }

    @Test
    void what_salesforce_says_no_to_is_told_with_its_code() {
        salesforce("");

        DeliveryResult result = deliver(salesforceRest(), LEAD.with("last_name", Value.missing()));

        assertThat(result.outcome()).isEqualTo(Outcome.FAILURE);
        assertThat(result.reason()).hasValue("Required fields are missing: [LastName]");
        assertThat(result.appended().get("error_code").text()).isEqualTo("REQUIRED_FIELD_MISSING");
    }

    @Test
    void a_session_that_has_expired_is_made_anew_once() {
        salesforce("3");

        DeliveryResult result = deliver(salesforceRest(), LEAD);

        assertThat(result.outcome()).as(result.toString()).isEqualTo(Outcome.SUCCESS);
        assertThat(asked).hasSize(4);
    }

    private void hubspot() {
        on("/crm/v3/objects/contacts", (exchange, body) -> {
            if (!"Bearer good-token".equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
                return new Said(
                        401,
                        "application/json",
                        "{\"status\":\"error\",\"message\":\"Authentication credentials not"
                                + " found\",\"category\":\"INVALID_AUTHENTICATION\"}");
            }
            if (body.contains("known@")) {
                return new Said(
                        409,
                        "application/json",
                        "{\"status\":\"error\",\"message\":\"Contact already exists. Existing ID:"
                                + " 2926551\",\"category\":\"CONFLICT\"}");
            }
            return new Said(
                    201,
                    "application/json",
                    "{\"id\":\"512\",\"properties\":{\"email\":\"kim@example.com\"},\"createdAt\":\"2026-03-15T14:30:00Z\",\"archived\":false}");
        });
    }

    private Obj hubspotContacts(String token) {
        return preset("hubspot-contacts", Map.of("token", token, "url", base() + "/crm/v3/objects/contacts"));
    }

    @Test
    void a_contact_is_made_and_a_known_one_is_a_refusal() {
        hubspot();

        DeliveryResult made = deliver(hubspotContacts("{token}"), LEAD);
        DeliveryResult known = deliver(hubspotContacts("{token}"), LEAD.with("email", Value.text("known@example.com")));
        DeliveryResult denied = deliver(hubspotContacts("other"), LEAD);

        assertThat(made.outcome()).as(made.toString()).isEqualTo(Outcome.SUCCESS);
        assertThat(made.reference()).hasValue("512");
        assertThat(asked.get(0))
                .isEqualTo("POST /crm/v3/objects/contacts"
                        + " {\"properties\":{\"email\":\"kim@example.com\",\"firstname\":\"J\u00fcrgen & Co\","
                        + "\"lastname\":\"O'Hara\",\"phone\":\"5125550123\",\"state\":\"TX\"}}");
        assertThat(known.outcome()).isEqualTo(Outcome.FAILURE);
        assertThat(known.reason()).hasValue("Contact already exists. Existing ID: 2926551");
        assertThat(known.appended().get("category").text()).isEqualTo("CONFLICT");
        assertThat(denied.outcome()).isEqualTo(Outcome.ERROR);
        assertThat(made.detail().text()).doesNotContain("good-token");
    }

    @Test
    void the_generic_crm_is_the_sample_of_the_founding_document() {
        on(
                "/leads",
                (exchange, body) -> new Said(
                        200,
                        "application/json",
                        "{\"status\":\"success\",\"lead_id\":\"12345\",\"message\":\"Lead created\"}"));
        Obj config = preset("generic-crm", Map.of("url", base() + "/leads", "token", "{token}"))
                .with("fields", Obj.EMPTY.with("campaign", Value.text("spring")))
                .with("retryCount", Value.number(0));

        DeliveryResult result = deliver(config, LEAD);

        assertThat(result.outcome()).as(result.toString()).isEqualTo(Outcome.SUCCESS);
        assertThat(result.reference()).hasValue("12345");
        assertThat(asked.get(0))
                .contains(
                        "\"contact_email\":\"kim@example.com\"",
                        "\"external_id\":\"lead_1\"",
                        "\"campaign\":\"spring\"");
    }

    @Test
    void a_parameter_that_is_missing_or_unknown_and_a_preset_that_is_none_are_told_with_their_places() {
        assertThat(webhook.check(preset("hubspot-contacts", Map.of())))
                .extracting(ConfigProblem::pointer)
                .containsExactly("/with/token");
        assertThat(webhook.check(preset("hubspot-contacts", Map.of("token", "x", "tokn", "y"))))
                .extracting(ConfigProblem::pointer)
                .containsExactly("/with/tokn");
        for (String none : List.of("no-such", "../generic-crm", "", "Generic-CRM")) {
            assertThat(webhook.check(preset(none, Map.of())))
                    .extracting(ConfigProblem::pointer)
                    .containsExactly("/preset");
        }
    }

    @Test
    void another_preset_is_a_file(@TempDir Path folder) throws IOException {
        Files.writeString(
                folder.resolve("dialer.json"),
                "{\"parameters\": {\"list\": {\"about\": \"the list\", \"default\": \"7\"}}, \"config\": {\"url\":"
                        + " \"https://dialer.example/lists/${list}\", \"fields\": {\"n\": \"{{lead.phone_1}}\"}}}");
        Files.writeString(folder.resolve("broken.json"), "{\"config\": ");
        Presets presets = Presets.in(folder);

        assertThat(presets.settings(preset("dialer", Map.of())).get("url").text())
                .isEqualTo("https://dialer.example/lists/7");
        assertThat(presets.settings(preset("dialer", Map.of("list", "a\"b")))
                        .get("url")
                        .text())
                .endsWith("/a\"b");
        assertThat(presets.settings(preset("generic-crm", Map.of("url", "x", "token", "y")))
                        .get("method")
                        .text())
                .isEqualTo("POST");
        assertThat(catchThrowableOfType(
                                InvalidRequestException.class, () -> presets.settings(preset("broken", Map.of())))
                        .pointer())
                .isEqualTo("/preset");
    }

    static Stream<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(FILES)) {
            return files.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void each_file_has_a_page_that_names_its_parameters(Path file) throws IOException {
        String name = file.getFileName().toString().replace(".json", "");
        String page = Files.readString(Path.of("docs/presets", name + ".md"));

        assertThat(page).contains("\"preset\": \"" + name + "\"");
        assertThat(Preset.read(Files.readString(file)).parameters().members().keySet())
                .allSatisfy(parameter -> assertThat(page).contains("| `" + parameter + "` |"));
        assertThat(Files.readString(Path.of("README.md"))).contains("docs/presets/" + name + ".md");
    }
}
