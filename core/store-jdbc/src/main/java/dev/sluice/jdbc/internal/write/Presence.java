package dev.sluice.jdbc.internal.write;

import dev.sluice.store.StoreUnavailableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The very file that was opened. Systems let a program go on writing a file that somebody has deleted, moved or replaced:
 * what is written then is nowhere.
 */
public final class Presence {
    private final Path file;
    private final Optional<Identity> opened;

    private Presence(Path file, Optional<Identity> opened) {
        this.file = file;
        this.opened = opened;
    }

    /** What tells one file from another; nothing but being there, where the system does not say. */
    private record Identity(@Nullable Object key) {}

    /** A file that is open now. */
    public static Presence of(Path file) {
        Path absolute = file.toAbsolutePath();
        return new Presence(absolute, identity(absolute));
    }

    private static Optional<Identity> identity(Path file) {
        try {
            return Optional.of(new Identity(
                    Files.readAttributes(file, BasicFileAttributes.class).fileKey()));
        } catch (IOException absent) {
            return Optional.empty();
        }
    }

    /** @throws StoreUnavailableException if the file is not in its place any more */
    void check() {
        if (opened.isPresent() && !Objects.equals(opened, identity(file))) {
            throw new StoreUnavailableException(
                    file.getFileName() + " is not the file any more that was opened: it was deleted, moved or replaced;"
                            + " put it back and open the store again",
                    null);
        }
    }
}
