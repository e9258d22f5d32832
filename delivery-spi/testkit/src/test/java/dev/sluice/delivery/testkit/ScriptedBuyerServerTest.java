package dev.sluice.delivery.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.delivery.testkit.ScriptedBuyer.Reply;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The buyer behind a socket, asked by a client that is not ours. */
@Timeout(30)
class ScriptedBuyerServerTest {
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private HttpResponse<String> post(ScriptedBuyerServer buyer, String key, String lead)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(buyer.url()))
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(lead))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    @Test
    void it_answers_in_order_and_the_last_reply_stays() throws Exception {
        try (ScriptedBuyerServer buyer = ScriptedBuyerServer.replying(Reply.ERROR, Reply.REJECT, Reply.ACCEPT)) {
            assertThat(post(buyer, "k1", "{}").statusCode()).isEqualTo(503);
            assertThat(post(buyer, "k1", "{}").body()).contains("\"failure\"");
            assertThat(post(buyer, "k1", "{\"n\":\"M\u00fcnchen\"}").body()).contains("\"success\"", "\"ref-k1\"");
            assertThat(post(buyer, "k2", "{}").body()).contains("ref-k2");
            assertThat(buyer.received())
                    .extracting(ScriptedBuyerServer.Received::key)
                    .containsExactly("k1", "k1", "k1", "k2");
            assertThat(buyer.taken())
                    .containsEntry("k1", "{\"n\":\"M\u00fcnchen\"}")
                    .containsOnlyKeys("k1", "k2");
        }
    }

    @Test
    void a_lost_reply_has_taken_the_lead_once() throws Exception {
        try (ScriptedBuyerServer buyer = ScriptedBuyerServer.replying(Reply.LOSE_REPLY, Reply.ACCEPT);
                Socket socket = new Socket("127.0.0.1", buyer.port())) {
            socket.getOutputStream()
                    .write("POST /leads HTTP/1.1\r\nIdempotency-Key: k\r\nContent-Length: 1\r\n\r\n1"
                            .getBytes(StandardCharsets.US_ASCII));
            assertThat(socket.getInputStream().readAllBytes()).isEmpty();
            post(buyer, "k", "2");

            assertThat(buyer.received()).hasSize(2);
            assertThat(buyer.taken().values()).containsExactly("1");
        }
    }

    @Test
    void a_slow_reply_drips_and_nonsense_is_none_of_http() throws Exception {
        try (ScriptedBuyerServer buyer = ScriptedBuyerServer.replying(Reply.SLOW, Reply.NONSENSE);
                Socket socket = new Socket("127.0.0.1", buyer.port())) {
            socket.getOutputStream().write("GET /a?b HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            byte[] begun = socket.getInputStream().readNBytes(90);

            assertThat(new String(begun, StandardCharsets.US_ASCII))
                    .startsWith("HTTP/1.1 200 OK")
                    .endsWith("  ");
            assertThat(buyer.received())
                    .extracting(ScriptedBuyerServer.Received::path)
                    .isEqualTo(List.of("/a?b"));
            assertThatThrownBy(() -> post(buyer, "k", "{}")).isInstanceOf(IOException.class);
        }
    }
}
