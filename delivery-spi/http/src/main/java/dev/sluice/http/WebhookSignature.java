package dev.sluice.http;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.StringJoiner;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signatures of webhooks as the Standard Webhooks specification says: HMAC-SHA256 over {@code id.timestamp.body}, written as
 * {@code v1,<base64>}, one for each secret while secrets are being changed.
 */
public final class WebhookSignature {
    /** How far a timestamp may be from now. */
    public static final Duration TOLERANCE = Duration.ofMinutes(5);

    private static final String PREFIX = "whsec_";
    private static final String VERSION = "v1,";
    private static final String ALGORITHM = "HmacSHA256";

    private WebhookSignature() {}

    /**
     * The signatures of one message, with a blank between.
     *
     * @param secrets each {@code whsec_} and Base64, or any text
     * @param id without a dot, which separates the parts
     * @throws IllegalArgumentException when the id has a dot, or there is no secret
     */
    public static String sign(List<String> secrets, String id, Instant at, String body) {
        if (id.indexOf('.') >= 0 || secrets.isEmpty()) {
            throw new IllegalArgumentException("a signature needs a secret, and an id without dots");
        }
        byte[] message = (id + "." + at.getEpochSecond() + "." + body).getBytes(StandardCharsets.UTF_8);
        StringJoiner all = new StringJoiner(" ");
        secrets.forEach(secret -> all.add(VERSION + Base64.getEncoder().encodeToString(mac(secret, message))));
        return all.toString();
    }

    /**
     * Whether one of {@code signatures} is that of the message by one of the secrets, and its timestamp is near {@code now}.
     * Takes the same time whichever letter differs.
     */
    public static boolean verify(
            List<String> secrets, String id, Instant at, String body, String signatures, Instant now) {
        if (secrets.isEmpty()
                || id.indexOf('.') >= 0
                || Duration.between(at, now).abs().compareTo(TOLERANCE) > 0) {
            return false;
        }
        boolean found = false;
        for (String expected : sign(secrets, id, at, body).split(" ")) {
            for (String given : signatures.split(" ")) {
                found |= MessageDigest.isEqual(bytes(expected), bytes(given));
            }
        }
        return found;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] mac(String secret, byte[] message) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key(secret), ALGORITHM));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("the secret cannot be used to sign", e);
        }
    }

    private static byte[] key(String secret) {
        if (!secret.startsWith(PREFIX)) {
            return bytes(secret);
        }
        try {
            return Base64.getDecoder().decode(secret.substring(PREFIX.length()));
        } catch (IllegalArgumentException e) {
            throw new InvalidRequestException("/signing", "a secret that begins with " + PREFIX + " goes on in Base64");
        }
    }
}
