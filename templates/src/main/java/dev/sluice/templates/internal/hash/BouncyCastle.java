package dev.sluice.templates.internal.hash;

import java.util.Optional;
import java.util.function.Supplier;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.digests.MD4Digest;
import org.bouncycastle.crypto.digests.RIPEMD160Digest;
import org.bouncycastle.crypto.digests.WhirlpoolDigest;

/** The digests that the JDK lacks, from a library that a host may leave out. */
final class BouncyCastle {
    private BouncyCastle() {}

    static Optional<Algorithm> named(String name) {
        try {
            return of(
                    switch (name) {
                        case "md4" -> MD4Digest::new;
                        case "ripemd", "ripemd160" -> RIPEMD160Digest::new;
                        default -> WhirlpoolDigest::new;
                    });
        } catch (NoClassDefFoundError e) {
            return Optional.empty();
        }
    }

    private static Optional<Algorithm> of(Supplier<Digest> digests) {
        // Made once here, so that a missing library shows when the template compiles.
        int size = digests.get().getDigestSize();
        return Optional.of(message -> {
            Digest digest = digests.get();
            digest.update(message, 0, message.length);
            byte[] result = new byte[size];
            digest.doFinal(result, 0);
            return result;
        });
    }
}
