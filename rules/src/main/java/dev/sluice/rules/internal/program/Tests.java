package dev.sluice.rules.internal.program;

import dev.sluice.rules.Expression;
import dev.sluice.rules.ExpressionProgram;
import dev.sluice.rules.Operator;
import dev.sluice.rules.Rule;
import dev.sluice.rules.internal.check.Check;
import dev.sluice.rules.internal.check.Checks;
import dev.sluice.types.Ref;
import dev.sluice.types.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The tests of one program: equal questions get the same test, and a question and its inverse too. */
final class Tests {
    private final Checks checks;
    private final List<Test> tests = new ArrayList<>();
    private final Map<Object, Integer> known = new HashMap<>();
    private final Map<Node, Integer> ofNodes = new HashMap<>();

    Tests(Checks checks) {
        this.checks = checks;
    }

    private record Question(String left, Operator operator, Value right) {}

    private record Presence(List<String> paths) {}

    Test[] all() {
        return tests.toArray(Test[]::new);
    }

    int of(Node node) {
        Integer test = ofNodes.get(node);
        return test == null ? never() : test;
    }

    boolean inverted(Node node) {
        Comparison comparison = node.comparison;
        return comparison != null
                && comparison.fault() == null
                && comparison.operator() != null
                && Checks.inverted(comparison.operator());
    }

    int always() {
        return known.computeIfAbsent(Boolean.TRUE, key -> add(new Test.Fixed(true)));
    }

    private int never() {
        return known.computeIfAbsent(Boolean.FALSE, key -> add(new Test.Fixed(false)));
    }

    /** The test that everything the clause reads is there; -1 when it reads nothing, or asks for presence itself. */
    int presence(Node node) {
        Comparison comparison = node.comparison;
        if (comparison == null
                || (comparison.operator() != null && comparison.operator().asksForPresence())) {
            return -1;
        }
        List<Ref> refs = new ArrayList<>(comparison.left().refs());
        refs.addAll(comparison.right().refs());
        List<String> paths = refs.stream().map(Ref::path).distinct().toList();
        return refs.isEmpty() ? -1 : known.computeIfAbsent(new Presence(paths), key -> add(new Test.OfPresence(refs)));
    }

    void expression(Node node, Expression expression, ExpressionProgram program) {
        ofNodes.put(node, known.computeIfAbsent(expression, key -> add(new Test.OfExpression(program))));
    }

    /** The check of a comparison against a fixed value; it is remembered under what it asks. */
    void fixed(Node node, Rule rule, Comparison comparison, Operator operator, Check check) {
        remember(node, question(rule, comparison, operator), test(comparison, check));
    }

    void dynamic(Node node, Rule rule, Comparison comparison, Operator operator) {
        remember(
                node,
                question(rule, comparison, operator),
                new Test.OfBoth(comparison.left(), operator, comparison.right(), checks));
    }

    private void remember(Node node, Question question, Test test) {
        ofNodes.put(node, known.computeIfAbsent(question, key -> add(test)));
    }

    /** Two rules ask the same when they are written alike; a path may stand in braces. */
    private static Question question(Rule rule, Comparison comparison, Operator operator) {
        String left = comparison.left() instanceof Side.Variable variable
                ? variable.ref().path()
                : rule.lhv();
        return new Question(left, positive(operator), operator.unary() ? Value.missing() : rule.rhv());
    }

    private static Test test(Comparison comparison, Check check) {
        return comparison.left() instanceof Side.Variable variable
                ? new Test.OfPath(variable.ref(), check)
                : new Test.OfSide(comparison.left(), check);
    }

    private static Operator positive(Operator operator) {
        return Checks.inverted(operator) ? operator.inverse().orElse(operator) : operator;
    }

    private int add(Test test) {
        tests.add(test);
        return tests.size() - 1;
    }
}
