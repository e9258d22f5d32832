package dev.sluice.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.delivery.ConfigProblem;
import dev.sluice.delivery.OutgoingFile;
import dev.sluice.delivery.Transport;
import dev.sluice.delivery.TransportResult;
import dev.sluice.delivery.testkit.TransportContract;
import dev.sluice.types.Obj;
import dev.sluice.types.Value;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("real-server")
class UploadTransportTest extends TransportContract {
    private FileHost server;
    private WebhookDelivery webhook;

    @BeforeEach
    void start() throws IOException {
        server = new FileHost();
        webhook = WebhookDelivery.builder()
                .egress(Egress.publicOnly().allowNetwork("127.0.0.0/8").allowPort(server.port()))
                .transport(PooledTransport.builder()
                        .egress(Egress.publicOnly().allowNetwork("127.0.0.0/8").allowPort(server.port()))
                        .build())
                .secrets(name -> name.equals("token") ? "s3cret" : null)
                .build();
    }

    @AfterEach
    void end() throws IOException {
        webhook.close();
        stop();
    }

    @Override
    protected void stop() throws IOException {
        server.close();
    }

    @Override
    protected Transport transport() {
        return UploadTransport.over(webhook);
    }

    @Override
    protected Obj config() {
        return (Obj) Value.of(Map.of(
                "url", "http://127.0.0.1:" + server.port() + "/in/{year}/", "headers", Map.of("X-Key", "{token}")));
    }

    @Override
    protected Map<String, byte[]> files() {
        return server.files();
    }

    @Override
    protected void drop() {
        server.network().breakAfter(50_000);
    }

    @Override
    protected void fill() {
        server.answering(507);
    }

    @Override
    protected void free() {
        server.answering(201);
    }

    @Override
    protected boolean looks() {
        return false;
    }

    @Test
    void what_is_sent_says_what_it_is_and_no_secret_is_told() {
        assertThat(put(file("a b.csv", new byte[0])))
                .isEqualTo(TransportResult.delivered("http://127.0.0.1:" + server.port() + "/in/2026/a%20b.csv"));
        assertThat(server.head())
                .containsEntry("Idempotency-key", List.of("batch_nightly-7"))
                .containsEntry("Content-type", List.of("text/csv"))
                .containsEntry("Content-disposition", List.of("attachment; filename*=UTF-8''a%20b.csv"))
                .containsEntry("Content-digest", List.of("sha-256=:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=:"))
                .containsEntry("X-key", List.of("s3cret"));
        Obj inUrl =
                config().with("url", Value.text("http://127.0.0.1:" + server.port() + "/{token}/in.csv?key={token}"));
        assertThat(put(file("a.csv", new byte[0]), inUrl).toString()).doesNotContain("s3cret");
    }

    @ParameterizedTest
    @CsvSource({"400, false, false", "404, false, false", "429, true, false", "503, true, false", "500, true, true"})
    void an_answer_says_whether_another_try_may_work_and_whether_it_may_have_arrived(
            int status, boolean retryable, boolean arrived) {
        server.answering(status);
        assertThat(put(file("a.csv", new byte[9])))
                .isEqualTo(new TransportResult.Failed("The server answers " + status, retryable, arrived));
    }

    @Test
    void an_address_inside_the_network_gets_nothing() {
        assertThat(put(file("a.csv", new byte[9]), config().with("url", Value.text("http://10.0.0.1/in/"))))
                .isInstanceOfSatisfying(TransportResult.Failed.class, no -> assertThat(no.retryable())
                        .isFalse());
    }

    @Test
    void a_file_goes_out_piece_by_piece_however_large_it_is() {
        long size = 8L << 20;
        OutgoingFile large = new OutgoingFile("large.csv", "text/csv", size, null, () -> new Zeros(size));
        assertThat(put(large)).isInstanceOf(TransportResult.Delivered.class);
        assertThat(server.files().get("large.csv")).hasSize((int) size);
    }

    private static final class Zeros extends ByteArrayInputStream {
        private long left;

        private Zeros(long size) {
            super(new byte[0]);
            left = size;
        }

        @Override
        public synchronized int read(byte[] into, int offset, int length) {
            if (left == 0) {
                return -1;
            }
            assertThat(length).as("asked for at once").isLessThanOrEqualTo(1 << 16);
            int some = (int) Math.min(left, length);
            left -= some;
            return some;
        }
    }

    @Test
    void settings_that_are_wrong_are_named() {
        Obj wrong = (Obj) Value.of(
                Map.of("url", "https://buyer.example/{dat}/", "method", "GET", "timeoutMs", 0, "bearerToken", "{no}"));
        assertThat(transport().check(wrong))
                .extracting(ConfigProblem::code)
                .containsExactlyInAnyOrder("invalid_setting", "invalid_setting", "unknown_token", "unknown_secret");
        assertThat(transport().check((Obj) Value.of(Map.of("url", "http://169.254.169.254/"))))
                .extracting(ConfigProblem::pointer)
                .containsExactly("/url");
    }
}
