package dev.sluice.internal.batch;

import dev.sluice.delivery.FileName;
import dev.sluice.flow.BatchDefinition.Compression;
import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A file between being made and being sent, on disk so that its size does not matter. What a crash leaves is overwritten
 * by the next try and deleted after it.
 */
final class Spool implements AutoCloseable {
    private final Path file;
    private final MessageDigest digest;

    private Spool(Path file) {
        this.file = file;
        this.digest = sha256();
    }

    /** A new one for the file {@code id}, in place of one that is there. */
    static Spool in(Path folder, String id) throws IOException {
        Path file = folder.resolve(FileName.safe("sluice-" + id + ".part"));
        Files.deleteIfExists(file);
        return new Spool(Files.createFile(file, OwnerOnly.attributes(folder)));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    /** Where the bytes go, packed on their way. The same rows give the same bytes: nothing in them tells the time. */
    OutputStream open(Compression how, String inner) throws IOException {
        OutputStream out = open();
        return switch (how) {
            case NONE -> out;
            case GZIP -> new GZIPOutputStream(out);
            case ZIP -> zip(out, inner);
        };
    }

    /** Where the bytes go as they are. */
    OutputStream open() throws IOException {
        return new BufferedOutputStream(new DigestOutputStream(Files.newOutputStream(file), digest), 1 << 16);
    }

    private static OutputStream zip(OutputStream out, String inner) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out);
        ZipEntry entry = new ZipEntry(inner);
        entry.setTimeLocal(LocalDateTime.of(1980, 1, 1, 0, 0));
        zip.putNextEntry(entry);
        return zip;
    }

    /** Counts what goes through, before it is packed. */
    static final class Counted extends FilterOutputStream {
        private long count;

        Counted(OutputStream out) {
            super(out);
        }

        long count() {
            return count;
        }

        @Override
        public void write(int one) throws IOException {
            out.write(one);
            count++;
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
            count += length;
        }
    }

    Path file() {
        return file;
    }

    long size() throws IOException {
        return Files.size(file);
    }

    /** Of all that was written; asked once, at the end. */
    String digest() {
        return HexFormat.of().formatHex(digest.digest());
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }
}
