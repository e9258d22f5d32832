package dev.sluice.rules.internal.program;

import dev.sluice.rules.Condition;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One place in the tree of conditions: a set, a rule with its attached set, or a clause (a rule, an expression). */
public final class Node {
    final @Nullable Node parent;
    final String segment;
    final Condition condition;
    final Kind kind;
    final boolean negated;
    final boolean lenient;
    final List<Node> children = new ArrayList<>(2);

    /** The places of its clauses among all clauses: from, to (exclusive). */
    int firstClause;

    int endClause;

    /** Where its code begins, and where it goes on. */
    int entry;

    Exits exits = Exits.OF_PROGRAM;

    /** What a clause compares; only of clauses. */
    @Nullable Comparison comparison;

    Node(@Nullable Node parent, String segment, Condition condition, Kind kind, boolean negated, boolean lenient) {
        this.parent = parent;
        this.segment = segment;
        this.condition = condition;
        this.kind = kind;
        this.negated = negated;
        this.lenient = lenient;
    }

    /** What a place is; {@code ALL} and {@code ANY} as evaluated, after every {@code not} above is taken in. */
    public enum Kind {
        ALL,
        ANY,
        /** A rule with attached conditions: both must hold. */
        PAIR,
        /** The same under a {@code not}: one must fail. */
        NEGATED_PAIR,
        CLAUSE
    }

    public @Nullable Node parent() {
        return parent;
    }

    public Kind kind() {
        return kind;
    }

    public boolean negated() {
        return negated;
    }

    public Condition condition() {
        return condition;
    }

    public List<Node> children() {
        return children;
    }

    public int firstClause() {
        return firstClause;
    }

    public int endClause() {
        return endClause;
    }

    public @Nullable Comparison comparison() {
        return comparison;
    }

    /** The JSON pointer from the root, made when asked for: of deep trees the pointers together would fill the memory. */
    public String pointer() {
        List<String> segments = new ArrayList<>();
        int length = 0;
        for (Node node = this; node != null; node = node.parent) {
            segments.add(node.segment);
            length += node.segment.length();
        }
        StringBuilder pointer = new StringBuilder(length);
        for (int i = segments.size() - 1; i >= 0; i--) {
            pointer.append(segments.get(i));
        }
        return pointer.toString();
    }
}
