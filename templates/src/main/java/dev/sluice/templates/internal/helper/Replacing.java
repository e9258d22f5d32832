package dev.sluice.templates.internal.helper;

import dev.sluice.templates.internal.text.SafePattern;
import dev.sluice.types.Text;

/** Every occurrence of a text or pattern replaced. */
final class Replacing {
    private Replacing() {}

    static Function bind(Site site) {
        if (site.constant(1) == null) {
            return (a, at) ->
                    a[0].isAbsent() ? a[0] : new Text(literal(Values.text(a[0]), Values.text(a[1]), Values.text(a[2])));
        }
        String pattern = Patterns.text(site, 1);
        if (!Patterns.isExpression(pattern)) {
            return (a, at) -> a[0].isAbsent() ? a[0] : new Text(literal(Values.text(a[0]), pattern, Values.text(a[2])));
        }
        SafePattern compiled = Patterns.compile(site, pattern);
        return (a, at) -> a[0].isAbsent()
                ? a[0]
                : Patterns.searched(a[0], site, text -> compiled.replaceAll(text, Values.text(a[2])));
    }

    private static String literal(String text, String pattern, String replacement) {
        return pattern.isEmpty() ? text : text.replace(pattern, replacement);
    }
}
