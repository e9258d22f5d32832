package dev.sluice.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.Sluice;
import dev.sluice.batches.Batches;
import dev.sluice.batches.SentFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two Java processes on one PostgreSQL put leads into one batch and send its files, as fast as they can. */
@Tag("processes")
@Tag("real-server")
class TwoSendersTest {
    private static final int LEADS = Integer.getInteger("leads", 40);

    @TempDir
    private Path folder;

    @Test
    void each_file_is_sent_once_by_one_of_them_and_each_lead_is_in_one() throws IOException {
        String url = Server.url();
        List<String> said;
        try (Child one = start(url, "one");
                Child other = start(url, "other")) {
            said = Child.together(one, other);
        }
        List<String> puts =
                said.stream().filter(line -> line.startsWith("put ")).toList();
        List<String> rows = rows();
        assertThat(puts).hasSizeGreaterThan(2).doesNotHaveDuplicates();
        assertThat(rows).doesNotHaveDuplicates();
        try (JdbcStore store = JdbcStore.open(url);
                Sluice sluice = Sluice.builder().store(store).build()) {
            Batches batches = Batches.over(sluice);
            long waiting = batches.status(ChildSender.BATCH).orElseThrow().pending();
            assertThat(rows).hasSize((int) (2 * LEADS - waiting));
            assertThat(batches.sent(ChildSender.BATCH, 1_000)).hasSameSizeAs(puts);
            assertThat(batches.sent(ChildSender.BATCH, 1_000).stream()
                            .mapToLong(SentFile::rows)
                            .sum())
                    .isEqualTo(rows.size());
        }
    }

    private Child start(String url, String name) throws IOException {
        Files.createDirectories(folder.resolve(name));
        return Child.start(ChildSender.class, url, folder.toString(), name, "" + LEADS);
    }

    private List<String> rows() throws IOException {
        List<String> rows = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder.resolve("out"))) {
            for (Path file : files.toList()) {
                rows.addAll(Files.readAllLines(file));
            }
        }
        return rows;
    }
}
