package dev.sluice.templates.internal.helper;

import dev.sluice.templates.internal.text.SafePattern;
import dev.sluice.types.Text;
import dev.sluice.types.Value;
import java.util.function.UnaryOperator;

/** Patterns in the arguments of helpers; they stand in the template, never in the data. */
final class Patterns {
    private static final String OPEN = "regexp(";

    private Patterns() {}

    /** The text of the pattern in {@code slot}. */
    static String text(Site site, int slot) {
        Value pattern = site.constant(slot);
        if (pattern == null || pattern.isMissing()) {
            throw site.fault("the pattern must be written in the template, not taken from the data");
        }
        return pattern.text();
    }

    static boolean isExpression(String text) {
        return text.startsWith(OPEN) && text.endsWith(")");
    }

    /** Compiles a pattern, with or without {@code regexp(...)} around it. */
    static SafePattern compile(Site site, String text) {
        try {
            return SafePattern.of(isExpression(text) ? text.substring(OPEN.length(), text.length() - 1) : text);
        } catch (IllegalArgumentException e) {
            throw site.fault(String.valueOf(e.getMessage()));
        }
    }

    /** What {@code search} makes of the text of {@code value}, if it is short enough to be searched. */
    static Text searched(Value value, Site site, UnaryOperator<String> search) {
        String text = Values.text(value);
        if (text.length() > SafePattern.MAX_TEXT) {
            throw site.fault("text of more than " + SafePattern.MAX_TEXT + " characters is not searched by pattern");
        }
        try {
            return new Text(search.apply(text));
        } catch (IllegalArgumentException e) {
            throw site.fault(String.valueOf(e.getMessage()));
        }
    }
}
