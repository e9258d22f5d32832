package dev.sluice.rules.internal.pattern;

/**
 * A pattern as rules write it. {@code /re/flags} and {@code regexp(re)} are regular expressions, as is text with a
 * {@code ^} or {@code $} in it; text with {@code *} or {@code ?} is a glob for the whole value; anything else is a text
 * to be found. Case does not matter unless a regular expression says so.
 */
public abstract class Pattern {

    /** Whether {@code text} matches, in time linear in its length. */
    public abstract boolean matches(String text);

    /**
     * Reads a pattern.
     *
     * @throws InvalidPatternException when it is no regular expression, or asks for more than is safe
     */
    public static Pattern of(String text) throws InvalidPatternException {
        int closing = text.lastIndexOf('/');
        if (text.startsWith("/") && closing > 0) {
            return Regex.of(text.substring(1, closing), text.substring(closing + 1));
        }
        if (text.startsWith("regexp(") && text.endsWith(")")) {
            return Regex.of(text.substring(7, text.length() - 1), "");
        }
        if (text.indexOf('^') >= 0 || text.indexOf('$') >= 0) {
            return Regex.of(text, "");
        }
        return text.indexOf('*') >= 0 || text.indexOf('?') >= 0 ? new Glob(text) : new Literal(text);
    }
}
