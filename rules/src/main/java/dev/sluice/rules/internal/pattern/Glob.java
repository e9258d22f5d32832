package dev.sluice.rules.internal.pattern;

import dev.sluice.rules.internal.text.Folding;
import dev.sluice.types.Whitespace;

/** A text in which {@code *} stands for any characters and {@code ?} for one, matched against the whole value in any case. */
final class Glob extends Pattern {
    /** More steps than this make only texts that nearly match again and again; they do not match. */
    private static final int MAX_STEPS = 1_000_000;

    private final String pattern;

    Glob(String text) {
        this.pattern = Folding.whole(Whitespace.trim(text));
    }

    /** Goes back to the last star only: at most length of text times length of pattern steps, of which few are allowed. */
    @Override
    public boolean matches(String value) {
        String text = Whitespace.trim(value);
        int at = 0;
        int next = 0;
        int star = -1;
        int resume = 0;
        int left = MAX_STEPS + text.length();
        while (at < text.length()) {
            if (--left < 0) {
                return false;
            }
            char wanted = next < pattern.length() ? pattern.charAt(next) : 0;
            if (wanted == '*') {
                star = next++;
                resume = at;
            } else if (next < pattern.length() && (wanted == '?' || wanted == Folding.fold(text.charAt(at)))) {
                at++;
                next++;
            } else if (star >= 0) {
                next = star + 1;
                at = ++resume;
            } else {
                return false;
            }
        }
        while (next < pattern.length() && pattern.charAt(next) == '*') {
            next++;
        }
        return next == pattern.length();
    }
}
