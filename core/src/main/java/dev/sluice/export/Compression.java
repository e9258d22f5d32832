package dev.sluice.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** How files are made smaller. The same content gives the same bytes. */
public enum Compression {
    /** Not at all. */
    NONE(""),
    /** Each file by itself. */
    GZIP(".gz"),
    /** Each file as the only one of an archive. */
    ZIP(".zip");

    /** Earliest moment that archives can name. */
    private static final long NO_TIME = 315_532_800_000L;

    private final String suffix;

    Compression(String suffix) {
        this.suffix = suffix;
    }

    /** The name in requests: {@code gzip}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What the file is called, given what its content is. */
    public String named(String content) {
        return content + suffix;
    }

    /** What the file is, given what its content is. */
    public String mediaType(String content) {
        return switch (this) {
            case NONE -> content;
            case GZIP -> "application/gzip";
            case ZIP -> "application/zip";
        };
    }

    /**
     * Packs what is written; closing what this gives closes {@code out}.
     *
     * @param content the name of the file in an archive
     */
    public OutputStream over(OutputStream out, String content) throws IOException {
        return switch (this) {
            case NONE -> out;
            case GZIP -> new GZIPOutputStream(out);
            case ZIP -> zip(out, content);
        };
    }

    private static OutputStream zip(OutputStream out, String content) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out);
        ZipEntry entry = new ZipEntry(content);
        entry.setTime(NO_TIME);
        zip.putNextEntry(entry);
        return zip;
    }
}
