package dev.sluice.templates.internal.hash;

import java.util.function.Supplier;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.digests.MD4Digest;
import org.bouncycastle.crypto.digests.RIPEMD160Digest;
import org.bouncycastle.crypto.digests.WhirlpoolDigest;

/** The digests that the JDK lacks, from a library that a host may leave out. */
final class BouncyCastle {
    private BouncyCastle() {}

    static Algorithm named(String name) {
        return of(
                switch (name) {
                    case "md4" -> MD4Digest::new;
                    case "ripemd", "ripemd160" -> RIPEMD160Digest::new;
                    default -> WhirlpoolDigest::new;
                });
    }

    private static Algorithm of(Supplier<Digest> digests) {
        // One is made here already, so that a missing library shows when the template compiles.
        int size = digests.get().getDigestSize();
        return message -> {
            Digest digest = digests.get();
            digest.update(message, 0, message.length);
            byte[] result = new byte[size];
            digest.doFinal(result, 0);
            return result;
        };
    }
}
