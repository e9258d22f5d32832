package dev.sluice.batch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.delivery.TransportResult;
import dev.sluice.delivery.testkit.TestCertificate;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What TLS adds; the contract is passed by {@link FtpTransportTest}. */
@Tag("real-server")
class FtpsTransportTest {
    private static SSLContext certificate;

    @TempDir
    private Path root;

    private FtpHost server;

    @BeforeAll
    static void certify(@TempDir Path folder) throws Exception {
        certificate = TestCertificate.of("localhost", folder);
    }

    @BeforeEach
    void start() {
        server = new FtpHost(root, certificate);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static FtpTransport untrusting() {
        return FtpTransport.create(name -> name.equals("ftp") ? FtpHost.PASSWORD : null);
    }

    private TransportResult put(FtpTransport transport, Map<String, Object> settings) {
        return transport.put(Outgoing.request(Outgoing.file("a.csv", new byte[300_000]), settings));
    }

    @Test
    void login_and_file_go_under_a_certificate_that_the_host_trusts() throws IOException {
        assertThat(put(untrusting().trusting(certificate), server.settings()))
                .isEqualTo(TransportResult.delivered("/out/2026/a.csv"));
        assertThat(Standing.below(root)).containsOnlyKeys("a.csv");
        assertThat(root.resolve("out/2026/a.csv")).hasSize(300_000);
    }

    @Test
    void a_certificate_that_nobody_trusts_gets_neither_password_nor_file() throws IOException {
        assertThat(put(untrusting(), server.settings()))
                .isEqualTo(TransportResult.failed("There is no secure connection: certificate, name or protocol"));
        assertThat(Standing.below(root)).isEmpty();
    }

    @Test
    void a_certificate_of_another_name_gets_nothing() throws IOException {
        Map<String, Object> elsewhere = server.settings();
        elsewhere.put("host", "127.0.0.1");
        assertThat(put(untrusting().trusting(certificate), elsewhere))
                .isEqualTo(TransportResult.failed("There is no secure connection: certificate, name or protocol"));
        assertThat(Standing.below(root)).isEmpty();
    }
}
