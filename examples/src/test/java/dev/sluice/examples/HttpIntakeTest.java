package dev.sluice.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.sluice.Flow;
import dev.sluice.Sluice;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.flow.Pings;
import dev.sluice.flow.Pricing;
import dev.sluice.flow.SourceDefinition;
import dev.sluice.inbound.InboundCodec;
import dev.sluice.inbound.InboundLimits;
import dev.sluice.store.Cursor;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Leads and pings over a real connection. */
class HttpIntakeTest {
    private static final String HASH_OF_SECRET = "2bb80d537b1da3e38bd30361aa855686bde0eacd7162fef6a25fe97bf527a25b";
    private static final String FORM = "application/x-www-form-urlencoded";

    private final HttpClient client = HttpClient.newHttpClient();
    private final ExecutorService threads = Executors.newFixedThreadPool(2);
    private final Sluice sluice = Sluice.builder().build();
    private HttpServer server;

    @BeforeEach
    void serve() throws IOException {
        Flow flow = sluice.open(FlowDefinition.builder("solar")
                .field("email", "email")
                .source(SourceDefinition.builder("partner")
                        .keyHash(HASH_OF_SECRET)
                        .pricing(Pricing.fixed("12.50"))
                        .build())
                .source("web")
                .pings(Pings.upTo())
                .build());
        server = new HttpIntake(flow, InboundCodec.standard()).serve(0, threads);
    }

    @AfterEach
    void stop() {
        server.stop(0);
        threads.shutdownNow();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(
                URI.create("http://localhost:" + server.getAddress().getPort() + path));
    }

    private HttpRequest.Builder post(String path, String type, String body) {
        return to(path).POST(BodyPublishers.ofString(body))
                .header("Content-Type", type)
                .header("X-Api-Key", "secret");
    }

    @Test
    void json_comes_in_and_goes_out() throws Exception {
        HttpResponse<String> answer = send(post("/sources/partner", "application/json", "{\"email\":\"a@b.com\"}"));

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json; charset=utf-8");
        assertThat(answer.body())
                .matches("\\{\"outcome\":\"success\",\"lead\":\\{\"id\":\"lead_[^\"]+\"},\"price\":12.5}");
    }

    @Test
    void a_form_comes_in_and_text_goes_out() throws Exception {
        HttpResponse<String> answer =
                send(post("/sources/partner", FORM, "email=a%40b.com").header("Accept", "text/plain"));

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.body()).matches("outcome: success\nlead_id: lead_\\S+\nprice: 12.5\n");
    }

    @Test
    void xml_comes_in_and_goes_out() throws Exception {
        HttpResponse<String> answer = send(post("/sources/partner", "text/xml", "<lead><email>a@b.com</email></lead>")
                .header("Accept", "application/xml"));

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.body()).contains("<result><outcome>success</outcome>", "<price>12.5</price></result>");
    }

    @Test
    void a_ping_is_followed_by_a_post_at_its_price() throws Exception {
        HttpResponse<String> bid = send(post("/sources/partner/ping", FORM, "state=TX"));
        String pingId = bid.body().replaceAll(".*\"ping_id\":\"([^\"]+)\".*", "$1");
        HttpResponse<String> answer = send(post("/sources/partner", FORM, "email=a%40b.com&ping_id=" + pingId));

        assertThat(bid.statusCode()).isEqualTo(200);
        assertThat(bid.body()).startsWith("{\"outcome\":\"success\",\"price\":12.5,\"ping_id\":\"ping_");
        assertThat(answer.body()).contains("\"outcome\":\"success\"", "\"price\":12.5");
        assertThat(send(post("/sources/partner", FORM, "email=a%40b.com&ping_id=" + pingId))
                        .body())
                .contains("Quote was used before");
    }

    @Test
    void a_wrong_key_is_told_so() throws Exception {
        HttpResponse<String> answer =
                send(to("/sources/partner?email=a%40b.com").header("X-Api-Key", "forged"));

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
    }

    @Test
    void other_methods_and_unreadable_bodies_are_refused() throws Exception {
        HttpResponse<String> put = send(to("/sources/web").PUT(BodyPublishers.ofString("x")));

        assertThat(put.statusCode()).isEqualTo(405);
        assertThat(put.headers().firstValue("Allow")).hasValue("GET, POST");
        assertThat(send(post("/sources/web", "application/json", "{oops")).statusCode())
                .isEqualTo(400);
        assertThat(send(post("/sources/web", "text/csv", "a,b")).statusCode()).isEqualTo(406);
        assertThat(send(to("/sources/nobody?a=1")).statusCode()).isEqualTo(404);
    }

    @Test
    void a_body_beyond_the_limit_is_refused() throws Exception {
        String comments = "x".repeat(InboundLimits.STANDARD.body());

        assertThat(send(post("/sources/web", FORM, "comments=" + comments)).statusCode())
                .isEqualTo(413);
    }

    @Test
    void a_lead_says_where_it_came_from() throws Exception {
        send(to("/sources/web?email=a%40b.com"));

        assertThat(sluice.events()
                        .after(Cursor.START, 1)
                        .events()
                        .get(0)
                        .snapshot()
                        .get("submission.ip")
                        .text())
                .isIn("127.0.0.1", "0:0:0:0:0:0:0:1");
    }

    @Test
    void the_same_idempotency_key_is_answered_the_same() throws Exception {
        HttpRequest.Builder lead =
                post("/sources/partner", FORM, "email=a%40b.com").header("Idempotency-Key", "k-1");

        String first = send(lead).body();

        assertThat(send(lead).body()).isEqualTo(first);
    }

    @Test
    void the_whole_of_it_fits_on_a_screen() throws IOException {
        Path file = Path.of("src/main/java/dev/sluice/examples/HttpIntake.java");

        assertThat(Files.readAllLines(file)).hasSizeLessThanOrEqualTo(40);
    }
}
