package dev.sluice.batch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.delivery.ConfigProblem;
import dev.sluice.delivery.OutgoingFile;
import dev.sluice.delivery.Transport;
import dev.sluice.delivery.TransportResult;
import dev.sluice.types.Obj;
import dev.sluice.types.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("real-server")
class SftpTransportTest extends FileServerContract<SftpServer> {
    private final SftpTransport transport = SftpTransport.create(this::secret);

    @Override
    SftpServer start(Path folder) throws IOException {
        return new SftpServer(folder);
    }

    @Override
    protected Transport transport() {
        return transport;
    }

    private String secret(String name) {
        return switch (name) {
            case "sftp" -> SftpServer.PASSWORD;
            case "key" ->
                "-----BEGIN PRIVATE KEY-----\n"
                        + Base64.getMimeEncoder(64, new byte[] {'\n'})
                                .encodeToString(SftpServer.USER.getPrivate().getEncoded())
                        + "\n-----END PRIVATE KEY-----\n";
            default -> null;
        };
    }

    private TransportResult put(OutgoingFile file, Map<String, Object> settings) {
        return transport.put(Outgoing.request(file, settings));
    }

    private List<String> everything() throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    @Test
    void a_file_arrives_whole_with_a_password() throws IOException {
        byte[] large = new byte[300_000];
        assertThat(put(Outgoing.file("a.csv", large), server.settings()))
                .isEqualTo(TransportResult.delivered("/out/2026/a.csv"));
        assertThat(Files.readAllBytes(root.resolve("out/2026/a.csv"))).isEqualTo(large);
        assertThat(everything()).containsExactly("out/2026/a.csv");
    }

    @Test
    void a_file_arrives_with_a_key() throws IOException {
        Map<String, Object> settings = server.settings();
        settings.remove("password");
        settings.put("privateKey", "{key}");
        assertThat(put(Outgoing.file("a.csv", "x"), settings)).isEqualTo(TransportResult.delivered("/out/2026/a.csv"));
    }

    @Test
    void a_server_with_another_host_key_gets_nothing() throws Exception {
        Map<String, Object> settings = server.settings();
        settings.put(
                "hostKey",
                SftpServer.fingerprint(
                        KeyPairGenerator.getInstance("RSA").generateKeyPair().getPublic()));
        assertThat(put(Outgoing.file("a.csv", "x"), settings))
                .isEqualTo(TransportResult.failed("The server's host key is not the one that is known"));
        assertThat(everything()).isEmpty();
    }

    @Test
    void credentials_that_are_wrong_are_told_apart_and_not_repeated() {
        Map<String, Object> settings = server.settings();
        settings.put("password", "battery staple");
        assertThat(put(Outgoing.file("a.csv", "x"), settings))
                .isEqualTo(TransportResult.failed("The server refuses the credentials"));
    }

    @Test
    void settings_that_are_wrong_are_named() {
        Obj wrong =
                (Obj) Value.of(Map.of("host", "h", "username", "u", "port", 0, "hostKey", "any", "password", "{no}"));
        assertThat(transport.check(wrong))
                .extracting(ConfigProblem::pointer)
                .containsExactly("/port", "/password", "/hostKey");
        assertThat(transport.check((Obj) Value.of(server.settings()))).isEmpty();
    }
}
