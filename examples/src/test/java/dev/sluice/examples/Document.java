package dev.sluice.examples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A document in Markdown, of which tests read the blocks of code. */
record Document(Path file, List<String> lines) {
    private static final Path ROOT = Path.of("..");

    /** The document at {@code path} from the top of the project. */
    static Document at(String path) {
        Path file = ROOT.resolve(path);
        try {
            return new Document(file, Files.readAllLines(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The blocks that are marked as {@code language}, in order. */
    List<String> blocks(String language) {
        List<String> blocks = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).equals("```" + language)) {
                int end = i + 1;
                while (!lines.get(end).equals("```")) {
                    end++;
                }
                blocks.add(String.join("\n", lines.subList(i + 1, end)) + "\n");
                i = end;
            }
        }
        return blocks;
    }

    /** The targets of links to files of the project. */
    List<Path> links() {
        List<Path> links = new ArrayList<>();
        for (String line : lines) {
            for (int at = line.indexOf("]("); at >= 0; at = line.indexOf("](", at + 1)) {
                String target = line.substring(at + 2, line.indexOf(')', at));
                if (!target.contains("://") && !target.startsWith("#")) {
                    links.add(file.resolveSibling(target.split("#", 2)[0]).normalize());
                }
            }
        }
        return links;
    }
}
