package dev.sluice.cli.log;

import dev.sluice.audit.Seal;
import dev.sluice.audit.SealSigner;
import dev.sluice.cli.frame.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The secret that seals are signed with, and the seals that were kept, from files. */
final class SealKeys {
    static final String OPTION = "--key";
    private static final int LEAST = 16;

    private SealKeys() {}

    /** A signer with the secret in this file; its name is the file's. */
    static SealSigner signer(String file) {
        Path path = Path.of(file);
        byte[] secret = bytes(path);
        if (secret.length < LEAST) {
            throw new Failure(
                    "the secret in " + file + " has " + secret.length + " bytes, at least " + LEAST + " are needed");
        }
        return SealSigner.secret(String.valueOf(path.getFileName()), secret);
    }

    /** The last seal in this file. */
    static Seal last(String file) {
        try {
            List<String> lines = Files.readAllLines(Path.of(file)).stream()
                    .filter(line -> !line.isBlank())
                    .toList();
            Optional<Seal> last = lines.isEmpty() ? Optional.empty() : Seal.read(lines.get(lines.size() - 1));
            return last.orElseThrow(() -> new Failure("the last line of " + file + " is no seal"));
        } catch (IOException fault) {
            throw new Failure("cannot read " + file);
        }
    }

    private static byte[] bytes(Path path) {
        try {
            return Files.readAllBytes(path);
        } catch (IOException fault) {
            throw new Failure("cannot read " + path);
        }
    }
}
