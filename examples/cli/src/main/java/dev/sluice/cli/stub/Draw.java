package dev.sluice.cli.stub;

/** Chance that is no chance: the same text draws the same number. */
final class Draw {
    private static final long FNV_START = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private final long hash;

    private Draw(long hash) {
        this.hash = hash;
    }

    /** Draws for {@code text}; another {@code salt} draws another number. */
    static Draw of(String salt, String text) {
        return new Draw(mixed(add(add(FNV_START, salt), text)));
    }

    private static long add(long start, String text) {
        long hash = start;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * FNV_PRIME;
        }
        return (hash ^ 0xff) * FNV_PRIME;
    }

    /** The hash's high bits say little about short texts until they are stirred. */
    private static long mixed(long hash) {
        long once = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        long twice = (once ^ (once >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return twice ^ (twice >>> 33);
    }

    /** A number from 0 up to, but not including, {@code bound}. */
    int below(int bound) {
        return (int) Long.remainderUnsigned(hash, bound);
    }

    /** True in so many cases of a hundred. */
    boolean percent(double share) {
        return below(10_000) < share * 100;
    }

    /** Eight digits that tell draws apart. */
    String digits() {
        String hex = Integer.toHexString((int) hash);
        return "0".repeat(8 - hex.length()) + hex;
    }
}
