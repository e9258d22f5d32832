package dev.sluice.delivery.transport;

import dev.sluice.delivery.FileName;
import dev.sluice.delivery.FilePattern;
import dev.sluice.delivery.FileTokens;
import java.util.Arrays;
import java.util.List;

/**
 * Folders below each other, each with a safe name.
 *
 * @param absolute whether they begin at the root of the other side
 * @param names from the outermost on
 */
public record FolderPath(boolean absolute, List<String> names) {
    public FolderPath {
        names = List.copyOf(names);
    }

    /** The folders of {@code pattern}, parted by slashes, with tokens filled in; {@code .} and nothing are no folders. */
    public static FolderPath of(String pattern, FileTokens tokens) {
        List<String> names = parts(pattern).stream()
                .map(part -> FileName.safe(FilePattern.of(part).fill(tokens)))
                .toList();
        return new FolderPath(pattern.startsWith("/"), names);
    }

    /** Whether the pattern leaves the folder that it begins in. */
    public static boolean climbs(String pattern) {
        return parts(pattern).contains("..");
    }

    private static List<String> parts(String text) {
        return Arrays.stream(text.split("[/\\\\]"))
                .filter(part -> !part.isEmpty() && !part.equals("."))
                .toList();
    }

    /** As the other side writes it; empty for the folder that one is in. */
    public String text() {
        return (absolute ? "/" : "") + String.join("/", names);
    }

    /** The path of a file in it. */
    public String file(String name) {
        String folder = text();
        return folder.isEmpty() || folder.endsWith("/") ? folder + name : folder + "/" + name;
    }
}
