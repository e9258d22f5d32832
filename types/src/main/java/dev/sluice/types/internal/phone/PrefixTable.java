package dev.sluice.types.internal.phone;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.Objects;

/**
 * Which six-digit prefixes of North American numbers have valid numbers only, or none, by the metadata of the very version
 * of libphonenumber that this library is built with; a test generates the table anew from that metadata and compares.
 *
 * <p>Each line of {@code north-america.txt} is an area code and its runs of exchanges; a question mark says that the
 * prefix alone does not decide.
 */
final class PrefixTable {
    private static final int PREFIXES = 1_000_000;
    private static final BitSet VALID = new BitSet(PREFIXES);
    private static final BitSet UNDECIDED = new BitSet(PREFIXES);

    static {
        read().lines().forEach(PrefixTable::addArea);
    }

    private PrefixTable() {}

    private static String read() {
        try (InputStream in = PrefixTable.class.getResourceAsStream("north-america.txt")) {
            return new String(
                    Objects.requireNonNull(in, "north-america.txt").readAllBytes(), StandardCharsets.US_ASCII);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static void addArea(String line) {
        String[] runs = line.split(" ");
        int first = Integer.parseInt(runs[0]) * 1000;
        for (int i = 1; i < runs.length; i++) {
            BitSet kind = runs[i].endsWith("?") ? UNDECIDED : VALID;
            int from = Integer.parseInt(runs[i].substring(0, 3));
            int to = Integer.parseInt(runs[i].substring(4, 7));
            kind.set(first + from, first + to + 1);
        }
    }

    /** Whether all numbers that start with {@code prefix} are valid. */
    static boolean isValid(int prefix) {
        return VALID.get(prefix);
    }

    /** Whether the prefix alone does not decide. */
    static boolean isUndecided(int prefix) {
        return UNDECIDED.get(prefix);
    }
}
