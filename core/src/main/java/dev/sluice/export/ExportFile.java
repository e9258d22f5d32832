package dev.sluice.export;

import static java.util.Objects.requireNonNull;

/**
 * A file of an export that has arrived.
 *
 * @param name its name, without a folder
 * @param rows without a header
 * @param bytes as they arrived
 * @param sha256 of these bytes, in hexadecimal digits
 */
public record ExportFile(String name, long rows, long bytes, String sha256) {
    public ExportFile {
        requireNonNull(name, "name");
        requireNonNull(sha256, "sha256");
    }
}
