package dev.sluice.cli.line;

import dev.sluice.rules.Clause;
import dev.sluice.rules.Decision;
import dev.sluice.types.Null;
import dev.sluice.types.Obj;
import dev.sluice.types.Value;
import java.util.List;
import java.util.Locale;

/** A decision as an answer shows it. */
final class Trace {
    private Trace() {}

    /** {@code passed}, {@code reason} and {@code trace}. */
    static Obj of(Decision decision) {
        List<Obj> clauses = decision.trace().stream().map(Trace::clause).toList();
        return Obj.EMPTY
                .with("passed", Value.bool(decision.passed()))
                .with("reason", Value.text(decision.reason().orElse(null)))
                .with("trace", Value.list(clauses));
    }

    private static Obj clause(Clause clause) {
        Obj shown = Obj.EMPTY
                .with("pointer", Value.text(clause.pointer()))
                .with("lhv", Value.text(clause.lhv()))
                .with("op", Value.text(clause.op() == null ? null : clause.op().canonical()))
                .with("expected", present(clause.expected()))
                .with("actual", present(clause.actual()))
                .with("source", Value.text(clause.source()))
                .with("result", Value.text(clause.result().name().toLowerCase(Locale.ROOT)));
        return clause.why().isEmpty() ? shown : shown.with("why", Value.text(clause.why()));
    }

    private static Value present(Value value) {
        return value.isMissing() ? Null.NULL : value;
    }
}
