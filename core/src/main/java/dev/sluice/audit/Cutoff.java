package dev.sluice.audit;

import static java.util.Objects.requireNonNull;

import dev.sluice.store.Cursor;
import dev.sluice.store.StreamId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Says, signed, that a log was cut off: of the pieces up to a seal only some streams are left. Takes the place of the content of these
 * pieces when the log is verified. Bytes are not copied.
 *
 * @param seal the number of the last seal whose piece was cut
 * @param to the end of that piece
 * @param removed how many events were removed, by all cuts
 * @param heads streams that were left or go on behind the cut
 * @param at when, in whole milliseconds
 * @param key the key that signed it
 * @param signature of {@link #material()}
 */
public record Cutoff(long seal, Cursor to, long removed, List<Head> heads, Instant at, String key, byte[] signature) {
    private static final String BETWEEN = " ";
    private static final int MEMBERS = 7;

    public Cutoff {
        requireNonNull(to, "to");
        heads = List.copyOf(heads);
        requireNonNull(key, "key");
    }

    /**
     * The last event of a stream before the cut.
     *
     * @param seq its number
     * @param hash its hash
     * @param stays whether it and those before it are still there; else the stream goes on behind them
     * @param emptied whether parts of them had been emptied, for a reason that was on record
     */
    public record Head(StreamId stream, long seq, byte[] hash, boolean stays, boolean emptied) {
        private static final String WITHIN = ",";
        private static final int PARTS = 6;

        private String text() {
            return String.join(
                    WITHIN,
                    encoded(stream.account()),
                    encoded(stream.id()),
                    Long.toString(seq),
                    Base64.getEncoder().encodeToString(hash),
                    Boolean.toString(stays),
                    Boolean.toString(emptied));
        }

        private static Head read(String text) {
            String[] parts = text.split(WITHIN, -1);
            if (parts.length != PARTS) {
                throw new IllegalArgumentException("a head has " + PARTS + " parts");
            }
            return new Head(
                    new StreamId(decoded(parts[0]), decoded(parts[1])),
                    Long.parseLong(parts[2]),
                    Base64.getDecoder().decode(parts[3]),
                    Boolean.parseBoolean(parts[4]),
                    Boolean.parseBoolean(parts[5]));
        }
    }

    /** What is signed: everything but the signature. */
    public byte[] material() {
        byte[] text = unsigned().getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(Integer.BYTES + text.length)
                .putInt(text.length)
                .put(text)
                .array();
    }

    private String unsigned() {
        List<String> members = new ArrayList<>(List.of(
                Long.toString(seal),
                encoded(to.text()),
                Long.toString(removed),
                Long.toString(at.toEpochMilli()),
                encoded(key),
                Integer.toString(heads.size())));
        heads.forEach(head -> members.add(head.text()));
        return String.join(BETWEEN, members);
    }

    /** This one, signed. */
    Cutoff signed(SealSigner signer) {
        return new Cutoff(seal, to, removed, heads, at, key, signer.sign(material()));
    }

    /** On one line; {@link #read} gives it back. */
    public String text() {
        return unsigned() + BETWEEN + Base64.getEncoder().encodeToString(signature);
    }

    /** The one that gave this {@link #text()}; empty when none did. */
    public static Optional<Cutoff> read(String text) {
        try {
            return Optional.ofNullable(read(text.strip().split(BETWEEN, -1)));
        } catch (IllegalArgumentException broken) {
            return Optional.empty();
        }
    }

    private static @Nullable Cutoff read(String[] members) {
        int heads = members.length - MEMBERS;
        if (heads < 0 || Integer.parseInt(members[5]) != heads) {
            return null;
        }
        List<Head> all = new ArrayList<>(heads);
        for (int i = 0; i < heads; i++) {
            all.add(Head.read(members[MEMBERS - 1 + i]));
        }
        return new Cutoff(
                Long.parseLong(members[0]),
                new Cursor(decoded(members[1])),
                Long.parseLong(members[2]),
                all,
                Instant.ofEpochMilli(Long.parseLong(members[3])),
                decoded(members[4]),
                Base64.getDecoder().decode(members[members.length - 1]));
    }

    private static String encoded(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String decoded(String text) {
        return new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "cut behind seal " + seal + ", " + removed + " events removed";
    }
}
