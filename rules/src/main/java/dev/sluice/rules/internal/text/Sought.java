package dev.sluice.rules.internal.text;

/** A text that is looked for in others, in any case. Linear in their length, whatever both are made of; allocates nothing. */
public final class Sought {
    /** A text this short is tried at each place. */
    private static final int SHORT = 16;

    private static final int[] TRIED = {};

    private final String folded;
    /**
     * Of a longer text, for each length that fitted: how much of its beginning still fits when the next character does not
     * (Knuth, Morris and Pratt).
     */
    private final int[] still;

    /** Looks for {@code text}, which must not be empty. */
    public Sought(String text) {
        this.folded = Folding.whole(text);
        this.still = folded.length() <= SHORT ? TRIED : overlaps(folded);
    }

    private static int[] overlaps(String folded) {
        int[] still = new int[folded.length()];
        for (int i = 1; i < still.length; i++) {
            still[i] = fitting(folded, still, still[i - 1], folded.charAt(i));
        }
        return still;
    }

    /** How much fits after {@code next}, where {@code fitted} characters did before. */
    private static int fitting(String folded, int[] still, int fitted, char next) {
        int left = fitted;
        while (left > 0 && folded.charAt(left) != next) {
            left = still[left - 1];
        }
        return folded.charAt(left) == next ? left + 1 : 0;
    }

    /** Whether {@code text} has it in it. */
    public boolean isIn(String text) {
        return still == TRIED ? text.contains(folded) || isAnywhere(text) : isFollowed(text);
    }

    private boolean isFollowed(String text) {
        int fitted = 0;
        for (int i = 0; i < text.length(); i++) {
            fitted = fitting(folded, still, fitted, Folding.fold(text.charAt(i)));
            if (fitted == folded.length()) {
                return true;
            }
        }
        return false;
    }

    private boolean isAnywhere(String text) {
        char lower = folded.charAt(0);
        char upper = Character.toUpperCase(lower);
        int last = text.length() - folded.length();
        for (int at = 0; at <= last; at++) {
            char c = text.charAt(at);
            boolean begins = c == lower || c == upper || (c >= 128 && Folding.fold(c) == lower);
            if (begins && isAt(text, at)) {
                return true;
            }
        }
        return false;
    }

    private boolean isAt(String text, int at) {
        for (int i = 0; i < folded.length(); i++) {
            if (Folding.fold(text.charAt(at + i)) != folded.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
