package dev.sluice.delivery.transport;

import dev.sluice.delivery.OutgoingFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What bytes are told apart by. */
public final class Digests {
    private Digests() {}

    /** SHA-256 of all that is left of {@code bytes}, in hexadecimal digits. */
    public static String sha256(InputStream bytes) throws IOException {
        try (DigestInputStream digesting = new DigestInputStream(bytes, digest())) {
            digesting.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digesting.getMessageDigest().digest());
        }
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    /** A file of the final name that stands on the other side. */
    public interface There {
        long size() throws IOException;

        InputStream open() throws IOException;
    }

    /** Whether what stands there is {@code file}: an earlier try that arrived. */
    public static boolean isSame(OutgoingFile file, There there) throws IOException {
        return there.size() == file.size()
                && (file.sha256() == null || file.sha256().equals(sha256(there.open())));
    }
}
