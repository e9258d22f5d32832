package dev.sluice.http.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.delivery.Deadline;
import dev.sluice.delivery.testkit.ScriptedBuyer.Reply;
import dev.sluice.delivery.testkit.ScriptedBuyerServer;
import dev.sluice.delivery.testkit.ScriptedBuyerServer.Received;
import dev.sluice.http.Exchange;
import dev.sluice.http.Headers;
import dev.sluice.http.HttpTransport;
import dev.sluice.http.Request;
import dev.sluice.http.Response;
import dev.sluice.http.TransportException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What every {@link HttpTransport} keeps to; extend it and give one that may speak to this machine. */
@Timeout(60)
public abstract class HttpTransportContract {
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(200);
    private static final String BODY = "{\"email\":\"canary@example.com\",\"note\":\"\u00fc\ud83d\ude00\"}";

    private final AtomicInteger sent = new AtomicInteger();

    /** A new transport that may speak to {@code port} of {@code 127.0.0.1}; it is closed after use. */
    protected abstract HttpTransport transport(int port);

    private Exchange within(Duration time) {
        return new Exchange(Deadline.in(time, System::nanoTime), sent::incrementAndGet);
    }

    private static Request lead(ScriptedBuyerServer buyer, String key) {
        Headers headers = Headers.NONE.and("Content-Type", "application/json").and("Idempotency-Key", key);
        return Request.of("POST", buyer.url() + "?state=TX&token=canary", headers)
                .body(BODY);
    }

    private Response send(ScriptedBuyerServer buyer) throws TransportException {
        try (HttpTransport transport = transport(buyer.port())) {
            return transport.send(lead(buyer, "one"), within(LONG));
        }
    }

    /** There is no answer, the fault names nobody, and the request did not go out again. */
    private void nothingComesOf(ScriptedBuyerServer buyer, Duration time, int requests) {
        try (HttpTransport transport = transport(buyer.port())) {
            assertThatThrownBy(() -> transport.send(lead(buyer, "one"), within(time)))
                    .isInstanceOf(TransportException.class)
                    .message()
                    .doesNotContain("canary")
                    .doesNotContain("127.0.0.1");
        }
        assertThat(buyer.received()).hasSize(requests);
        assertThat(sent).hasValue(requests);
    }

    @Test
    protected void a_request_arrives_as_it_is_and_its_answer_comes_back() throws TransportException {
        try (ScriptedBuyerServer buyer = ScriptedBuyerServer.accepting()) {
            Response answer = send(buyer);

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.headers().get("Content-Type")).contains("application/json");
            assertThat(answer.text()).contains("ref-one");
            assertThat(answer.isCut()).isFalse();
            Received arrived = buyer.received().get(0);
            assertThat(arrived.method()).isEqualTo("POST");
            assertThat(arrived.path()).isEqualTo("/leads?state=TX&token=canary");
            assertThat(arrived.key()).isEqualTo("one");
            assertThat(arrived.body()).isEqualTo(BODY);
            assertThat(sent).hasValue(1);
        }
    }

    /** A status is the recipient's word, whichever it is. */
    @Test
    protected void an_error_is_an_answer_and_nothing_is_repeated() throws TransportException {
        try (ScriptedBuyerServer buyer = ScriptedBuyerServer.replying(Reply.ERROR, Reply.ACCEPT)) {
            assertThat(send(buyer).status()).isEqualTo(503);
            assertThat(buyer.received()).hasSize(1);
        }
    }

    /** It may have been taken: the caller must know that it left, and decides what to do. */
    @Test
    protected void a_lost_answer_is_a_fault_and_nothing_is_repeated() {
        try (ScriptedBuyerServer buyer = ScriptedBuyerServer.replying(Reply.LOSE_REPLY, Reply.ACCEPT)) {
            nothingComesOf(buyer, LONG, 1);
        }
    }

    @Test
    protected void what_is_no_answer_is_a_fault() {
        try (ScriptedBuyerServer buyer = ScriptedBuyerServer.replying(Reply.NONSENSE, Reply.ACCEPT)) {
            nothingComesOf(buyer, LONG, 1);
        }
    }

    /** Also of an answer that has begun and never ends. */
    @Test
    protected void the_deadline_holds() {
        try (ScriptedBuyerServer buyer = ScriptedBuyerServer.replying(Reply.SLOW)) {
            nothingComesOf(buyer, SHORT, 1);
        }
    }

    @Test
    protected void nothing_leaves_after_the_deadline() {
        try (ScriptedBuyerServer buyer = ScriptedBuyerServer.accepting()) {
            nothingComesOf(buyer, Duration.ZERO, 0);
        }
    }

    /** Then it is safe to try again. */
    @Test
    protected void nothing_was_sent_where_nobody_is() {
        ScriptedBuyerServer gone = ScriptedBuyerServer.accepting();
        gone.close();

        nothingComesOf(gone, LONG, 0);
    }

    @Test
    protected void threads_that_send_at_once_get_their_own_answers() {
        try (ScriptedBuyerServer buyer = ScriptedBuyerServer.accepting();
                HttpTransport transport = transport(buyer.port())) {
            assertThat(IntStream.range(0, 32).parallel().mapToObj(i -> answer(transport, buyer, "key" + i)))
                    .hasSize(32)
                    .allMatch(own -> own);
        }
    }

    private boolean answer(HttpTransport transport, ScriptedBuyerServer buyer, String key) {
        try {
            return transport.send(lead(buyer, key), within(LONG)).text().contains("\"ref-" + key + "\"");
        } catch (TransportException fault) {
            throw new AssertionError(fault);
        }
    }
}
