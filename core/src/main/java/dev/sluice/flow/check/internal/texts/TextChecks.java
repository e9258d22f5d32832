package dev.sluice.flow.check.internal.texts;

import dev.sluice.flow.check.Check;
import java.util.List;

/** All checks of mappings, rules, templates and answers, in the order in which findings about one place are told. */
public final class TextChecks {
    private static final List<Check> ALL = List.of(
            new MappingTargets(),
            new RuleSets(),
            new TemplateTexts(),
            new Components(),
            new ResponsePaths(),
            new ResponseStatuses());

    private TextChecks() {}

    public static List<Check> all() {
        return ALL;
    }
}
