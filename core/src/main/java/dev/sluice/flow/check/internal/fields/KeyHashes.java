package dev.sluice.flow.check.internal.fields;

import dev.sluice.flow.SourceKey;
import dev.sluice.flow.check.Check;
import dev.sluice.flow.check.Found;
import dev.sluice.flow.check.Subject;
import java.util.List;

/** Key hashes that no key has. */
final class KeyHashes implements Check {
    private static final int HEX_DIGITS = 64;

    @Override
    public void check(Subject subject, Found found) {
        for (int i = 0; i < subject.flow().sources().size(); i++) {
            List<SourceKey> hashes = subject.flow().sources().get(i).keyHashes();
            for (int j = 0; j < hashes.size(); j++) {
                if (!isHash(hashes.get(j).hash())) {
                    found.error(
                            "invalid_key_hash",
                            "/sources/" + i + "/keyHashes/" + j,
                            "a key hash is the SHA-256 of the key in 64 hex digits; never the key itself");
                }
            }
        }
    }

    private static boolean isHash(String hash) {
        return hash.length() == HEX_DIGITS && hash.chars().allMatch(c -> Character.digit(c, 16) >= 0 && c < 128);
    }
}
