package dev.sluice.internal.mapping;

import dev.sluice.templates.Rendering;
import dev.sluice.templates.Template;
import dev.sluice.templates.TemplateException;
import dev.sluice.types.At;
import dev.sluice.types.MaskStyle;
import dev.sluice.types.MaskedView;
import dev.sluice.types.Missing;
import dev.sluice.types.Obj;
import dev.sluice.types.Scope;
import dev.sluice.types.Section;
import dev.sluice.types.Text;
import dev.sluice.types.Typed;
import dev.sluice.types.Value;
import java.util.List;

/**
 * A configured reason. Reasons are shown to anybody, so a template that reads personal fields gets their masked form.
 *
 * @param template the text
 * @param personal the personal fields that the template may read
 */
public record ReasonText(Template template, List<FieldPlan> personal) {
    private static final int MAX_LENGTH = 500;

    /** The text, at most {@value #MAX_LENGTH} characters; says so when the lead's data make the template fail. */
    public String render(Scope scope, At at) {
        try {
            String text = template.render(personal.isEmpty() ? scope : masked(scope), Rendering.plain(at));
            return text.length() <= MAX_LENGTH ? text : text.substring(0, MAX_LENGTH);
        } catch (TemplateException fault) {
            return "Reason template failed at line " + fault.line() + ", column " + fault.column();
        }
    }

    private Scope masked(Scope scope) {
        Obj lead = scope.section(Section.LEAD);
        for (FieldPlan field : personal) {
            lead = lead.withAt(field.place(), masked(field, lead.at(field.place())));
        }
        return scope.with(Section.LEAD, lead);
    }

    /** At most stars, whatever may be shown of the field elsewhere. */
    private static Value masked(FieldPlan field, Value value) {
        return switch (field.mask()) {
            case PARTIAL, LAST_FOUR ->
                value instanceof Typed typed ? field.type().mask(typed) : value;
            case FULL -> value.isAbsent() ? value : new Text(MaskedView.of(value, MaskStyle.FULL));
            case REMOVE -> Missing.MISSING;
        };
    }
}
