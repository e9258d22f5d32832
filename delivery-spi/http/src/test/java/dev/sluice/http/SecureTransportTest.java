package dev.sluice.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.delivery.Deadline;
import dev.sluice.delivery.testkit.TestCertificate;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The same over TLS, with a certificate made for {@code buyer.example}. */
@Timeout(60)
class SecureTransportTest {
    @TempDir
    static Path folder;

    private static SSLContext tls;

    private final List<Socket> connections = new CopyOnWriteArrayList<>();

    @BeforeAll
    static void certificate() throws Exception {
        tls = TestCertificate.of("buyer.example", folder);
    }

    private ServerSocket answering() throws IOException {
        ServerSocket server = tls.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread acceptor = new Thread(() -> {
            try {
                while (true) {
                    Socket socket = server.accept();
                    connections.add(socket);
                    Thread worker = new Thread(() -> answer(socket));
                    worker.setDaemon(true);
                    worker.start();
                }
            } catch (IOException closed) {
                // The test is over.
            }
        });
        acceptor.setDaemon(true);
        acceptor.start();
        return server;
    }

    private static void answer(Socket socket) {
        try (socket) {
            StringBuilder head = new StringBuilder();
            for (int b = socket.getInputStream().read();
                    b >= 0;
                    b = socket.getInputStream().read()) {
                head.append((char) b);
                if (head.toString().endsWith("\r\n\r\n{}")) {
                    head.setLength(0);
                    socket.getOutputStream().write(RawServer.ok("{\"a\":1}").getBytes(StandardCharsets.US_ASCII));
                }
            }
        } catch (IOException gone) {
            // The client went away.
        }
    }

    private static PooledTransport.Builder to(int port) {
        return PooledTransport.builder()
                .egress(Egress.publicOnly()
                        .allowNetwork("127.0.0.0/8")
                        .allowPort(port)
                        .resolver(name -> List.of(InetAddress.getLoopbackAddress())));
    }

    private static Response send(PooledTransport transport, String host, int port, Duration timeout)
            throws TransportException {
        Request request = Request.of("POST", "https://" + host + ":" + port + "/leads", Headers.NONE)
                .body("{}");
        return transport.send(request, new Exchange(Deadline.in(timeout, System::nanoTime), () -> {}));
    }

    @Test
    void a_secure_connection_is_made_to_the_pinned_address_and_used_again() throws Exception {
        try (ServerSocket server = answering();
                PooledTransport transport = to(server.getLocalPort()).tls(tls).build()) {
            for (int i = 0; i < 3; i++) {
                Response response = send(transport, "buyer.example", server.getLocalPort(), Duration.ofSeconds(20));
                assertThat(response.text()).isEqualTo("{\"a\":1}");
            }
            assertThat(connections).hasSize(1);
        }
    }

    @Test
    void a_certificate_for_another_name_is_refused() throws Exception {
        try (ServerSocket server = answering();
                PooledTransport transport = to(server.getLocalPort()).tls(tls).build()) {
            assertThatThrownBy(() -> send(transport, "other.example", server.getLocalPort(), Duration.ofSeconds(20)))
                    .hasMessage("Secure connection failed");
        }
    }

    @Test
    void a_certificate_that_nobody_vouches_for_is_refused() throws Exception {
        try (ServerSocket server = answering();
                PooledTransport transport = to(server.getLocalPort()).build()) {
            assertThatThrownBy(() -> send(transport, "buyer.example", server.getLocalPort(), Duration.ofSeconds(20)))
                    .hasMessage("Secure connection failed");
        }
    }

    @Test
    void a_handshake_that_stalls_costs_no_more_than_the_deadline() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                PooledTransport transport = to(silent.getLocalPort()).tls(tls).build()) {
            long start = System.nanoTime();

            assertThatThrownBy(() -> send(transport, "buyer.example", silent.getLocalPort(), Duration.ofMillis(800)))
                    .isInstanceOf(TransportException.class);

            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(2_500));
        }
    }
}
