package dev.sluice.cli;

import static dev.sluice.cli.Shell.sluice;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The flows of the gallery do what the files beside them say. {@code -Dgolden.write=true} writes these anew. */
class GalleryTest {
    private static final Path GALLERY = Path.of("..", "gallery");

    @TempDir
    private Path stores;

    private static List<Path> folders() throws IOException {
        try (Stream<Path> all = Files.list(GALLERY)) {
            return all.filter(Files::isDirectory).sorted().toList();
        }
    }

    /** Those whose leads come after pings, over one store. */
    private static boolean isPinged(Path folder) {
        return Files.exists(folder.resolve("pings.csv"));
    }

    @Test
    void the_readme_names_every_flow() throws IOException {
        String readme = Files.readString(GALLERY.resolve("README.md"));

        assertThat(folders()).hasSize(12).allSatisfy(folder -> assertThat(readme)
                .contains("(" + folder.getFileName() + "/flow.json)"));
    }

    @TestFactory
    Stream<DynamicTest> runs() throws IOException {
        return folders().stream()
                .filter(folder -> !isPinged(folder))
                .map(folder -> DynamicTest.dynamicTest(
                        "run " + folder.getFileName(),
                        () -> compare(folder.resolve("run.jsonl"), run("run", folder, "leads.csv"))));
    }

    @TestFactory
    Stream<DynamicTest> pings_and_posts() throws IOException {
        return folders().stream()
                .filter(GalleryTest::isPinged)
                .map(folder -> DynamicTest.dynamicTest("ping " + folder.getFileName(), () -> pingAndPost(folder)));
    }

    private void pingAndPost(Path folder) {
        String store = "jdbc:sqlite:" + stores.resolve(folder.getFileName() + ".db");
        compare(folder.resolve("pings.jsonl"), run("ping", folder, "pings.csv", "--store", store));
        compare(folder.resolve("run.jsonl"), run("run", folder, "leads.csv", "--store", store));
    }

    @TestFactory
    Stream<DynamicTest> explanations() throws IOException {
        return folders().stream()
                .filter(folder -> !isPinged(folder))
                .map(folder -> DynamicTest.dynamicTest(
                        "explain " + folder.getFileName(),
                        () -> compare(folder.resolve("explain.txt"), run("explain", folder, "leads.csv"))));
    }

    @TestFactory
    Stream<DynamicTest> pictures() throws IOException {
        return folders().stream()
                .map(folder -> DynamicTest.dynamicTest("diagram " + folder.getFileName(), () -> {
                    compare(folder.resolve("diagram.mmd"), diagram(folder, "mermaid"));
                    compare(folder.resolve("diagram.svg"), diagram(folder, "svg"));
                }));
    }

    private static String diagram(Path folder, String format) {
        String flow = folder.resolve("flow.json").toString();
        return sluice("diagram", flow, "--format", format).out();
    }

    private static String run(String subcommand, Path folder, String leads, String... options) {
        List<String> words = new ArrayList<>(List.of(
                subcommand,
                folder.resolve("flow.json").toString(),
                folder.resolve(leads).toString()));
        words.addAll(List.of(options));
        Shell.Result result = sluice(words.toArray(String[]::new));
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
