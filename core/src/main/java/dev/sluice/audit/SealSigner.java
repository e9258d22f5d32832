package dev.sluice.audit;

import static java.util.Objects.requireNonNull;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs seals, and knows its own signatures again. Keep the key outside the store. Safe on any thread. */
public interface SealSigner {

    /** The name of the key, which stands in every seal. */
    String key();

    byte[] sign(byte[] seal);

    /** Whether {@code signature} is what the key called {@code key} makes of {@code seal}; false for keys that are unknown. */
    boolean isSigned(String key, byte[] seal, byte[] signature);

    /** Signs with a pair of Ed25519 keys; who has the public one alone can verify. */
    static SealSigner ed25519(String key, KeyPair pair) {
        requireNonNull(key, "key");
        return new SealSigner() {
            @Override
            public String key() {
                return key;
            }

            @Override
            public byte[] sign(byte[] seal) {
                try {
                    Signature signature = Signature.getInstance("Ed25519");
                    signature.initSign(pair.getPrivate());
                    signature.update(seal);
                    return signature.sign();
                } catch (GeneralSecurityException broken) {
                    throw new IllegalStateException("the key " + key + " cannot sign a seal", broken);
                }
            }

            @Override
            public boolean isSigned(String name, byte[] seal, byte[] signature) {
                return name.equals(key) && verifies(pair.getPublic(), seal, signature);
            }
        };
    }

    private static boolean verifies(PublicKey key, byte[] seal, byte[] signed) {
        if (signed.length != 64) {
            return false; // Java takes longer ones, too, and what follows then counts for nothing.
        }
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initVerify(key);
            signature.update(seal);
            return signature.verify(signed);
        } catch (GeneralSecurityException noSignature) {
            return false;
        }
    }

    /** Signs with a secret that whoever verifies needs, too: HMAC-SHA-256. */
    static SealSigner secret(String key, byte[] secret) {
        requireNonNull(key, "key");
        SecretKeySpec spec = new SecretKeySpec(secret, "HmacSHA256");
        return new SealSigner() {
            @Override
            public String key() {
                return key;
            }

            @Override
            public byte[] sign(byte[] seal) {
                try {
                    Mac mac = Mac.getInstance("HmacSHA256");
                    mac.init(spec);
                    return mac.doFinal(seal);
                } catch (GeneralSecurityException broken) {
                    throw new IllegalStateException("the key " + key + " cannot sign a seal", broken);
                }
            }

            @Override
            public boolean isSigned(String name, byte[] seal, byte[] signature) {
                return name.equals(key) && MessageDigest.isEqual(sign(seal), signature);
            }
        };
    }
}
