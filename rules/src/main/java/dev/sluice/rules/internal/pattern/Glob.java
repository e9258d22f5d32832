package dev.sluice.rules.internal.pattern;

import dev.sluice.rules.internal.check.Folding;
import dev.sluice.types.Whitespace;

/** A text in which {@code *} stands for any characters and {@code ?} for one, matched against the whole value in any case. */
final class Glob extends Pattern {
    private final String pattern;

    Glob(String text) {
        this.pattern = Folding.whole(Whitespace.trim(text));
    }

    /** Goes back to the last star only, so that at most length of text times length of pattern steps are made. */
    @Override
    public boolean matches(String value) {
        String text = Whitespace.trim(value);
        int at = 0;
        int next = 0;
        int star = -1;
        int resume = 0;
        while (at < text.length()) {
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
