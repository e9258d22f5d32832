package dev.sluice.store.codec;

import dev.sluice.store.Part;
import dev.sluice.store.StoredEvent;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Each event of a stream carries SHA-256 over the hash before it, its header and the digests of its three parts. The
 * parts count by their digest, so that one can be emptied while the chain still holds.
 */
public final class Chain {
    /** The hash before the first event of a stream. */
    public static final byte[] START = new byte[0];

    private static final int DIGEST = 32;

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
        String[] names = event.columns().keySet().toArray(String[]::new);
        Arrays.sort(names);
        ByteBuffer out = ByteBuffer.allocate(room(event));
        text(out, event.stream().account());
        text(out, event.stream().id());
        out.putLong(event.seq());
        for (String name : names) {
            text(out, name);
            text(out, event.columns().getOrDefault(name, ""));
        }
        for (Part part : Part.values()) {
            out.put(event.digest(part));
        }
        return Arrays.copyOf(out.array(), out.position());
    }

    /** No less than its material takes: a character has three bytes at most. */
    private static int room(StoredEvent event) {
        int texts = 2 + 2 * event.columns().size();
        int characters = event.stream().account().length() + event.stream().id().length();
        for (Map.Entry<String, String> column : event.columns().entrySet()) {
            characters += column.getKey().length() + column.getValue().length();
        }
        return texts * Integer.BYTES + 3 * characters + Long.BYTES + Part.values().length * DIGEST;
    }

    private static void text(ByteBuffer out, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.putInt(bytes.length).put(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("every Java platform has SHA-256", absent);
        }
    }
}
