package dev.sluice.internal.digest;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicReference;
import javax.crypto.Mac;
import javax.crypto.ShortBufferException;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Stands in for values that must be recognised but not kept: a keyed hash of each, 128 bits in hex. */
public final class Tokens {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int HASH = 32;
    private static final int BYTES = 16;

    private final Mac keyed;
    /** One that nobody uses at the moment; null when all are in use. */
    private final AtomicReference<@Nullable Mac> spare = new AtomicReference<>();

    /** @param key at least one byte; whoever has it can test guesses, so it is kept outside the store */
    public Tokens(byte[] key) {
        try {
            keyed = Mac.getInstance(ALGORITHM);
            keyed.init(new SecretKeySpec(key, ALGORITHM));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("this Java platform lacks " + ALGORITHM, impossible);
        }
    }

    public String of(CharSequence value) {
        byte[] text = utf8(value);
        byte[] hash = text.length < HASH ? new byte[HASH] : text;
        Mac mac = spare.getAndSet(null);
        mac = mac == null ? copy() : mac;
        try {
            mac.update(text);
            mac.doFinal(hash, 0);
        } catch (ShortBufferException impossible) {
            throw new IllegalStateException(ALGORITHM + " gives more than " + HASH + " bytes", impossible);
        }
        spare.set(mac);
        return HexFormat.of().formatHex(hash, 0, BYTES);
    }

    /** Nearly all values are plain ASCII. */
    private static byte[] utf8(CharSequence value) {
        byte[] bytes = new byte[value.length()];
        for (int i = 0; i < bytes.length; i++) {
            char c = value.charAt(i);
            if (c >= 0x80) {
                return value.toString().getBytes(StandardCharsets.UTF_8);
            }
            bytes[i] = (byte) c;
        }
        return bytes;
    }

    private Mac copy() {
        try {
            return (Mac) keyed.clone();
        } catch (CloneNotSupportedException impossible) {
            throw new IllegalStateException("this Java platform cannot copy " + ALGORITHM, impossible);
        }
    }
}
