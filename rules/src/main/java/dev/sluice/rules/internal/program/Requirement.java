package dev.sluice.rules.internal.program;

import dev.sluice.rules.Operator;
import dev.sluice.rules.internal.check.Check;
import dev.sluice.rules.internal.check.Checks;
import dev.sluice.types.Ref;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * A comparison without which a condition cannot hold.
 *
 * @param wanted whether the check must hold, or must not
 */
public record Requirement(Ref ref, Operator operator, Check check, boolean wanted) {

    /** What every lead that satisfies the condition must satisfy: the plain rules that stand under "all of" only. */
    public static List<Requirement> of(Node root) {
        List<Requirement> requirements = new ArrayList<>();
        Deque<Node> open = new ArrayDeque<>();
        open.push(root);
        while (!open.isEmpty()) {
            Node node = open.pop();
            if (node.kind() == Node.Kind.CLAUSE) {
                add(node, requirements);
            } else if (node.kind() == Node.Kind.ALL || node.kind() == Node.Kind.PAIR) {
                node.children().forEach(open::push);
            }
        }
        return requirements;
    }

    /** Whether {@code requirements} are all that the condition says: it has no other clauses, and no set without any. */
    public static boolean areAllOf(Node root, List<Requirement> requirements) {
        if (requirements.size() != root.endClause()) {
            return false;
        }
        Deque<Node> open = new ArrayDeque<>();
        open.push(root);
        while (!open.isEmpty()) {
            Node node = open.pop();
            if (node.firstClause() == node.endClause()) {
                return false;
            }
            node.children().forEach(open::push);
        }
        return true;
    }

    private static void add(Node node, List<Requirement> requirements) {
        Comparison comparison = node.comparison();
        if (comparison == null || node.lenient || !(comparison.left() instanceof Side.Variable variable)) {
            return;
        }
        Operator operator = comparison.operator();
        Check check = comparison.check();
        if (operator != null && check != null) {
            boolean wanted = Checks.inverted(operator) == node.negated();
            requirements.add(new Requirement(variable.ref(), operator, check, wanted));
        }
    }
}
