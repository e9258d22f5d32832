package dev.sluice.internal.lists;

import dev.sluice.templates.Template;
import dev.sluice.templates.TemplateException;
import dev.sluice.types.At;
import dev.sluice.types.Scope;
import dev.sluice.types.Value;
import java.util.Optional;

/**
 * A template whose text is looked for in lists. When a variable that it reads is blank there is nothing to look for: two
 * leads that leave a field empty have nothing in common.
 */
public record ListText(Template template) {

    /** The text in the form that lists compare; empty when there is nothing to look for. */
    public Optional<String> of(Scope scope, At at) {
        boolean gap = template.refs().stream().anyMatch(ref -> isBlank(ref.read(scope)));
        return gap ? Optional.empty() : text(scope, at);
    }

    private static boolean isBlank(Value value) {
        return ListValue.normal(value).isEmpty();
    }

    /** A template that meets a limit on a lead's data gives nothing to look for, like one without data. */
    private Optional<String> text(Scope scope, At at) {
        try {
            return ListValue.normal(template.evaluate(scope, at));
        } catch (TemplateException limit) {
            return Optional.empty();
        }
    }
}
