package dev.sluice.rules.internal.pattern;

import com.google.re2j.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** A regular expression found anywhere in the text; matched by an automaton, never by backtracking. */
final class Regex extends Pattern {
    /** Steps that one match may take; a text is as long as they allow, or does not match. */
    static final long MAX_STEPS = 500_000;

    /** Steps that a character costs beside one for each instruction of the program. */
    private static final int EACH_CHARACTER = 16;

    private final com.google.re2j.Pattern compiled;
    private final @Nullable Automaton automaton;
    private final int longest;

    private Regex(com.google.re2j.Pattern compiled, @Nullable Automaton automaton) {
        this.compiled = compiled;
        this.automaton = automaton;
        this.longest = (int) (MAX_STEPS / (compiled.programSize() + EACH_CHARACTER));
    }

    static Regex of(String pattern, String flags) throws InvalidPatternException {
        RegexLimits.size(pattern);
        try {
            int set = flags(flags, pattern.length() + 2);
            Automaton small = set == com.google.re2j.Pattern.CASE_INSENSITIVE ? Automaton.of(pattern) : null;
            return new Regex(com.google.re2j.Pattern.compile(pattern, set), small);
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
        int answer = automaton == null ? -1 : automaton.match(text);
        return answer >= 0 ? answer == 1 : judged(text);
    }

    private boolean judged(String text) {
        return text.length() <= longest && compiled.matcher(text).find();
    }

    /** The longest text, in characters, that RE2/J is given; the program it runs has all counts written out. */
    int longest() {
        return longest;
    }
}
