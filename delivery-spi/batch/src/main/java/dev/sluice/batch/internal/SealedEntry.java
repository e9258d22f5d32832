package dev.sluice.batch.internal;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import net.lingala.zip4j.io.outputstream.ZipOutputStream;
import net.lingala.zip4j.model.ZipParameters;
import net.lingala.zip4j.model.enums.AesKeyStrength;
import net.lingala.zip4j.model.enums.EncryptionMethod;

/** The one file of an archive that a password opens. */
public final class SealedEntry extends FilterOutputStream {
    /** Earliest moment that archives can name: nothing in them tells the time. */
    private static final long NO_TIME = 315_532_800_000L;

    private final ZipOutputStream archive;

    private SealedEntry(ZipOutputStream archive) {
        super(archive);
        this.archive = archive;
    }

    public static OutputStream open(OutputStream out, String name, char[] password) throws IOException {
        ZipParameters entry = new ZipParameters();
        entry.setFileNameInZip(name);
        entry.setLastModifiedFileTime(NO_TIME);
        entry.setEncryptFiles(true);
        entry.setEncryptionMethod(EncryptionMethod.AES);
        entry.setAesKeyStrength(AesKeyStrength.KEY_STRENGTH_256);
        ZipOutputStream archive = new ZipOutputStream(out, password);
        archive.putNextEntry(entry);
        return new SealedEntry(archive);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        archive.write(bytes, from, length);
    }

    /** Data of an entry leave at its end only. */
    @Override
    public void flush() {}

    @Override
    public void close() throws IOException {
        archive.closeEntry();
        archive.close();
    }
}
