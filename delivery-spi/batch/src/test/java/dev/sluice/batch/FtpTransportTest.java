package dev.sluice.batch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.delivery.ConfigProblem;
import dev.sluice.delivery.Transport;
import dev.sluice.delivery.TransportResult;
import dev.sluice.types.Obj;
import dev.sluice.types.Value;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("real-server")
class FtpTransportTest extends FileServerContract<FtpHost> {
    @Override
    FtpHost start(Path folder) {
        return new FtpHost(folder, null);
    }

    @Override
    protected Transport transport() {
        return FtpTransport.create(name -> name.equals("ftp") ? FtpHost.PASSWORD : null);
    }

    @Test
    void folders_are_made_of_tokens() {
        assertThat(put(file("a.csv", new byte[3]))).isEqualTo(TransportResult.delivered("/out/2026/a.csv"));
        assertThat(root.resolve("out/2026/a.csv")).exists();
    }

    @Test
    void credentials_that_are_wrong_are_told() {
        Obj wrong = config().with("password", Value.text("battery staple"));
        assertThat(put(file("a.csv", new byte[3]), wrong))
                .isEqualTo(TransportResult.failed("The server refuses the credentials: status 530"));
    }

    @Test
    void a_server_without_tls_gets_nothing_unless_settings_say_so() throws IOException {
        Obj secure = config().with("tls", Value.text("explicit"));
        assertThat(put(file("a.csv", new byte[3]), secure)).isInstanceOf(TransportResult.Failed.class);
        assertThat(files()).isEmpty();
    }

    @Test
    void settings_that_are_wrong_are_named() {
        Obj wrong = (Obj) Value.of(
                Map.of("host", "h", "username", "ann\r\nDELE a", "password", "{no}", "tls", "maybe", "path", "{dat}"));
        assertThat(transport().check(wrong))
                .extracting(ConfigProblem::pointer)
                .containsExactly("/username", "/tls", "/password", "/path");
    }
}
