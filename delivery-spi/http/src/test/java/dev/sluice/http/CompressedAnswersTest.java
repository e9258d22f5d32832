package dev.sluice.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.delivery.Deadline;
import dev.sluice.http.TransportException.Fault;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class CompressedAnswersTest {
    private static final String TEXT = "{\"status\":\"success\",\"note\":\"" + "a".repeat(500) + "\"}";

    private static byte[] packed(String encoding, byte[] text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream packing =
                switch (encoding) {
                    case "gzip", "X-GZIP" -> new GZIPOutputStream(out);
                    case "raw deflate" -> new DeflaterOutputStream(out, new Deflater(9, true));
                    case "identity" -> out;
                    default -> new DeflaterOutputStream(out);
                }) {
            packing.write(text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return out.toByteArray();
    }

    private static String answer(String encoding, byte[] body) {
        return "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Encoding: "
                + encoding.replace("raw ", "") + "\r\nContent-Length: " + body.length + "\r\n\r\n"
                + new String(body, StandardCharsets.ISO_8859_1);
    }

    private static Response send(PooledTransport transport, RawServer server) throws TransportException {
        Request request = Request.of("POST", server.url(), Headers.NONE).body("{}");
        return transport.send(request, new Exchange(Deadline.in(Duration.ofSeconds(20), System::nanoTime), () -> {}));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "X-GZIP", "deflate", "raw deflate", "identity"})
    void a_packed_body_is_read_and_its_connection_used_again(String encoding) throws Exception {
        byte[] body = packed(encoding, TEXT.getBytes(StandardCharsets.UTF_8));
        try (RawServer server = RawServer.answering(answer(encoding, body));
                PooledTransport transport =
                        PooledTransport.builder().egress(server.egress()).build()) {
            assertThat(send(transport, server).text()).isEqualTo(TEXT);
            assertThat(send(transport, server).text()).isEqualTo(TEXT);
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void a_small_body_does_not_become_a_large_one() throws Exception {
        byte[] bomb = packed("gzip", new byte[64 << 20]);
        try (RawServer server = RawServer.answering(answer("gzip", bomb));
                PooledTransport transport = PooledTransport.builder()
                        .egress(server.egress())
                        .largestBody(10_000)
                        .build()) {
            Response response = send(transport, server);

            assertThat(bomb.length).isLessThan(100_000);
            assertThat(response.isCut()).isTrue();
            assertThat(response.text()).hasSize(10_000);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "deflate"})
    void what_is_not_packed_as_it_says_is_no_answer(String encoding) throws Exception {
        byte[] body = TEXT.getBytes(StandardCharsets.UTF_8);
        try (RawServer server = RawServer.answering(answer(encoding, body));
                PooledTransport transport =
                        PooledTransport.builder().egress(server.egress()).build()) {
            assertThatThrownBy(() -> send(transport, server))
                    .isInstanceOfSatisfying(TransportException.class, fault -> assertThat(fault.fault())
                            .isEqualTo(Fault.BROKEN));
        }
    }

    @Test
    void an_empty_body_is_empty_whatever_it_says() throws Exception {
        try (RawServer server = RawServer.answering(answer("gzip", new byte[0]));
                PooledTransport transport =
                        PooledTransport.builder().egress(server.egress()).build()) {
            assertThat(send(transport, server).text()).isEmpty();
        }
    }
}
