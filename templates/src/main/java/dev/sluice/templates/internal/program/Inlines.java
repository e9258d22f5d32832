package dev.sluice.templates.internal.program;

import dev.sluice.templates.internal.syntax.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The names of all partials that a template defines anywhere. */
final class Inlines {
    private final Set<String> names = new HashSet<>();

    private Inlines() {}

    static Set<String> names(List<Statement> statements) {
        Inlines inlines = new Inlines();
        inlines.addAll(statements);
        return inlines.names;
    }

    private void addAll(List<Statement> statements) {
        statements.forEach(this::add);
    }

    private void add(Statement statement) {
        if (statement instanceof Statement.Inline inline) {
            names.add(inline.name());
            addAll(inline.body());
        } else if (statement instanceof Statement.Block block) {
            block.branches().forEach(branch -> addAll(branch.body()));
            addAll(block.otherwise());
        } else if (statement instanceof Statement.Partial partial) {
            partial.body().ifPresent(body -> {
                names.add(Definition.BLOCK);
                addAll(body);
            });
        }
    }
}
