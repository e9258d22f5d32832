package dev.sluice.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * However many rows wait, a small heap is enough to make their file and to bring it to its place. {@code -Dbatch.volume=1000000} makes
 * it long; a million rows of a store on disk are about 2 GB.
 */
@Tag("processes")
class BatchVolumeTest {
    private static final int ROWS = Integer.getInteger("batch.volume", 2_000);

    @TempDir
    private Path folder;

    @Test
    void rows_wait_in_the_store_and_go_into_one_file_in_a_heap_of_48_megabytes() throws IOException {
        List<String> said;
        try (Child child = Child.start(
                List.of("-Xmx48m"),
                ChildVolume.class,
                "jdbc:sqlite:" + folder.resolve("leads.db"),
                folder.toString(),
                Integer.toString(ROWS))) {
            said = child.lines();
        }
        assertThat(said).anySatisfy(line -> assertThat(line).startsWith("sent " + ROWS + " "));
        try (Stream<String> lines = Files.lines(folder.resolve("out").resolve("leads.csv"))) {
            assertThat(lines.skip(1).filter(line -> line.endsWith("@example.com,web")))
                    .hasSize(ROWS);
        }
    }
}
