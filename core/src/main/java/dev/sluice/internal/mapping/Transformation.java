package dev.sluice.internal.mapping;

import dev.sluice.flow.Transform;
import dev.sluice.templates.Template;
import dev.sluice.templates.Templates;
import dev.sluice.types.At;
import dev.sluice.types.MaskedView;
import dev.sluice.types.Num;
import dev.sluice.types.Obj;
import dev.sluice.types.Scope;
import dev.sluice.types.Section;
import dev.sluice.types.Shape;
import dev.sluice.types.Text;
import dev.sluice.types.Value;
import dev.sluice.types.Whitespace;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One transform, ready to change values. Patterns are formatted by the template helper, so both places agree. */
public final class Transformation {
    private static final Shape VARIABLES = Shape.of("value");

    private final Transform transform;
    private final @Nullable Template pattern;

    public Transformation(Transform transform, Templates templates) {
        this.transform = transform;
        this.pattern = transform.template("value").map(templates::compile).orElse(null);
    }

    /** The changed value; never called with a missing one. */
    Value apply(Value value, At at) {
        return switch (transform.kind()) {
            case FORMAT, DATE -> format(value, at);
            case UPPERCASE -> new Text(value.text().toUpperCase(Locale.ROOT));
            case LOWERCASE -> new Text(value.text().toLowerCase(Locale.ROOT));
            case CAPITALIZE -> new Text(capitalized(value.text()));
            case TITLE_CASE -> new Text(titleCase(value.text()));
            case DIGITS_ONLY -> new Text(digits(value.text()));
            case TRIM -> new Text(Whitespace.trim(value.text()));
            case MAP -> mapped(value);
            case MASK -> new Text(MaskedView.of(value));
            case TRUNCATE ->
                new Text(truncated(
                        value.text(), ((Num) transform.argument()).value().intValue()));
        };
    }

    private Value format(Value value, At at) {
        if (pattern == null) {
            return new Text(transform.argument().text().replace(Transform.PLACE, value.text()));
        }
        Scope scope = Scope.EMPTY.with(Section.VARS, Obj.of(VARIABLES, value));
        return pattern.evaluate(scope, at);
    }

    private Value mapped(Value value) {
        Value other = transform.argument().part(value.text());
        return other.isMissing() ? value.plain() : other;
    }

    private static String capitalized(String text) {
        int first = text.isEmpty() ? 0 : Character.charCount(text.codePointAt(0));
        return text.substring(0, first).toUpperCase(Locale.ROOT) + text.substring(first);
    }

    private static String titleCase(String text) {
        StringBuilder out = new StringBuilder(text.length());
        boolean begins = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            out.append(begins ? Character.toTitleCase(c) : Character.toLowerCase(c));
            begins = Whitespace.is(c) || c == '-';
        }
        return out.toString();
    }

    private static String digits(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= '0' && text.charAt(i) <= '9') {
                out.append(text.charAt(i));
            }
        }
        return out.toString();
    }

    /** Never cuts a pair of surrogates in two. */
    private static String truncated(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        boolean splits = length > 0 && Character.isHighSurrogate(text.charAt(length - 1));
        return text.substring(0, splits ? length - 1 : length);
    }
}
