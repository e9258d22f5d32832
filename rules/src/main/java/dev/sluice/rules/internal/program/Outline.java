package dev.sluice.rules.internal.program;

import dev.sluice.rules.Condition;
import dev.sluice.rules.Rule;
import dev.sluice.rules.RuleSet;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The places of a condition in the order of reading, made without recursion, every {@code not} taken in. */
final class Outline {
    private final List<Node> nodes = new ArrayList<>();
    private final Deque<Node> open = new ArrayDeque<>();

    private Outline() {}

    static List<Node> of(Condition root) {
        Outline outline = new Outline();
        outline.open.push(node(null, "", root, false, false));
        while (!outline.open.isEmpty()) {
            outline.visit(outline.open.pop());
        }
        number(outline.nodes);
        return outline.nodes;
    }

    private void visit(Node node) {
        nodes.add(node);
        if (node.kind == Node.Kind.CLAUSE) {
            return;
        }
        if (node.condition instanceof RuleSet set) {
            for (int i = 0; i < set.rules().size(); i++) {
                node.children.add(node(node, "/rules/" + i, set.rules().get(i), node.negated, node.lenient));
            }
        } else if (node.condition instanceof Rule rule && rule.ruleSet() != null) {
            node.children.add(new Node(node, "", rule, Node.Kind.CLAUSE, node.negated, node.lenient));
            node.children.add(node(node, "/ruleSet", rule.ruleSet(), node.negated, node.lenient));
        }
        for (int i = node.children.size() - 1; i >= 0; i--) {
            open.push(node.children.get(i));
        }
    }

    private static Node node(
            @Nullable Node parent, String segment, Condition condition, boolean negated, boolean lenient) {
        if (condition instanceof RuleSet set) {
            boolean turned = negated != set.negated();
            boolean any = (set.op() == RuleSet.Op.OR) != turned;
            return new Node(
                    parent, segment, set, any ? Node.Kind.ANY : Node.Kind.ALL, turned, lenient || !set.strict());
        }
        boolean pair = condition instanceof Rule rule && rule.ruleSet() != null;
        Node.Kind kind = !pair ? Node.Kind.CLAUSE : negated ? Node.Kind.NEGATED_PAIR : Node.Kind.PAIR;
        return new Node(parent, segment, condition, kind, negated, lenient);
    }

    /** Children stand behind their parents, so one pass forward numbers the clauses and one backward closes the sets. */
    private static void number(List<Node> nodes) {
        int clauses = 0;
        for (Node node : nodes) {
            node.firstClause = clauses;
            clauses += node.kind == Node.Kind.CLAUSE ? 1 : 0;
            node.endClause = clauses;
        }
        for (int i = nodes.size() - 1; i >= 0; i--) {
            Node node = nodes.get(i);
            if (!node.children.isEmpty()) {
                node.endClause = node.children.get(node.children.size() - 1).endClause;
            }
        }
    }
}
