package dev.sluice.batch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.delivery.ConfigProblem;
import dev.sluice.delivery.OutgoingFile;
import dev.sluice.delivery.TransportResult;
import dev.sluice.types.Obj;
import dev.sluice.types.Value;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("real-server")
class SftpTransportTest {
    @TempDir
    private Path root;

    private SftpServer server;
    private SftpTransport transport;

    @BeforeEach
    void start() throws IOException {
        server = new SftpServer(root);
        transport = SftpTransport.create(this::secret);
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    private String secret(String name) {
        return switch (name) {
            case "sftp" -> SftpServer.PASSWORD;
            case "key" ->
                "-----BEGIN PRIVATE KEY-----\n"
                        + Base64.getMimeEncoder(64, new byte[] {'\n'})
                                .encodeToString(server.user.getPrivate().getEncoded())
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
    void nobody_there_is_a_failure() throws IOException {
        Map<String, Object> settings = server.settings();
        server.close();
        assertThat(put(Outgoing.file("a.csv", "x"), settings))
                .isEqualTo(TransportResult.failed("The server cannot be reached"));
    }

    @Test
    void the_same_file_again_was_there_already_and_another_one_stays() throws IOException {
        put(Outgoing.file("a.csv", "theirs"), server.settings());
        assertThat(put(Outgoing.file("a.csv", "theirs"), server.settings()))
                .isEqualTo(TransportResult.alreadyThere("/out/2026/a.csv"));
        assertThat(put(Outgoing.file("a.csv", "ours!!"), server.settings()))
                .isEqualTo(TransportResult.refused("'/out/2026/a.csv' is there already with other content"));
        assertThat(root.resolve("out/2026/a.csv")).hasContent("theirs");
    }

    @Test
    void a_connection_that_breaks_half_way_leaves_nothing_under_the_final_name_and_the_next_try_works()
            throws IOException {
        byte[] bytes = new byte[500_000];
        OutgoingFile breaking = new OutgoingFile("a.csv", "text/csv", bytes.length, null, () -> breaking(bytes));
        assertThat(put(breaking, server.settings())).isInstanceOf(TransportResult.Failed.class);
        assertThat(root.resolve("out/2026/a.csv")).doesNotExist();
        assertThat(put(Outgoing.file("a.csv", bytes), server.settings()))
                .isEqualTo(TransportResult.delivered("/out/2026/a.csv"));
        assertThat(everything()).containsExactly("out/2026/a.csv");
    }

    private InputStream breaking(byte[] bytes) {
        return new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read(byte[] into, int offset, int length) {
                if (pos > bytes.length / 2) {
                    server.drop();
                }
                return super.read(into, offset, length);
            }
        };
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
