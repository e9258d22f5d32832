package dev.sluice.batch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.delivery.ConfigProblem;
import dev.sluice.delivery.OutgoingFile;
import dev.sluice.delivery.Transport;
import dev.sluice.delivery.TransportResult;
import dev.sluice.delivery.testkit.TransportContract;
import dev.sluice.types.Obj;
import dev.sluice.types.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderTransportTest extends TransportContract {
    private static final String IN_THE_WAY = "out";

    @TempDir
    private Path root;

    private FolderTransport transport;

    @BeforeEach
    void wire() {
        transport = FolderTransport.below(root);
    }

    @Override
    protected Transport transport() {
        return transport;
    }

    @Override
    protected Obj config() {
        return (Obj) Value.of(Map.of("path", "out"));
    }

    @Override
    protected Map<String, byte[]> files() throws IOException {
        Map<String, byte[]> files = Standing.below(root);
        files.remove(IN_THE_WAY);
        return files;
    }

    /** A disk has no connections: what breaks is the file that is read. */
    @Override
    protected void drop() throws IOException {
        throw new IOException("the disk is gone");
    }

    @Override
    protected void fill() throws IOException {
        Files.createDirectories(root);
        Files.createFile(root.resolve(IN_THE_WAY));
    }

    @Override
    protected void free() throws IOException {
        Files.delete(root.resolve(IN_THE_WAY));
    }

    @Override
    protected void stop() throws IOException {
        fill();
    }

    private TransportResult put(OutgoingFile file, String path) {
        return transport.put(Outgoing.request(file, Map.of("path", path)));
    }

    @Test
    void a_file_stands_whole_under_its_name_in_folders_made_of_tokens() throws IOException {
        assertThat(put(Outgoing.file("a.csv", "x\r\n"), "{year}/{month}"))
                .isEqualTo(TransportResult.delivered("2026/03/a.csv"));
        assertThat(root.resolve("2026/03/a.csv")).hasContent("x\r\n");
        assertThat(everything()).containsExactly("2026/03/a.csv");
    }

    @Test
    void what_a_process_that_ended_has_left_of_the_file_is_taken_away_and_nothing_else() throws IOException {
        Files.createDirectories(root.resolve("out"));
        Files.createFile(root.resolve("out/.batch_7~123.part"));
        Files.createFile(root.resolve("out/.batch_71~123.part"));
        put(Outgoing.file("a.csv", "x"), "out");
        assertThat(everything()).containsExactlyInAnyOrder("out/a.csv", "out/.batch_71~123.part");
        Files.createFile(root.resolve("out/.batch_7~124.part"));
        put(Outgoing.file("a.csv", "x"), "out");
        assertThat(everything()).containsExactlyInAnyOrder("out/a.csv", "out/.batch_71~123.part");
    }

    @Test
    void nothing_leaves_the_folder() throws IOException {
        put(Outgoing.file("../../evil.csv", "x"), "/../..\\up");
        assertThat(everything()).containsExactly("__/__/up/___.._evil.csv");
    }

    @Test
    void settings_that_are_wrong_are_named() {
        assertThat(transport.check((Obj) Value.of(Map.of("path", "../{dat}", "folder", "x"))))
                .extracting(ConfigProblem::code)
                .containsExactly("unknown_setting", "invalid_setting", "unknown_token");
    }

    private Stream<String> everything() throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files
                    .filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString())
                    .toList()
                    .stream();
        }
    }
}
