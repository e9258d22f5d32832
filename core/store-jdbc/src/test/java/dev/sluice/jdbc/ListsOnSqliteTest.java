package dev.sluice.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.Sluice;
import dev.sluice.flow.TimeUnit;
import dev.sluice.flow.Window;
import dev.sluice.lists.Lists;
import dev.sluice.testkit.Race;
import dev.sluice.testkit.VirtualTime;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ListsOnSqliteTest {
    @TempDir
    Path folder;

    private final VirtualTime time = VirtualTime.at("2026-03-15T14:30:00Z");

    private Sluice open() {
        return Sluice.builder()
                .time(time)
                .store(JdbcStore.open("jdbc:sqlite:" + folder.resolve("leads.db")))
                .build();
    }

    @Test
    void lists_outlive_the_process() {
        try (Sluice sluice = open()) {
            sluice.lists().retain("rapid", new Window(1, TimeUnit.MINUTE));
            sluice.lists().add("rapid", List.of("a", "b"));
            sluice.lists().add("dnc", IntStream.range(0, 600).boxed().toList());
            sluice.lists().delete("dnc", List.of(7));
        }
        try (Sluice sluice = open()) {
            Lists lists = sluice.lists();
            assertThat(lists.count("dnc")).isEqualTo(599);
            assertThat(lists.query(8, "dnc", "rapid").foundIn()).containsExactly("dnc");
            assertThat(lists.query(7, "dnc").found()).isFalse();
            assertThat(lists.isUnique("rapid", "a")).isFalse();

            time.advance(Duration.ofMinutes(1));
            assertThat(lists.prune(100)).isEqualTo(2);
            assertThat(lists.isUnique("rapid", "a")).isTrue();
            assertThat(lists.isUnique("rapid", "a")).isFalse();
        }
    }

    @Test
    void of_sixty_four_callers_at_once_one_is_told_that_its_value_is_new() {
        try (Sluice sluice = open()) {
            List<Boolean> unique = Race.run(64, i -> () -> sluice.lists().isUnique("seen", "john@example.com"));

            assertThat(unique).containsOnlyOnce(true);
        }
    }

    @Test
    void no_value_stands_in_the_files() throws IOException {
        try (Sluice sluice = open()) {
            sluice.lists().add("dnc", List.of("canary@example.com", "5125550123"));
            sluice.lists().isUnique("dnc", "kanarienvogel");
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                        .doesNotContain("canary", "5125550123", "kanarienvogel");
            }
        }
    }
}
