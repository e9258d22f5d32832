package dev.sluice.delivery;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * A whole file that is ready to leave. Its bytes may be read again and again, and lie in memory or on disk.
 *
 * @param name the final name, already safe: no folder, no control characters, at most {@value FileName#LONGEST} bytes
 * @param mediaType such as {@code text/csv}
 * @param size in bytes
 * @param sha256 of the bytes, 64 hexadecimal digits; null when the same content gives other bytes each time (encryption)
 * @param content the bytes
 */
public record OutgoingFile(
        String name, String mediaType, long size, @Nullable String sha256, Content content) {
    public OutgoingFile {
        requireNonNull(name, "name");
        requireNonNull(mediaType, "mediaType");
        requireNonNull(content, "content");
    }

    /** Where the bytes are. */
    @FunctionalInterface
    public interface Content {
        /** The bytes from the first on; whoever opens closes. */
        InputStream open() throws IOException;
    }
}
