package dev.sluice.rules;

import dev.sluice.rules.internal.check.RangeText;
import dev.sluice.rules.internal.program.Comparison;
import dev.sluice.rules.internal.program.Node;
import dev.sluice.rules.internal.program.Side;
import dev.sluice.templates.Template;
import dev.sluice.types.Arr;
import dev.sluice.types.At;
import dev.sluice.types.Ref;
import dev.sluice.types.Scope;
import dev.sluice.types.Value;
import java.time.Instant;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How clauses are put into words and shown: labels of fields, and what must stay hidden. */
final class Wording {
    private static final int MAX_LISTED = 100;
    private static final At NO_TIME = At.utc(Instant.EPOCH);

    private final Labels labels;
    private final PrivacyPolicy privacy;
    private final Disguise disguise;

    Wording(Function<String, Optional<String>> labels, PrivacyPolicy privacy) {
        this(new Labels(labels), privacy);
    }

    private Wording(Labels labels, PrivacyPolicy privacy) {
        this.labels = labels;
        this.privacy = privacy;
        this.disguise = new Disguise(privacy);
    }

    /** This wording, hiding what {@code change} makes of its policy. */
    Wording hiding(UnaryOperator<PrivacyPolicy> change) {
        return new Wording(labels, change.apply(privacy));
    }

    /** What a clause demands: its configured reason, else {@code State must be included in CA, TX}. */
    String demand(Node node, Scope scope, At at) {
        Comparison comparison = comparison(node);
        if (comparison.reason() != null) {
            return disguise.rendered(comparison.reason(), scope, at);
        }
        Operator operator = comparison.operator();
        if (operator == null) {
            String text = node.condition() instanceof Expression expression ? expression.text() : "";
            return (node.negated() ? "must not hold: " : "must hold: ") + text;
        }
        String demand = node.negated() ? inverse(operator) : operator.demand();
        String subject = labels.of(comparison.left()) + " " + demand;
        return operator.unary() ? subject : subject + " " + right(operator, comparison.right());
    }

    /**
     * The demand of every clause above which everything must hold, so that it is the whole reason when it fails; null for
     * the others, and where a reason reads the lead.
     */
    @Nullable String[] demandsOfAll(List<Node> nodes, int clauses) {
        @Nullable String[] demands = new @Nullable String[clauses];
        Set<Node> plain = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Node node : nodes) {
            boolean below = node.parent() == null || plain.contains(node.parent());
            if (below && (node.kind() == Node.Kind.ALL || node.kind() == Node.Kind.PAIR)) {
                plain.add(node);
            } else if (below && node.kind() == Node.Kind.CLAUSE) {
                demands[node.firstClause()] = fixedDemand(node);
            }
        }
        return demands;
    }

    private @Nullable String fixedDemand(Node node) {
        Template reason = comparison(node).reason();
        return reason == null || reason.isConstant() ? demand(node, Scope.EMPTY, NO_TIME) : null;
    }

    private static String inverse(Operator operator) {
        Optional<Operator> inverse = operator.inverse();
        return inverse.isPresent()
                ? inverse.get().demand()
                : operator.demand().replaceFirst("must", "must not").replace("not not ", "");
    }

    private String right(Operator operator, Side right) {
        if (!(right instanceof Side.Fixed fixed)) {
            return labels.of(right);
        }
        Value value = fixed.value();
        boolean between = operator == Operator.IS_BETWEEN || operator == Operator.IS_NOT_BETWEEN;
        if (value.plain() instanceof Arr arr) {
            return between && arr.size() == 2
                    ? arr.at(0).text() + " and " + arr.at(1).text()
                    : listed(arr.values());
        }
        return between ? RangeText.inWords(value) : value.text();
    }

    private static String listed(List<Value> values) {
        String listed = values.stream().limit(MAX_LISTED).map(Value::text).collect(Collectors.joining(", "));
        return values.size() <= MAX_LISTED ? listed : listed + ", ... (" + values.size() + " in all)";
    }

    /** The clause as a trace shows it; making pointers costs time in deep definitions, so whoever needs one gives it. */
    Clause clause(Node node, String pointer, int state, Scope scope, At at) {
        Comparison comparison = comparison(node);
        boolean evaluated = state == Trail.PASSED || state == Trail.FAILED;
        Clause.Result result = !evaluated
                ? Clause.Result.NOT_EVALUATED
                : state == Trail.PASSED ? Clause.Result.PASSED : Clause.Result.FAILED;
        return new Clause(
                pointer,
                written(node),
                comparison.operator(),
                disguise.read(comparison.right(), scope, at),
                evaluated ? disguise.read(comparison.left(), scope, at) : Value.missing(),
                sources(comparison.left(), scope),
                result,
                why(comparison, state, scope));
    }

    private static String why(Comparison comparison, int state, Scope scope) {
        if (state == Trail.LEFT_OUT) {
            return "left out: " + missing(comparison, scope) + " is missing";
        }
        if (state == Trail.NOT_EVALUATED) {
            return "decided before";
        }
        return comparison.fault() == null ? "" : comparison.fault();
    }

    private static String missing(Comparison comparison, Scope scope) {
        return java.util.stream.Stream.of(comparison.left(), comparison.right())
                .flatMap(side -> side.refs().stream())
                .filter(ref -> ref.read(scope).isAbsent())
                .map(Ref::path)
                .findFirst()
                .orElse("a value");
    }

    private static String sources(Side side, Scope scope) {
        return side.refs().stream()
                .map(ref -> Sources.of(ref, scope))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static String written(Node node) {
        if (node.condition() instanceof Rule rule) {
            return rule.lhv();
        }
        return node.condition() instanceof Expression expression ? expression.text() : "";
    }

    private static Comparison comparison(Node node) {
        Comparison comparison = node.comparison();
        if (comparison == null) {
            throw new IllegalStateException("only clauses compare");
        }
        return comparison;
    }
}
