package dev.sluice.rules.internal.pattern;

import com.google.re2j.PatternSyntaxException;

/** A regular expression found anywhere in the text; matched by an automaton, never by backtracking. */
final class Regex extends Pattern {
    private final com.google.re2j.Pattern compiled;

    private Regex(com.google.re2j.Pattern compiled) {
        this.compiled = compiled;
    }

    static Regex of(String pattern, String flags) throws InvalidPatternException {
        RegexLimits.check(pattern);
        try {
            return new Regex(com.google.re2j.Pattern.compile(pattern, flags(flags, pattern.length() + 2)));
        } catch (PatternSyntaxException wrong) {
            throw new InvalidPatternException(
                    fault(wrong), Math.max(0, pattern.indexOf(String.valueOf(wrong.getPattern()))) + 1);
        }
    }

    private static String fault(PatternSyntaxException wrong) {
        return "no regular expression: " + wrong.getDescription();
    }

    private static int flags(String flags, int column) throws InvalidPatternException {
        int set = com.google.re2j.Pattern.CASE_INSENSITIVE;
        for (int i = 0; i < flags.length(); i++) {
            switch (flags.charAt(i)) {
                case 'i', 'g', 'u', 'y' -> {}
                case 'm' -> set |= com.google.re2j.Pattern.MULTILINE;
                case 's' -> set |= com.google.re2j.Pattern.DOTALL;
                default ->
                    throw new InvalidPatternException(
                            "no flag " + flags.charAt(i) + "; use i, m, s or g", column + i + 1);
            }
        }
        return set;
    }

    @Override
    public boolean matches(String text) {
        return compiled.matcher(text).find();
    }
}
