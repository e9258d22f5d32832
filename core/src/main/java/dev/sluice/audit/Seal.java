package dev.sluice.audit;

import static java.util.Objects.requireNonNull;

import dev.sluice.store.Cursor;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/**
 * Says which events stood in a piece of the log, in which order, and what seal came before. Bytes are not copied.
 *
 * @param no from 1 without gaps
 * @param from where the piece begins: the end of the seal before
 * @param to behind its last event
 * @param count how many events it holds
 * @param root SHA-256 over the hashes of its events in reading order
 * @param previous the digest of the seal before; empty for the first one
 * @param at when it was made, in whole milliseconds
 * @param key the key that signed it
 * @param signature of {@link #material()}
 */
public record Seal(
        long no,
        Cursor from,
        Cursor to,
        long count,
        byte[] root,
        byte[] previous,
        Instant at,
        String key,
        byte[] signature) {
    private static final String BETWEEN = " ";
    private static final int MEMBERS = 9;

    public Seal {
        requireNonNull(from, "from");
        requireNonNull(to, "to");
        requireNonNull(key, "key");
    }

    /** What is signed: everything but the signature. */
    public byte[] material() {
        byte[][] texts = {utf8(from.text()), utf8(to.text()), root, previous, utf8(key)};
        int size = 3 * Long.BYTES;
        for (byte[] text : texts) {
            size += Integer.BYTES + text.length;
        }
        ByteBuffer out = ByteBuffer.allocate(size).putLong(no).putLong(count).putLong(at.toEpochMilli());
        for (byte[] text : texts) {
            out.putInt(text.length).put(text);
        }
        return out.array();
    }

    /** What the next seal repeats, and what a host keeps outside the store: SHA-256 of all of it. */
    public byte[] digest() {
        MessageDigest digest = sha256();
        digest.update(material());
        return digest.digest(signature);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("every Java platform has SHA-256", absent);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** On one line, for a host that keeps it; {@link #read} gives it back. */
    public String text() {
        return String.join(
                BETWEEN,
                Long.toString(no),
                base64(utf8(from.text())),
                base64(utf8(to.text())),
                Long.toString(count),
                base64(root),
                base64(previous),
                Long.toString(at.toEpochMilli()),
                base64(utf8(key)),
                base64(signature));
    }

    /** The seal that gave this {@link #text()}; empty when none did. */
    public static Optional<Seal> read(String text) {
        String[] members = text.strip().split(BETWEEN, -1);
        if (members.length != MEMBERS) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Seal(
                    Long.parseLong(members[0]),
                    new Cursor(text(members[1])),
                    new Cursor(text(members[2])),
                    Long.parseLong(members[3]),
                    bytes(members[4]),
                    bytes(members[5]),
                    Instant.ofEpochMilli(Long.parseLong(members[6])),
                    text(members[7]),
                    bytes(members[8])));
        } catch (IllegalArgumentException broken) {
            return Optional.empty();
        }
    }

    private static String base64(byte[] bytes) {
        return bytes.length == 0 ? "-" : Base64.getEncoder().encodeToString(bytes);
    }

    private static byte[] bytes(String base64) {
        return base64.equals("-") ? new byte[0] : Base64.getDecoder().decode(base64);
    }

    private static String text(String base64) {
        return new String(bytes(base64), StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "seal " + no + " of " + count + " events";
    }
}
