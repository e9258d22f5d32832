package dev.sluice.cli;

import static dev.sluice.cli.Shell.sluice;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The flows of the gallery do what the files beside them say. {@code -Dgolden.write=true} writes these anew. */
class GalleryTest {
    private static final Path GALLERY = Path.of("..", "gallery");

    private static List<Path> folders() throws IOException {
        try (Stream<Path> all = Files.list(GALLERY)) {
            return all.filter(Files::isDirectory).sorted().toList();
        }
    }

    @Test
    void the_readme_names_every_flow() throws IOException {
        String readme = Files.readString(GALLERY.resolve("README.md"));

        assertThat(folders()).hasSize(9).allSatisfy(folder -> assertThat(readme)
                .contains("(" + folder.getFileName() + "/flow.json)"));
    }

    @TestFactory
    Stream<DynamicTest> runs() throws IOException {
        return folders().stream()
                .map(folder -> DynamicTest.dynamicTest(
                        "run " + folder.getFileName(), () -> compare(folder.resolve("run.jsonl"), run(folder))));
    }

    @TestFactory
    Stream<DynamicTest> explanations() throws IOException {
        return folders().stream()
                .map(folder -> DynamicTest.dynamicTest(
                        "explain " + folder.getFileName(),
                        () -> compare(folder.resolve("explain.txt"), explain(folder))));
    }

    private static String run(Path folder) {
        Shell.Result result = sluice(
                "run",
                folder.resolve("flow.json").toString(),
                folder.resolve("leads.csv").toString());
        assertThat(result.status()).as(result.err()).isZero();
        return result.out();
    }

    private static String explain(Path folder) {
        Shell.Result result = sluice(
                "explain",
                folder.resolve("flow.json").toString(),
                folder.resolve("leads.csv").toString());
        assertThat(result.status()).as(result.err()).isZero();
        return result.out();
    }

    private static void compare(Path golden, String actual) {
        try {
            if (Boolean.getBoolean("golden.write")) {
                Files.writeString(golden, actual);
            }
            assertThat(actual).isEqualTo(Files.readString(golden));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
