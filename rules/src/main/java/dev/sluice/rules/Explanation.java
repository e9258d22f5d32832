package dev.sluice.rules;

import dev.sluice.rules.internal.program.Node;
import dev.sluice.types.At;
import dev.sluice.types.Scope;
import dev.sluice.types.Text;
import dev.sluice.types.Value;
import java.util.ArrayDeque;
import java.util.Deque;

/** A decision as an indented tree. */
final class Explanation {
    private static final int MAX_INDENT = 40;
    private static final int MAX_SHOWN = 200;

    private final CompiledRules rules;
    private final Trail trail;
    private final Scope scope;
    private final At at;
    private final StringBuilder out = new StringBuilder();

    private Explanation(CompiledRules rules, Trail trail, Scope scope, At at) {
        this.rules = rules;
        this.trail = trail;
        this.scope = scope;
        this.at = at;
    }

    private record Line(Node node, int depth) {}

    static String of(CompiledRules rules, Trail trail, Scope scope, At at) {
        Explanation explanation = new Explanation(rules, trail, scope, at);
        explanation.write();
        return explanation.out.toString();
    }

    private void write() {
        Deque<Line> open = new ArrayDeque<>();
        open.push(new Line(rules.root(), 0));
        while (!open.isEmpty()) {
            Line line = open.pop();
            indent(line.depth());
            if (line.node().kind() == Node.Kind.CLAUSE) {
                clause(rules.wording()
                        .clause(line.node(), "", trail.state(line.node().firstClause()), scope, at));
            } else {
                out.append(heading(line.node())).append('\n');
            }
            for (int i = line.node().children().size() - 1; i >= 0; i--) {
                open.push(new Line(line.node().children().get(i), line.depth() + 1));
            }
        }
    }

    private void indent(int depth) {
        out.append("  ".repeat(Math.min(depth, MAX_INDENT)));
    }

    private static String heading(Node node) {
        if (!(node.condition() instanceof RuleSet set)) {
            return "with conditions of its own";
        }
        String join = set.op() == RuleSet.Op.AND ? "all of" : "any of";
        String not = set.negated() ? "not " : "";
        return not + join + (set.name() == null ? "" : " (" + set.name() + ")");
    }

    private void clause(Clause clause) {
        out.append(
                clause.result() == Clause.Result.PASSED
                        ? "passed: "
                        : clause.result() == Clause.Result.FAILED ? "failed: " : "not evaluated: ");
        out.append(shortened(clause.lhv()));
        if (clause.op() != null) {
            out.append(' ').append(clause.op().canonical());
            if (!clause.op().unary()) {
                out.append(' ').append(shown(clause.expected()));
            }
        }
        if (clause.result() != Clause.Result.NOT_EVALUATED) {
            out.append("; was ").append(shown(clause.actual()));
        }
        out.append(clause.why().isEmpty() ? "\n" : " (" + clause.why() + ")\n");
    }

    private static String shown(Value value) {
        if (value.isAbsent()) {
            return value.isMissing() ? "missing" : "null";
        }
        Value plain = value.plain();
        return plain instanceof Text text ? "'" + shortened(text.value()) + "'" : shortened(plain.text());
    }

    private static String shortened(String text) {
        String line = text.replace('\n', ' ').replace('\r', ' ');
        return line.length() <= MAX_SHOWN ? line : line.substring(0, MAX_SHOWN) + "...";
    }
}
