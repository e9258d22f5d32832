package dev.sluice.store.codec;

import dev.sluice.store.Part;
import dev.sluice.store.StoredEvent;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * Each event of a stream carries SHA-256 over the hash before it, its header and the digests of its three parts. The
 * parts count by their digest, so that one can be emptied while the chain still holds.
 */
public final class Chain {
    /** The hash before the first event of a stream. */
    public static final byte[] START = new byte[0];

    private Chain() {}

    /**
     * Checks a whole stream.
     *
     * @return the number of the first event whose hash does not fit, or that is not where it belongs; empty when all fit
     */
    public static OptionalLong firstBroken(List<StoredEvent> stream) {
        byte[] previous = START;
        long seq = 1;
        for (StoredEvent event : stream) {
            boolean fits = event.seq() == seq && fits(event, previous);
            if (!fits) {
                return OptionalLong.of(seq);
            }
            previous = event.hash();
            seq++;
        }
        return OptionalLong.empty();
    }

    /** Whether the event's hash is that of this very event behind one with the hash {@code previous}. */
    public static boolean fits(StoredEvent event, byte[] previous) {
        return MessageDigest.isEqual(event.hash(), hash(previous, material(event)));
    }

    static byte[] hash(byte[] previous, byte[] material) {
        MessageDigest digest = sha256();
        digest.update(previous);
        return digest.digest(material);
    }

    /** Header and digests; every text with its length before it, so that no two headers read the same. */
    static byte[] material(StoredEvent event) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(384);
        text(out, event.stream().account());
        text(out, event.stream().id());
        out.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(event.seq()).array());
        new TreeMap<>(event.columns()).forEach((name, value) -> {
            text(out, name);
            text(out, value);
        });
        for (Part part : Part.values()) {
            out.writeBytes(event.digest(part));
        }
        return out.toByteArray();
    }

    private static void text(ByteArrayOutputStream out, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        out.writeBytes(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("every Java platform has SHA-256", absent);
        }
    }
}
