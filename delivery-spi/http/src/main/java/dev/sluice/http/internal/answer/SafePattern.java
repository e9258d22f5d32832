package dev.sluice.http.internal.answer;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Locale;
import java.util.Optional;

/** A pattern from a definition, plain or as {@code /pattern/flags}; it takes time in proportion to the text, whatever it is. */
public final class SafePattern {
    private static final int LONGEST = 1_000;

    private final Pattern pattern;
    private final PatternStyle style;

    private SafePattern(Pattern pattern, PatternStyle style) {
        this.pattern = pattern;
        this.style = style;
    }

    /** The pattern; empty when it is none. Flags are {@code i m s}, others say nothing. */
    public static Optional<SafePattern> of(String written, PatternStyle style) {
        String trimmed = written.strip();
        int end = trimmed.lastIndexOf('/');
        boolean slashed = trimmed.length() > 1 && trimmed.startsWith("/") && end > 0;
        String source = slashed ? trimmed.substring(1, end) : trimmed;
        int flags = slashed ? flags(trimmed.substring(end + 1)) : 0;
        return style == PatternStyle.LOWERED
                ? compiled(lowered(source), flags, style)
                : compiled(source, flags | Pattern.CASE_INSENSITIVE, style);
    }

    private static Optional<SafePattern> compiled(String source, int flags, PatternStyle style) {
        try {
            return source.length() > LONGEST
                    ? Optional.empty()
                    : Optional.of(new SafePattern(Pattern.compile(source, flags), style));
        } catch (PatternSyntaxException | StackOverflowError invalid) {
            return Optional.empty();
        }
    }

    private static int flags(String written) {
        int flags = 0;
        for (char flag : written.toLowerCase(Locale.ROOT).toCharArray()) {
            flags |= switch (flag) {
                case 'i' -> Pattern.CASE_INSENSITIVE;
                case 'm' -> Pattern.MULTILINE;
                case 's' -> Pattern.DOTALL;
                default -> 0;
            };
        }
        return flags;
    }

    /** In lower case but for what follows a backslash, which would mean the opposite. */
    private static String lowered(String source) {
        StringBuilder out = new StringBuilder(source.length());
        for (int i = 0; i < source.length(); i++) {
            char c = source.charAt(i);
            boolean escaped = i > 0 && source.charAt(i - 1) == '\\';
            out.append(escaped ? c : Character.toLowerCase(c));
        }
        return out.toString();
    }

    /** Whether it stands anywhere in {@code text}. */
    public boolean find(String text) {
        return pattern.matcher(text).find();
    }

    /** The first group of the first match; without groups the whole match, or in the package's style nothing. */
    public Optional<String> capture(String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            return Optional.empty();
        }
        if (matcher.groupCount() > 0) {
            return Optional.ofNullable(matcher.group(1));
        }
        return style == PatternStyle.LOWERED ? Optional.empty() : Optional.of(matcher.group());
    }
}
