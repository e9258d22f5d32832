package dev.sluice.templates.internal.hash;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.Optional;

/** A digest. Immutable and safe on any thread. */
@FunctionalInterface
public interface Algorithm {

    byte[] digest(byte[] message);

    /** The digest called {@code name}; empty when the library that has it is not there. */
    static Optional<Algorithm> named(String name) {
        String ofJdk = Map.of(
                        "md5", "MD5", "sha1", "SHA-1", "sha224", "SHA-224", "sha256", "SHA-256", "sha384", "SHA-384",
                        "sha512", "SHA-512")
                .get(name);
        return ofJdk != null ? Optional.of(message -> jdk(ofJdk, message)) : ofLibrary(name);
    }

    private static Optional<Algorithm> ofLibrary(String name) {
        try {
            return Optional.of(BouncyCastle.named(name));
        } catch (NoClassDefFoundError e) {
            // The library is optional; the caller tells the template's author which jar to add.
            return Optional.empty();
        }
    }

    private static byte[] jdk(String name, byte[] message) {
        try {
            return MessageDigest.getInstance(name).digest(message);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java platform has no " + name, e);
        }
    }
}
