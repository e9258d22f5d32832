package dev.sluice.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.delivery.Deadline;
import dev.sluice.http.TransportException.Fault;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ProxyTest {
    private static Response send(PooledTransport transport, String url) throws TransportException {
        return transport.send(
                Request.of("POST", url, Headers.NONE).body("{}"),
                new Exchange(Deadline.in(Duration.ofSeconds(10), System::nanoTime), () -> {}));
    }

    private static PooledTransport over(RawServer proxy) throws Exception {
        InetAddress somewhere = InetAddress.getByName("93.184.216.34");
        return PooledTransport.builder()
                .egress(Egress.publicOnly().resolver(name -> List.of(somewhere)))
                .proxy("127.0.0.1", proxy.port())
                .build();
    }

    @Test
    void a_proxy_is_asked_for_the_whole_address() throws Exception {
        try (RawServer proxy = RawServer.answering(RawServer.ok("{}"));
                PooledTransport transport = over(proxy)) {
            assertThat(send(transport, "http://buyer.example/leads?a=1").status())
                    .isEqualTo(200);
            assertThat(proxy.requests().get(0)).startsWith("POST http://buyer.example/leads?a=1 HTTP/1.1\r\n");
        }
    }

    private static PooledTransport loggedIn(RawServer proxy) throws Exception {
        InetAddress somewhere = InetAddress.getByName("93.184.216.34");
        return PooledTransport.builder()
                .egress(Egress.publicOnly().resolver(name -> List.of(somewhere)))
                .proxy(
                        "127.0.0.1",
                        proxy.port(),
                        name -> name.startsWith("proxy_") ? "CANARY-" + name : null,
                        "proxy_user",
                        "proxy_key")
                .build();
    }

    @Test
    void a_proxy_is_told_the_password_at_once_and_nobody_else_is() throws Exception {
        String login = "Proxy-Authorization: Basic "
                + Base64.getEncoder()
                        .encodeToString("CANARY-proxy_user:CANARY-proxy_key".getBytes(StandardCharsets.UTF_8));
        try (RawServer proxy = RawServer.answering(RawServer.ok("{}"));
                PooledTransport transport = loggedIn(proxy)) {
            assertThat(send(transport, "http://buyer.example/leads").status()).isEqualTo(200);
            assertThat(send(transport, "http://buyer.example/leads").status()).isEqualTo(200);
            assertThat(proxy.requests()).hasSize(2).allSatisfy(request -> assertThat(request)
                    .contains(login));
        }
        try (RawServer proxy = RawServer.answering(
                        "HTTP/1.1 407 No\r\nProxy-Authenticate: Basic realm=\"x\"\r\n" + "Content-Length: 0\r\n\r\n");
                PooledTransport transport = loggedIn(proxy)) {
            assertThat(send(transport, "https://buyer.example/leads").status()).isEqualTo(407);
            assertThat(send(transport, "http://buyer.example/leads").status()).isEqualTo(407);
            assertThat(proxy.requests()).hasSize(2);
            assertThat(proxy.requests().get(0)).startsWith("CONNECT").contains(login);
        }
    }

    @Test
    void a_secret_that_the_host_does_not_have_is_said_when_the_transport_is_built() {
        assertThatThrownBy(
                        () -> PooledTransport.builder().proxy("127.0.0.1", 1, name -> null, "proxy_user", "proxy_key"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there is no secret 'proxy_user' for the proxy");
    }

    @Test
    void the_guard_judges_what_is_behind_the_proxy() throws Exception {
        try (RawServer proxy = RawServer.answering(RawServer.ok("{}"));
                PooledTransport transport = over(proxy)) {
            for (String url : List.of("http://127.0.0.1/", "http://169.254.169.254/latest", "http://localhost/")) {
                assertThatThrownBy(() -> send(transport, url))
                        .isInstanceOfSatisfying(TransportException.class, fault -> assertThat(fault.fault())
                                .isEqualTo(Fault.REFUSED));
            }
            assertThat(proxy.connections()).isZero();
        }
    }

    @Test
    void a_secure_address_is_reached_through_a_tunnel() throws Exception {
        try (RawServer proxy = RawServer.answering("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n");
                PooledTransport transport = over(proxy)) {
            assertThat(send(transport, "https://buyer.example/leads").status()).isEqualTo(403);
            assertThat(proxy.requests().get(0))
                    .startsWith("CONNECT buyer.example:443 HTTP/1.1\r\n")
                    .doesNotContain("{}");
        }
    }

    @Test
    void connections_come_from_the_address_that_the_host_names() throws Exception {
        List<String> from = new CopyOnWriteArrayList<>();
        try (RawServer server = RawServer.of((socket, self) -> {
                    from.add(socket.getInetAddress().getHostAddress());
                    self.request(socket.getInputStream());
                    socket.getOutputStream().write(RawServer.ok("{}").getBytes(StandardCharsets.US_ASCII));
                });
                PooledTransport transport = PooledTransport.builder()
                        .egress(server.egress())
                        .localAddress(InetAddress.getByName("127.0.0.2"))
                        .build()) {
            send(transport, server.url());
        }
        assertThat(from).containsExactly("127.0.0.2");
    }
}
