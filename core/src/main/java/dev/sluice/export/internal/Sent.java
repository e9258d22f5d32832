package dev.sluice.export.internal;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Bytes on their way: how many, and their digest. */
public final class Sent extends FilterOutputStream {
    private final MessageDigest digest = sha256();
    private long bytes;

    public Sent(OutputStream out) {
        super(out);
    }

    @Override
    public void write(int b) throws IOException {
        out.write(b);
        digest.update((byte) b);
        bytes++;
    }

    @Override
    public void write(byte[] all, int from, int length) throws IOException {
        out.write(all, from, length);
        digest.update(all, from, length);
        bytes += length;
    }

    public long bytes() {
        return bytes;
    }

    /** Of all bytes; asked for once. */
    public String sha256Text() {
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
