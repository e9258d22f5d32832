package dev.sluice.rules.internal.program;

import dev.sluice.rules.Finding;
import dev.sluice.templates.Template;
import dev.sluice.templates.TemplateException;
import dev.sluice.templates.Templates;
import dev.sluice.types.Arr;
import dev.sluice.types.InvalidPathException;
import dev.sluice.types.Layout;
import dev.sluice.types.Ref;
import dev.sluice.types.Stage;
import dev.sluice.types.Text;
import dev.sluice.types.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the sides of rules: paths, templates, fixed values and lists of them. */
public final class Sides {
    static final Side NOTHING = new Side.Fixed(Value.missing());

    private final Layout layout;
    private final Stage stage;
    private final Templates templates;

    public Sides(Layout layout, Stage stage, Templates templates) {
        this.layout = layout;
        this.stage = stage;
        this.templates = templates;
    }

    /** A side, or the fault for which there is none; pointers of findings are relative to the member. */
    record Read(@Nullable Side side, @Nullable Finding fault, List<Finding> warnings) {
        static Read of(Side side) {
            return new Read(side, null, List.of());
        }

        static Read wrong(String code, RuntimeException wrong) {
            String message = wrong.getMessage();
            return wrong(code, message == null ? "cannot be read" : message);
        }

        static Read wrong(String code, String text) {
            return new Read(null, Finding.error(code, "", text), List.of());
        }
    }

    /** A left-hand side: a template when it has braces, else a path. */
    Read left(String text) {
        if (text.isBlank()) {
            return Read.wrong("missing_lhv", "a rule needs a left-hand side: a path or a template");
        }
        return text.contains("{{") ? template(text) : path(text);
    }

    /** A right-hand side: text with braces is a template, in lists too. */
    Read right(Value value) {
        if (value instanceof Text text && text.value().contains("{{")) {
            return template(text.value());
        }
        if (value instanceof Arr arr && arr.values().stream().anyMatch(Sides::hasBraces)) {
            return elements(arr);
        }
        return Read.of(new Side.Fixed(value));
    }

    private static boolean hasBraces(Value value) {
        return value instanceof Text text && text.value().contains("{{");
    }

    /** A reason: always a template, so that what it says can be kept from saying personal values. */
    Read reason(String text) {
        try {
            return Read.of(new Side.Rendered(templates.compile(text, layout, stage)));
        } catch (TemplateException wrong) {
            return Read.wrong("invalid_template", wrong);
        }
    }

    private Read elements(Arr arr) {
        List<Side> sides = new ArrayList<>(arr.size());
        List<Finding> warnings = new ArrayList<>();
        for (int i = 0; i < arr.size(); i++) {
            Read read = right(arr.at(i));
            Finding fault = read.fault();
            if (read.side() == null) {
                return fault == null ? read : new Read(null, fault.below("/" + i), warnings);
            }
            sides.add(read.side());
            warnings.addAll(read.warnings());
        }
        return new Read(new Side.Elements(sides), null, warnings);
    }

    private Read path(String text) {
        try {
            Ref ref = layout.compile(text, stage);
            return new Read(new Side.Variable(ref), null, warnings(ref));
        } catch (InvalidPathException wrong) {
            return Read.wrong("invalid_path", wrong);
        }
    }

    private Read template(String text) {
        try {
            Template template = templates.compile(text, layout, stage);
            Ref only = onlyVariable(template, text);
            Side side = only == null ? new Side.Rendered(template) : new Side.Variable(only);
            List<Finding> warnings = new ArrayList<>();
            template.refs().forEach(ref -> warnings.addAll(warnings(ref)));
            return new Read(side, null, warnings);
        } catch (TemplateException wrong) {
            return Read.wrong("invalid_template", wrong);
        } catch (InvalidPathException wrong) {
            return Read.wrong("invalid_path", wrong);
        }
    }

    /** The variable that a template in double braces consists of, so that it is read like a path; null when there is more to it. */
    private static @Nullable Ref onlyVariable(Template template, String text) {
        String trimmed = text.trim();
        if (!template.keepsType() || template.refs().size() != 1 || !trimmed.endsWith("}}") || trimmed.length() < 4) {
            return null;
        }
        Ref ref = template.refs().get(0);
        return ref.path().equals(trimmed.substring(2, trimmed.length() - 2).trim()) ? ref : null;
    }

    private List<Finding> warnings(Ref ref) {
        if (ref.declared() || layout.names().isEmpty()) {
            return List.of();
        }
        return List.of(Finding.warning("unknown_field", "", Advice.unknownField(ref.path(), layout.names())));
    }
}
