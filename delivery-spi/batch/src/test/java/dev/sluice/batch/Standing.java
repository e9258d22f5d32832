package dev.sluice.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What stands in folders. */
final class Standing {
    private Standing() {}

    /** Each file below {@code root}, by its name. */
    static Map<String, byte[]> below(Path root) throws IOException {
        Map<String, byte[]> found = new TreeMap<>();
        for (Path file : all(root)) {
            found.put(file.getFileName().toString(), Files.readAllBytes(file));
        }
        return found;
    }

    private static List<Path> all(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
