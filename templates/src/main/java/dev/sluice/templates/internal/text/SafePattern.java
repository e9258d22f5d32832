package dev.sluice.templates.internal.text;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.ArrayList;
import java.util.List;

/**
 * A regular expression whose time grows with the text only, never with the square of it; its size is bounded before it
 * is compiled, since a short pattern with nested repeats compiles to a huge program.
 */
public final class SafePattern {
    /** The longest text that is searched, in characters: some patterns look at every character from every other. */
    public static final int MAX_TEXT = 10_000;

    private static final int MAX_LENGTH = 500;
    private static final int MAX_NESTING = 20;
    private static final int MAX_REPEATS = 10_000;
    private static final long MAX_WRITTEN_OUT = 200_000;

    /** The engine recurses through instructions that need no character; more than these do not fit a small stack. */
    private static final int MAX_PROGRAM = 2_500;

    /** What one search may take, counted in characters read times instructions that each may meet. */
    private static final long MAX_STEPS = 3_000_000;

    private static final int EACH_READ = 16;

    private final Pattern pattern;

    private SafePattern(Pattern pattern) {
        this.pattern = pattern;
    }

    /**
     * Compiles {@code text}: a bare pattern, or one in slashes with flags behind it.
     *
     * @throws IllegalArgumentException when it is too large or no pattern; the message says why
     */
    public static SafePattern of(String text) {
        int slash = text.lastIndexOf('/');
        boolean slashes = text.startsWith("/") && slash > 0;
        String body = slashes ? text.substring(1, slash) : text;
        int flags = slashes ? flags(text.substring(slash + 1)) : 0;
        refuseSize(body);
        try {
            Pattern compiled = Pattern.compile(body, flags);
            refuse(compiled.programSize() > MAX_PROGRAM);
            return new SafePattern(compiled);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException("the pattern cannot be read: " + e.getDescription(), e);
        }
    }

    private static int flags(String letters) {
        int flags = 0;
        for (char letter : letters.toCharArray()) {
            flags |= switch (letter) {
                case 'i' -> Pattern.CASE_INSENSITIVE;
                case 'm' -> Pattern.MULTILINE;
                case 's' -> Pattern.DOTALL;
                case 'g', 'u' -> 0;
                default -> throw new IllegalArgumentException("the pattern has an unknown flag " + letter);
            };
        }
        return flags;
    }

    private static void refuseSize(String body) {
        if (body.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("the pattern is longer than " + MAX_LENGTH + " characters");
        }
        PatternSize size = PatternSize.of(body);
        if (size.nesting() > MAX_NESTING) {
            throw new IllegalArgumentException("the pattern nests groups deeper than " + MAX_NESTING);
        }
        if (size.repeats() > MAX_REPEATS) {
            throw new IllegalArgumentException("the pattern's counted repeats multiply to more than " + MAX_REPEATS);
        }
        refuse(size.repeats() * body.length() > MAX_WRITTEN_OUT);
    }

    private static void refuse(boolean tooLarge) {
        if (tooLarge) {
            throw new IllegalArgumentException("the pattern is too large when its counted repeats are written out");
        }
    }

    private Matcher over(String text) {
        return pattern.matcher(new MeteredText(text, MAX_STEPS / (pattern.programSize() + EACH_READ)));
    }

    /**
     * Every match replaced; {@code $1} and {@code $&} in the replacement stand for groups and the whole match.
     *
     * @throws IllegalArgumentException when {@code text} takes too many steps
     */
    public String replaceAll(String text, String replacement) {
        Matcher matcher = over(text);
        StringBuilder out = new StringBuilder(text.length());
        int from = 0;
        while (matcher.find()) {
            out.append(text, from, matcher.start());
            expand(replacement, matcher, out);
            from = matcher.end();
        }
        return out.append(text, from, text.length()).toString();
    }

    private static void expand(String replacement, Matcher matcher, StringBuilder out) {
        for (int i = 0; i < replacement.length(); i++) {
            char c = replacement.charAt(i);
            char next = i + 1 < replacement.length() ? replacement.charAt(i + 1) : ' ';
            int group = next == '&' ? 0 : next - '0';
            if (c == '$' && (next == '&' || (group >= 1 && group <= 9 && group <= matcher.groupCount()))) {
                String value = matcher.group(group);
                out.append(value == null ? "" : value);
                i++;
            } else if (c == '$' && next == '$') {
                out.append('$');
                i++;
            } else {
                out.append(c);
            }
        }
    }

    /**
     * Every match in {@code text}: its first group when the pattern has one, else the whole match.
     *
     * @throws IllegalArgumentException when {@code text} takes too many steps
     */
    public List<String> findAll(String text) {
        Matcher matcher = over(text);
        int group = matcher.groupCount() > 0 ? 1 : 0;
        List<String> found = new ArrayList<>();
        while (matcher.find()) {
            String value = matcher.group(group);
            if (value != null) {
                found.add(value);
            }
        }
        return found;
    }
}
