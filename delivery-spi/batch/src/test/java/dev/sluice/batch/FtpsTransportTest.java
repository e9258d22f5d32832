package dev.sluice.batch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.delivery.Transport;
import dev.sluice.delivery.TransportResult;
import dev.sluice.delivery.testkit.TestCertificate;
import dev.sluice.delivery.testkit.TransportContract;
import dev.sluice.types.Obj;
import dev.sluice.types.Value;
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

@Tag("real-server")
class FtpsTransportTest extends TransportContract {
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
    @Override
    protected void stop() {
        server.close();
    }

    private static FtpTransport untrusting() {
        return FtpTransport.create(name -> name.equals("ftp") ? FtpHost.PASSWORD : null);
    }

    @Override
    protected Transport transport() {
        return untrusting().trusting(certificate);
    }

    @Override
    protected Obj config() {
        return (Obj) Value.of(server.settings());
    }

    @Override
    protected Map<String, byte[]> files() throws IOException {
        return Standing.below(root);
    }

    @Override
    protected void drop() {
        server.drop();
    }

    @Override
    protected void fill() {
        server.full(true);
    }

    @Override
    protected void free() {
        server.full(false);
    }

    @Test
    void a_certificate_that_nobody_trusts_gets_neither_password_nor_file() throws IOException {
        assertThat(untrusting().put(Outgoing.request(file("a.csv", new byte[3]), server.settings())))
                .isEqualTo(TransportResult.failed("There is no secure connection: certificate, name or protocol"));
        assertThat(files()).isEmpty();
    }

    @Test
    void a_certificate_of_another_name_gets_nothing() throws IOException {
        Obj elsewhere = config().with("host", Value.text("127.0.0.1"));
        assertThat(put(file("a.csv", new byte[3]), elsewhere))
                .isEqualTo(TransportResult.failed("There is no secure connection: certificate, name or protocol"));
        assertThat(files()).isEmpty();
    }
}
