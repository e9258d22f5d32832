package dev.sluice.rules.internal.pattern;

/** Refuses regular expressions that are too large for a compiler to be trusted with, before one sees them. */
final class RegexLimits {
    static final int MAX_LENGTH = 1_000;
    static final int MAX_NESTING = 50;
    static final int MAX_REPEAT = 1_000;

    private RegexLimits() {}

    static void check(String pattern) throws InvalidPatternException {
        if (pattern.length() > MAX_LENGTH) {
            throw new InvalidPatternException("longer than " + MAX_LENGTH + " characters", MAX_LENGTH + 1);
        }
    }
}
