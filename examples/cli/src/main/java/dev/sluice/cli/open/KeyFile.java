package dev.sluice.cli.open;

import dev.sluice.WorkingKeys;
import dev.sluice.cli.frame.Failure;
import dev.sluice.store.Privacy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;

/** The host's keys in a file of two lines, in hexadecimal: the one that encrypts keys of leads, the one that hashes values. */
public final class KeyFile {
    public static final String OPTION = "--keys";
    public static final String SUMMARY =
            "personal values are sealed with the keys in this file, which is made when there is none";

    private static final int BYTES = 32;

    private KeyFile() {}

    /** The keys in this file; new ones when there is no such file. */
    public static Privacy open(String name) {
        Path file = Path.of(name);
        try {
            if (!Files.exists(file)) {
                Files.writeString(file, fresh() + "\n" + fresh() + "\n");
            }
            List<String> lines = Files.readAllLines(file);
            HexFormat hex = HexFormat.of();
            return new Privacy(
                    WorkingKeys.of("file", hex.parseHex(lines.get(0).strip())),
                    hex.parseHex(lines.get(1).strip()));
        } catch (IOException fault) {
            throw new Failure("cannot read or make " + name);
        } catch (IllegalArgumentException | IndexOutOfBoundsException noKeys) {
            throw new Failure(name + " does not hold two keys: two lines of 64 hexadecimal digits");
        }
    }

    private static String fresh() {
        byte[] key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        return HexFormat.of().formatHex(key);
    }
}
