package dev.sluice.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.delivery.Deadline;
import dev.sluice.http.TransportException.Fault;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class PooledTransportTest {
    private static final Duration SHORT = Duration.ofMillis(400);
    private static final Duration SLACK = Duration.ofMillis(1_500);
    private static final Duration LONG = Duration.ofSeconds(20);

    private final AtomicInteger sent = new AtomicInteger();

    private Response send(PooledTransport transport, String url, Duration timeout) throws TransportException {
        Request request = Request.of("POST", url, Headers.NONE.and("Content-Type", "application/json"))
                .body("{\"a\":1}");
        return transport.send(request, new Exchange(Deadline.in(timeout, System::nanoTime), sent::incrementAndGet));
    }

    private static PooledTransport to(RawServer server) {
        return PooledTransport.builder().egress(server.egress()).build();
    }

    /** Sends with a short deadline and tells what went wrong; it must not have taken longer. */
    private Fault faultWithin(RawServer server) {
        try (server;
                PooledTransport transport = to(server)) {
            long start = System.nanoTime();
            Fault fault = fault(transport, server.url(), SHORT);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(SHORT.plus(SLACK));
            return fault;
        } catch (java.io.IOException e) {
            throw new AssertionError(e);
        }
    }

    private Fault fault(PooledTransport transport, String url, Duration timeout) {
        try {
            Response response = send(transport, url, timeout);
            throw new AssertionError("an answer came: " + response);
        } catch (TransportException none) {
            assertThat(none.getMessage()).doesNotContain("127.0.0.1");
            return none.fault();
        }
    }

    private static RawServer dripping(String start) {
        return RawServer.of((socket, server) -> {
            server.request(socket.getInputStream());
            OutputStream out = socket.getOutputStream();
            out.write(start.getBytes(StandardCharsets.US_ASCII));
            while (true) {
                out.write('x');
                out.flush();
                new CountDownLatch(1).await(20, java.util.concurrent.TimeUnit.MILLISECONDS);
            }
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "H",
                "HTTP/1.1 200 OK\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nffff\r\n",
                "HTTP/1.1 200 OK\r\n\r\n"
            })
    void a_peer_that_drips_costs_no_more_than_the_deadline(String start) {
        assertThat(faultWithin(dripping(start))).isEqualTo(Fault.TIMEOUT);
        assertThat(sent).hasValue(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc", "HTTP/1.1 100 Continue\r\n\r\n"})
    void a_peer_that_stalls_costs_no_more_than_the_deadline(String start) {
        RawServer server = RawServer.of((socket, itself) -> {
            itself.request(socket.getInputStream());
            socket.getOutputStream().write(start.getBytes(StandardCharsets.US_ASCII));
            new CountDownLatch(1).await();
        });

        assertThat(faultWithin(server)).isEqualTo(Fault.TIMEOUT);
    }

    @Test
    void a_peer_that_does_not_read_costs_no_more_than_the_deadline() throws Exception {
        try (RawServer server = RawServer.of((socket, itself) -> new CountDownLatch(1).await());
                PooledTransport transport = to(server)) {
            Request request = Request.of("POST", server.url(), Headers.NONE).body("x".repeat(30_000_000));
            Duration timeout = Duration.ofSeconds(2);
            long start = System.nanoTime();

            assertThatThrownBy(() -> transport.send(
                            request, new Exchange(Deadline.in(timeout, System::nanoTime), sent::incrementAndGet)))
                    .hasMessage("Timeout");

            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(timeout.plus(SLACK));
        }
    }

    @Test
    void the_first_byte_has_a_time_out_of_its_own() throws Exception {
        try (RawServer server = RawServer.of((socket, itself) -> new CountDownLatch(1).await());
                PooledTransport transport = PooledTransport.builder()
                        .egress(server.egress())
                        .firstByteTimeout(SHORT)
                        .build()) {
            assertThat(fault(transport, server.url(), LONG)).isEqualTo(Fault.TIMEOUT);
        }
    }

    @Test
    void a_body_without_end_is_cut() throws Exception {
        RawServer endless = RawServer.of((socket, server) -> {
            server.request(socket.getInputStream());
            OutputStream out = socket.getOutputStream();
            out.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            byte[] chunk = ("2000\r\n" + "x".repeat(0x2000) + "\r\n").getBytes(StandardCharsets.US_ASCII);
            while (true) {
                out.write(chunk);
            }
        });
        try (endless;
                PooledTransport transport = to(endless)) {
            Response response = send(transport, endless.url(), LONG);

            assertThat(response.isCut()).isTrue();
            assertThat(response.text()).hasSize(1 << 20);
        }
    }

    @Test
    void a_body_that_says_it_has_a_gigabyte_is_cut() throws Exception {
        RawServer large = RawServer.of((socket, server) -> {
            server.request(socket.getInputStream());
            OutputStream out = socket.getOutputStream();
            out.write("HTTP/1.1 200 OK\r\nContent-Length: 1073741824\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            while (true) {
                out.write(new byte[1 << 16]);
            }
        });
        try (large;
                PooledTransport transport = to(large)) {
            assertThat(send(transport, large.url(), LONG).isCut()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense\r\n\r\n", "SSH-2.0-x\r\n", "HTTP/1.1 abc OK\r\n\r\n"})
    void what_is_no_http_is_told_apart(String nonsense) throws Exception {
        try (RawServer server = RawServer.answering(nonsense);
                PooledTransport transport = to(server)) {
            assertThat(fault(transport, server.url(), SHORT)).isIn(Fault.NONSENSE, Fault.BROKEN, Fault.TIMEOUT);
        }
    }

    @Test
    void headers_without_end_are_given_up() throws Exception {
        RawServer endless = RawServer.of((socket, server) -> {
            server.request(socket.getInputStream());
            OutputStream out = socket.getOutputStream();
            out.write("HTTP/1.1 200 OK\r\n".getBytes(StandardCharsets.US_ASCII));
            while (true) {
                out.write("X-A: b\r\n".getBytes(StandardCharsets.US_ASCII));
            }
        });
        try (endless;
                PooledTransport transport = to(endless)) {
            assertThat(fault(transport, endless.url(), LONG)).isIn(Fault.NONSENSE, Fault.BROKEN);
        }
    }

    /** Cuts the answer after each of its bytes: there is one request each time, and an answer only when it is whole. */
    @Test
    void an_answer_cut_anywhere_is_no_answer_and_nothing_is_repeated() throws Exception {
        String answer = RawServer.ok("{\"ok\":true}");
        for (int cut = 0; cut < answer.length(); cut++) {
            int end = cut;
            RawServer cutting = RawServer.of((socket, server) -> {
                server.request(socket.getInputStream());
                socket.setSoLinger(true, end % 2 == 0 ? 0 : 1);
                socket.getOutputStream().write(answer.substring(0, end).getBytes(StandardCharsets.US_ASCII));
                socket.getOutputStream().flush();
            });
            try (cutting;
                    PooledTransport transport = to(cutting)) {
                assertThat(fault(transport, cutting.url(), LONG))
                        .as("cut at %s", cut)
                        .isIn(Fault.BROKEN, Fault.NONSENSE);
                assertThat(cutting.requests()).as("cut at %s", cut).hasSize(1);
            }
        }
        assertThat(sent).hasValue(answer.length());
    }

    /** Resets the connection after each byte of the request: nothing is sent a second time. */
    @Test
    void a_request_cut_anywhere_is_not_repeated() throws Exception {
        int whole;
        try (RawServer server = RawServer.answering(RawServer.ok("{}"));
                PooledTransport transport = to(server)) {
            send(transport, server.url(), LONG);
            whole = server.requests().get(0).length();
        }
        for (int cut = 0; cut < whole; cut++) {
            int end = cut;
            RawServer cutting = RawServer.of((socket, server) -> {
                socket.getInputStream().readNBytes(end);
                socket.setSoLinger(true, 0);
            });
            try (cutting;
                    PooledTransport transport = to(cutting)) {
                assertThat(fault(transport, cutting.url(), LONG))
                        .as("cut at %s", cut)
                        .isEqualTo(Fault.BROKEN);
                assertThat(cutting.connections()).as("cut at %s", cut).isEqualTo(1);
            }
        }
    }

    @Test
    void connections_are_used_again_and_a_closed_one_is_noticed() throws Exception {
        try (RawServer server = RawServer.answering(RawServer.ok("{}"));
                PooledTransport transport = to(server)) {
            for (int i = 0; i < 5; i++) {
                assertThat(send(transport, server.url(), LONG).status()).isEqualTo(200);
            }
            assertThat(server.connections()).isEqualTo(1);
        }
        RawServer once = RawServer.of((socket, server) -> {
            server.request(socket.getInputStream());
            socket.getOutputStream().write(RawServer.ok("{}").getBytes(StandardCharsets.US_ASCII));
        });
        try (once;
                PooledTransport transport = to(once)) {
            for (int i = 0; i < 5; i++) {
                assertThat(send(transport, once.url(), LONG).status()).isEqualTo(200);
                new CountDownLatch(1).await(20, java.util.concurrent.TimeUnit.MILLISECONDS);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void redirects_are_answers(int status) throws Exception {
        try (RawServer other = RawServer.answering(RawServer.ok("{}"));
                RawServer server = RawServer.answering(
                        "HTTP/1.1 " + status + " Moved\r\nLocation: " + other.url() + "\r\nContent-Length: 0\r\n\r\n");
                PooledTransport transport = PooledTransport.builder()
                        .egress(server.egress().allowPort(other.port()))
                        .build()) {
            assertThat(send(transport, server.url(), LONG).status()).isEqualTo(status);
            assertThat(other.connections()).isZero();
        }
    }

    @Test
    void cookies_are_not_sent_back_and_only_planned_headers_go_out() throws Exception {
        try (RawServer server = RawServer.answering("HTTP/1.1 200 OK\r\nSet-Cookie: x=1\r\nContent-Length: 0\r\n\r\n");
                PooledTransport transport = to(server)) {
            send(transport, server.url(), LONG);
            send(transport, server.url(), LONG);

            assertThat(server.requests()).hasSize(2).allSatisfy(request -> assertThat(request.lines()
                            .skip(1)
                            .takeWhile(line -> !line.isEmpty())
                            .map(line -> line.substring(0, line.indexOf(':'))))
                    .containsExactlyInAnyOrder(
                            "Content-Type", "Content-Length", "Host", "Connection", "User-Agent", "Accept-Encoding"));
        }
    }

    @Test
    void a_name_that_changes_its_address_is_looked_up_once_for_a_connection() throws Exception {
        List<String> asked = new ArrayList<>();
        try (RawServer server = RawServer.answering(RawServer.ok("{}"));
                PooledTransport transport = PooledTransport.builder()
                        .egress(Egress.publicOnly()
                                .allowNetwork("127.0.0.1")
                                .allowPort(server.port())
                                .resolver(name -> {
                                    asked.add(name);
                                    return List.of(
                                            InetAddress.getByName(asked.size() == 1 ? "127.0.0.1" : "127.0.0.2"));
                                }))
                        .build()) {
            String url = "http://buyer.example:" + server.port() + "/";

            assertThat(send(transport, url, LONG).status()).isEqualTo(200);
            assertThat(asked).containsExactly("buyer.example");
            assertThat(server.requests().get(0)).contains("Host: buyer.example:" + server.port());
        }
    }

    @Test
    void what_the_guard_refuses_is_never_connected_to() throws Exception {
        try (RawServer server = RawServer.answering(RawServer.ok("{}"));
                PooledTransport transport = PooledTransport.builder()
                        .egress(Egress.publicOnly()
                                .allowPort(server.port())
                                .resolver(name -> name.startsWith("none")
                                        ? List.of()
                                        : List.of(InetAddress.getLoopbackAddress())))
                        .build()) {
            String port = ":" + server.port() + "/";

            assertThat(fault(transport, "http://buyer.example" + port, LONG)).isEqualTo(Fault.REFUSED);
            assertThat(fault(transport, "http://127.0.0.1" + port, LONG)).isEqualTo(Fault.REFUSED);
            assertThat(fault(transport, "http://[::ffff:127.0.0.1]" + port, LONG))
                    .isEqualTo(Fault.REFUSED);
            assertThat(fault(transport, "http://none.example" + port, LONG)).isEqualTo(Fault.NAME);
            assertThat(server.connections()).isZero();
            assertThat(sent).hasValue(0);
        }
    }

    /** A port that is taken but not listened at: a free one might be taken by another test meanwhile. */
    @Test
    void nobody_there_is_told_before_anything_is_sent() throws Exception {
        try (Socket deaf = new Socket()) {
            deaf.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            Egress egress = Egress.publicOnly().allowNetwork("127.0.0.0/8").allowPort(deaf.getLocalPort());
            try (PooledTransport transport =
                    PooledTransport.builder().egress(egress).build()) {
                String url = "http://127.0.0.1:" + deaf.getLocalPort() + "/";

                assertThat(fault(transport, url, LONG)).isEqualTo(Fault.CONNECTION);
                assertThat(sent).hasValue(0);
            }
        }
    }

    @Test
    void a_deadline_that_has_passed_sends_nothing() throws Exception {
        try (RawServer server = RawServer.answering(RawServer.ok("{}"));
                PooledTransport transport = to(server)) {
            assertThat(fault(transport, server.url(), Duration.ZERO)).isEqualTo(Fault.CONNECTION_TIMEOUT);
            assertThat(server.connections()).isZero();
        }
    }
}
