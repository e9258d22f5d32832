package dev.sluice.store;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/**
 * An event in the form in which it is kept: what is searched as columns, the rest as three parts that can be emptied one
 * by one. Bytes are not copied; treat them as immutable.
 *
 * @param stream the line it belongs to
 * @param seq its number there, from 1 without gaps
 * @param columns {@code type at v flow rev source test step entity generation attempt outcome reason cost revenue
 *     duration_ms} as text: times in milliseconds since 1970, money in millionths; absent ones and zeros are left out
 * @param clear the difference to the event before in JSON, without sealed values
 * @param sealed personal values, encrypted; empty while nothing is sealed
 * @param detail requests, responses and faults in JSON
 * @param hash over the hash before it, the columns and the digests of the parts
 * @param gone for each part that was emptied its ordinal and the SHA-256 of what it held; empty when none was
 */
public record StoredEvent(
        StreamId stream,
        long seq,
        Map<String, String> columns,
        byte[] clear,
        byte[] sealed,
        byte[] detail,
        byte[] hash,
        byte[] gone) {
    private static final int DIGEST = 32;
    private static final byte[] NOTHING = new byte[0];
    private static final byte[] DIGEST_OF_NOTHING = sha256(NOTHING);

    public StoredEvent {
        columns = Map.copyOf(columns);
    }

    /** An event of which nothing was emptied. */
    public StoredEvent(
            StreamId stream,
            long seq,
            Map<String, String> columns,
            byte[] clear,
            byte[] sealed,
            byte[] detail,
            byte[] hash) {
        this(stream, seq, columns, clear, sealed, detail, hash, NOTHING);
    }

    /** The bytes of a part; none when it was emptied or never held any. */
    public byte[] part(Part part) {
        return switch (part) {
            case CLEAR -> clear;
            case SEALED -> sealed;
            case DETAIL -> detail;
        };
    }

    /** Whether this part was emptied. */
    public boolean isGone(Part part) {
        return part(part).length == 0 && digests().containsKey(part);
    }

    /** SHA-256 of what the part holds, or held before it was emptied. */
    public byte[] digest(Part part) {
        if (part(part).length == 0 && gone.length == 0) {
            return DIGEST_OF_NOTHING.clone();
        }
        byte[] kept = part(part).length == 0 ? digests().get(part) : null;
        return kept == null ? sha256(part(part)) : kept;
    }

    /** Whether {@code gone} tells of parts that are empty, and of nothing else. */
    public boolean isGoneInOrder() {
        return gone.length % (1 + DIGEST) == 0
                && digests().size() == gone.length / (1 + DIGEST)
                && digests().keySet().stream().allMatch(part -> part(part).length == 0);
    }

    private Map<Part, byte[]> digests() {
        Map<Part, byte[]> digests = new EnumMap<>(Part.class);
        ByteBuffer bytes = ByteBuffer.wrap(gone);
        while (bytes.remaining() > DIGEST) {
            byte ordinal = bytes.get();
            byte[] digest = new byte[DIGEST];
            bytes.get(digest);
            if (ordinal >= 0 && ordinal < Part.values().length) {
                digests.put(Part.values()[ordinal], digest);
            }
        }
        return digests;
    }

    /** This event with these parts emptied; their digests stay. */
    public StoredEvent without(Set<Part> parts) {
        Map<Part, byte[]> digests = digests();
        for (Part part : parts) {
            if (part(part).length > 0) {
                digests.put(part, digest(part));
            }
        }
        return new StoredEvent(
                stream,
                seq,
                columns,
                parts.contains(Part.CLEAR) ? NOTHING : clear,
                parts.contains(Part.SEALED) ? NOTHING : sealed,
                parts.contains(Part.DETAIL) ? NOTHING : detail,
                hash,
                bytes(digests));
    }

    private static byte[] bytes(Map<Part, byte[]> digests) {
        ByteBuffer bytes = ByteBuffer.allocate(digests.size() * (1 + DIGEST));
        digests.forEach((part, digest) -> bytes.put((byte) part.ordinal()).put(digest));
        return bytes.array();
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("every Java platform has SHA-256", absent);
        }
    }
}
