package dev.sluice.http.internal.soap;

import dev.sluice.http.internal.body.Element;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * The user name token of WS-Security, with a time stamp.
 *
 * @param digested whether the password is sent as a digest with nonce and time
 * @param at when the message is made
 * @param seed text that no other message has; the nonce is made of it
 */
public record UsernameToken(String username, String password, boolean digested, Instant at, String seed) {
    private static final String OASIS = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-";
    private static final String PROFILE = OASIS + "username-token-profile-1.0#";
    private static final Duration LIFE = Duration.ofMinutes(10);
    private static final int NONCE_BYTES = 16;

    /** Writes the token into the header of an envelope. */
    void into(Element header) {
        Element security = header.child("wsse:Security", 0);
        security.attribute("xmlns:wsse", OASIS + "wssecurity-secext-1.0.xsd");
        security.attribute("xmlns:wsu", OASIS + "wssecurity-utility-1.0.xsd");
        String created = at.toString();
        Element stamp = security.child("wsu:Timestamp", 0);
        stamp.attribute("wsu:Id", "Timestamp-" + created);
        put(stamp, "wsu:Created", created);
        put(stamp, "wsu:Expires", at.plus(LIFE).toString());
        Element token = security.child("wsse:UsernameToken", 0);
        token.attribute("wsu:Id", "SecurityToken-" + created);
        put(token, "wsse:Username", username);
        put(token, "wsse:Password", digested ? digest(created) : password);
        token.child("wsse:Password", 0).attribute("Type", PROFILE + (digested ? "PasswordDigest" : "PasswordText"));
        if (digested) {
            put(token, "wsse:Nonce", Base64.getEncoder().encodeToString(nonce()));
            token.child("wsse:Nonce", 0).attribute("EncodingType", OASIS + "soap-message-security-1.0#Base64Binary");
        }
        put(token, "wsu:Created", created);
    }

    private static void put(Element parent, String name, String text) {
        parent.put(List.of(name), 0, text);
    }

    private byte[] nonce() {
        return Arrays.copyOf(sha("SHA-256", (seed + " " + at).getBytes(StandardCharsets.UTF_8)), NONCE_BYTES);
    }

    /** As the profile says: of nonce, time and password, by SHA-1. */
    private String digest(String created) {
        byte[] rest = (created + password).getBytes(StandardCharsets.UTF_8);
        byte[] all = Arrays.copyOf(nonce(), NONCE_BYTES + rest.length);
        System.arraycopy(rest, 0, all, NONCE_BYTES, rest.length);
        return Base64.getEncoder().encodeToString(sha("SHA-1", all));
    }

    private static byte[] sha(String algorithm, byte[] bytes) {
        try {
            return MessageDigest.getInstance(algorithm).digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has " + algorithm, e);
        }
    }

    /** Whose token it is, without the password. */
    @Override
    public String toString() {
        return "token of " + username.length() + " letters";
    }
}
