package dev.sluice.types.internal.web;

/** Labels of international host names as ASCII (RFC 3492). */
final class Punycode {
    static final String PREFIX = "xn--";
    static final int BASE = 36;
    private static final int MIN_THRESHOLD = 1;
    private static final int MAX_THRESHOLD = 26;
    private static final int SKEW = 38;
    private static final int DAMP = 700;
    static final int INITIAL_BIAS = 72;
    static final int FIRST_NON_ASCII = 128;

    private final StringBuilder out;
    private final int[] label;
    private int bias = INITIAL_BIAS;
    private int delta;
    private int handled;
    private int basic;

    private Punycode(StringBuilder out, int[] label) {
        this.out = out;
        this.label = label;
    }

    /** Puts the ASCII form of {@code label} to {@code out}; false when it holds a character that no host name has. */
    static boolean append(StringBuilder out, String label) {
        int[] points = label.codePoints().toArray();
        boolean ascii = true;
        for (int point : points) {
            if (!isAllowed(point)) {
                return false;
            }
            ascii &= point < FIRST_NON_ASCII;
        }
        if (ascii) {
            out.append(label);
        } else {
            new Punycode(out, points).encode();
        }
        return true;
    }

    static boolean isAllowed(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> point != '\ufffd';
        };
    }

    private void encode() {
        out.append(PREFIX);
        for (int point : label) {
            if (point < FIRST_NON_ASCII) {
                out.append((char) point);
                basic++;
            }
        }
        handled = basic;
        if (basic > 0) {
            out.append('-');
        }
        int point = FIRST_NON_ASCII;
        while (handled < label.length) {
            int next = nextAbove(point);
            delta += (next - point) * (handled + 1);
            encodeAll(next);
            delta++;
            point = next + 1;
        }
    }

    /** The smallest code point of the label that is at least {@code point}. */
    private int nextAbove(int point) {
        int next = Integer.MAX_VALUE;
        for (int candidate : label) {
            if (candidate >= point && candidate < next) {
                next = candidate;
            }
        }
        return next;
    }

    private void encodeAll(int point) {
        for (int candidate : label) {
            if (candidate < point) {
                delta++;
            } else if (candidate == point) {
                encodeDelta();
                bias = adapted(delta, handled + 1, handled == basic);
                delta = 0;
                handled++;
            }
        }
    }

    private void encodeDelta() {
        int rest = delta;
        for (int k = BASE; ; k += BASE) {
            int threshold = threshold(k, bias);
            if (rest < threshold) {
                out.append(digit(rest));
                return;
            }
            out.append(digit(threshold + (rest - threshold) % (BASE - threshold)));
            rest = (rest - threshold) / (BASE - threshold);
        }
    }

    static int threshold(int k, int bias) {
        return Math.min(Math.max(k - bias, MIN_THRESHOLD), MAX_THRESHOLD);
    }

    private static char digit(int value) {
        return (char) (value < 26 ? 'a' + value : '0' + value - 26);
    }

    /** The bias behind the code point number {@code handled}, which was {@code delta} further. */
    static int adapted(int delta, int handled, boolean first) {
        int rest = first ? delta / DAMP : delta / 2;
        rest += rest / handled;
        int k = 0;
        while (rest > (BASE - MIN_THRESHOLD) * MAX_THRESHOLD / 2) {
            rest /= BASE - MIN_THRESHOLD;
            k += BASE;
        }
        return k + (BASE - MIN_THRESHOLD + 1) * rest / (rest + SKEW);
    }
}
