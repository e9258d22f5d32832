package dev.sluice.batch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.delivery.ConfigProblem;
import dev.sluice.delivery.OutgoingFile;
import dev.sluice.delivery.TransportResult;
import dev.sluice.types.Obj;
import dev.sluice.types.Value;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderTransportTest {
    @TempDir
    private Path root;

    private FolderTransport transport;

    @BeforeEach
    void wire() {
        transport = FolderTransport.below(root);
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
    void the_same_file_again_was_there_already() {
        put(Outgoing.file("a.csv", "x"), "");
        assertThat(put(Outgoing.file("a.csv", "x"), "")).isEqualTo(TransportResult.alreadyThere("a.csv"));
    }

    @Test
    void a_file_of_that_name_with_other_content_stays_as_it_is() {
        put(Outgoing.file("a.csv", "theirs"), "");
        assertThat(put(Outgoing.file("a.csv", "ours!!"), ""))
                .isEqualTo(TransportResult.refused("'a.csv' is there already with other content"));
        assertThat(root.resolve("a.csv")).hasContent("theirs");
    }

    @Test
    void what_breaks_half_way_leaves_nothing() throws IOException {
        OutgoingFile broken = new OutgoingFile("a.csv", "text/csv", 9, "0", () -> new InputStream() {
            private int left = 5;

            @Override
            public int read() throws IOException {
                if (left-- <= 0) {
                    throw new IOException("gone");
                }
                return 'x';
            }
        });
        assertThat(put(broken, "out")).isEqualTo(TransportResult.failed("the folder cannot be written: IOException"));
        assertThat(everything()).isEmpty();
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
