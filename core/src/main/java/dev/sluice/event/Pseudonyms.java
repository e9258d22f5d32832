package dev.sluice.event;

import dev.sluice.types.Arr;
import dev.sluice.types.Obj;
import dev.sluice.types.Text;
import dev.sluice.types.Typed;
import dev.sluice.types.Value;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Stands in for personal values that leave: always the same for the same value, and, without the key, nothing that a guess can be
 * tried against. Who has the key can try guesses, and so can who may ask for exports of leads of his own making. Immutable and
 * safe on any thread.
 */
public final class Pseudonyms {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int LEAST = 16;
    private static final int TOKEN = 16;
    private static final String BETWEEN = "\u0000";

    private final Mac hashes;
    private final Mac tokens;

    private Pseudonyms(Mac hashes, Mac tokens) {
        this.hashes = hashes;
        this.tokens = tokens;
    }

    /**
     * Those of a key, which is kept outside the store, and the same as long as pseudonyms are to stay the same.
     *
     * @param key at least 16 bytes; not kept
     * @throws IllegalArgumentException if it is shorter
     */
    public static Pseudonyms keyed(byte[] key) {
        if (key.length < LEAST) {
            throw new IllegalArgumentException(
                    "a key of pseudonyms has at least " + LEAST + " bytes, not " + key.length);
        }
        Mac hashes = mac(key);
        return new Pseudonyms(hashes, mac(digest(hashes, "sluice tokens")));
    }

    /**
     * The HMAC-SHA-256 of the text's UTF-8 under the key, 64 hexadecimal digits: the same in every column, so that leads can be
     * matched with whoever was given the key.
     *
     * @param normal a value's normal form
     */
    public String hash(String normal) {
        return HexFormat.of().formatHex(digest(hashes, normal));
    }

    /**
     * {@code tok_} and 32 hexadecimal digits: another one for each path, so that columns cannot be matched with each other.
     *
     * @param path where the value stands: {@code lead.email}
     * @param normal the value's normal form
     */
    public String token(String path, String normal) {
        return "tok_" + HexFormat.of().formatHex(digest(tokens, path + BETWEEN + normal), 0, TOKEN);
    }

    /** {@code value} with each value in it replaced as {@code sight} says; masks and values without content stay. */
    Value of(Sight sight, String path, Value value) {
        if (value instanceof Typed typed) {
            return typed.masked() || typed.isBlank() ? typed : Masks.standIn(typed, text(sight, path, normal(typed)));
        }
        if (value instanceof Obj obj) {
            Obj replaced = obj;
            for (int i = 0; i < obj.shape().size(); i++) {
                replaced = replaced.withAt(i, of(sight, path + "." + obj.shape().name(i), obj.at(i)));
            }
            return replaced;
        }
        if (value instanceof Arr arr) {
            List<Value> replaced = new ArrayList<>(arr.size());
            arr.forEach(element -> replaced.add(of(sight, path, element)));
            return Arr.of(replaced);
        }
        return value.isBlank() ? value : new Text(text(sight, path, value.text()));
    }

    private static String normal(Typed typed) {
        return (typed.normal().isBlank() ? typed.raw() : typed.normal()).text();
    }

    private String text(Sight sight, String path, String normal) {
        return sight == Sight.HASHED ? hash(normal) : token(path, normal);
    }

    private static byte[] digest(Mac keyed, String text) {
        try {
            return ((Mac) keyed.clone()).doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (CloneNotSupportedException foreign) {
            throw new IllegalStateException("the platform's " + ALGORITHM + " cannot be used again", foreign);
        }
    }

    private static Mac mac(byte[] key) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac;
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, absent);
        }
    }
}
