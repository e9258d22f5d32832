package dev.sluice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of loggers is what the library logs with. */
class LoggerTableTest {
    private static final Pattern LOGGER = Pattern.compile("getLogger\\(\"([^\"]+)\"\\)");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(dev\\.sluice\\.[a-z]+)` \\| [a-z]+ \\|");

    @Test
    void the_readme_names_every_logger() throws IOException {
        Set<String> used = new TreeSet<>();
        for (Path source : sources()) {
            used.addAll(all(LOGGER, Files.readString(source)));
        }

        assertThat(used).isNotEmpty().isEqualTo(all(ROW, Files.readString(Path.of("../README.md"))));
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    private static Set<String> all(Pattern pattern, String text) {
        Set<String> found = new TreeSet<>();
        pattern.matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .forEach(found::add);
        return found;
    }
}
