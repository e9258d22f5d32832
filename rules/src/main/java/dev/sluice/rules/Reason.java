package dev.sluice.rules;

import dev.sluice.rules.internal.program.Node;
import dev.sluice.types.At;
import dev.sluice.types.Scope;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says why conditions failed: the one that failed of those that must all hold, every one of those of which one must. */
final class Reason {
    private static final int MAX_ALTERNATIVES = 100;

    private final CompiledRules rules;
    private final Trail trail;
    private final int[] evaluatedBefore;

    private Reason(CompiledRules rules, Trail trail) {
        this.rules = rules;
        this.trail = trail;
        this.evaluatedBefore = new int[trail.clauses() + 1];
        for (int i = 0; i < trail.clauses(); i++) {
            evaluatedBefore[i + 1] = evaluatedBefore[i] + (evaluated(trail.state(i)) ? 1 : 0);
        }
    }

    static String of(CompiledRules rules, Trail trail, Scope scope, At at) {
        return new Reason(rules, trail).text(scope, at);
    }

    private static boolean evaluated(int state) {
        return state == Trail.PASSED || state == Trail.FAILED;
    }

    private boolean anyEvaluated(Node node) {
        return evaluatedBefore[node.endClause()] > evaluatedBefore[node.firstClause()];
    }

    private record Piece(@Nullable Node node, String text) {}

    private String text(Scope scope, At at) {
        StringBuilder out = new StringBuilder();
        Deque<Piece> open = new ArrayDeque<>();
        open.push(new Piece(rules.root(), ""));
        while (!open.isEmpty()) {
            Piece piece = open.pop();
            Node node = piece.node();
            if (node == null) {
                out.append(piece.text());
            } else if (node.kind() == Node.Kind.CLAUSE) {
                out.append(rules.wording().demand(node, scope, at));
            } else if (node.kind() == Node.Kind.ANY || node.kind() == Node.Kind.NEGATED_PAIR) {
                alternatives(node, open);
            } else {
                failing(node, open);
            }
        }
        return out.toString();
    }

    /** Of conditions that must all hold the last one evaluated is the one that failed. */
    private void failing(Node node, Deque<Piece> open) {
        Node last = null;
        for (Node child : node.children()) {
            last = anyEvaluated(child) || last == null ? child : last;
        }
        open.push(last == null ? new Piece(null, "an empty set must not pass") : new Piece(last, ""));
    }

    private void alternatives(Node node, Deque<Piece> open) {
        List<Node> failed = node.children().stream().filter(this::anyEvaluated).toList();
        if (failed.isEmpty()) {
            open.push(new Piece(null, "an empty set must not pass"));
        } else if (failed.size() == 1) {
            open.push(new Piece(failed.get(0), ""));
        } else {
            join(failed, open);
        }
    }

    /** Pushed last to first, since what is pushed last is said first. */
    private static void join(List<Node> failed, Deque<Piece> open) {
        int told = Math.min(failed.size(), MAX_ALTERNATIVES);
        if (told < failed.size()) {
            open.push(new Piece(null, " or " + (failed.size() - told) + " more"));
        }
        for (int i = told - 1; i >= 0; i--) {
            Node alternative = failed.get(i);
            boolean set = alternative.kind() == Node.Kind.ANY || alternative.kind() == Node.Kind.ALL;
            String or = i == 0 ? "" : " or ";
            open.push(new Piece(null, set ? ")" : ""));
            open.push(new Piece(alternative, ""));
            open.push(new Piece(null, set ? or + "(" : or));
        }
    }
}
