package dev.sluice.rules.internal.program;

import dev.sluice.rules.Condition;
import dev.sluice.rules.Expression;
import dev.sluice.rules.ExpressionException;
import dev.sluice.rules.ExpressionProgram;
import dev.sluice.rules.Finding;
import dev.sluice.rules.Operator;
import dev.sluice.rules.Rule;
import dev.sluice.rules.RuleSet;
import dev.sluice.rules.internal.check.Check;
import dev.sluice.rules.internal.check.Checks;
import dev.sluice.templates.Template;
import dev.sluice.types.FieldType;
import dev.sluice.types.Missing;
import dev.sluice.types.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns one condition into a program, collecting what is wrong with it; a clause that is wrong never holds. */
public final class Compiler {
    private static final int MAX_FINDINGS = 200;

    private final Sides sides;
    private final Checks checks;
    private final Expressing expressing;
    private final boolean hasObscenityChecker;
    private final Tests tests;
    private final List<Finding> findings = new ArrayList<>();
    private final Set<String> warned = new HashSet<>();

    /** Compiles expressions for the compiler. */
    public interface Expressing {
        ExpressionProgram compile(String text);
    }

    public Compiler(Sides sides, Checks checks, Expressing expressing, boolean hasObscenityChecker) {
        this.sides = sides;
        this.checks = checks;
        this.expressing = expressing;
        this.hasObscenityChecker = hasObscenityChecker;
        this.tests = new Tests(checks);
    }

    /** What came of compiling. */
    public record Result(List<Node> nodes, Program program, List<Finding> findings) {}

    public Result compile(Condition condition) {
        List<Node> nodes = Outline.of(condition);
        for (Node node : nodes) {
            inspect(node);
        }
        return new Result(nodes, new Assembler(nodes, tests).assemble(), List.copyOf(findings));
    }

    private void inspect(Node node) {
        if (node.kind == Node.Kind.CLAUSE) {
            if (node.condition instanceof Rule rule) {
                node.comparison = rule(node, rule);
            } else if (node.condition instanceof Expression expression) {
                node.comparison = expression(node, expression);
            }
        } else if (node.condition instanceof RuleSet set && set.rules().isEmpty()) {
            warn(node, "", "empty_rule_set", "the set has no rules and always passes; add one or remove the set");
        }
    }

    private Comparison expression(Node node, Expression expression) {
        Side text = new Side.Fixed(Value.text(expression.text()));
        try {
            ExpressionProgram program = expressing.compile(expression.text());
            tests.expression(node, expression, program);
            return new Comparison(null, new Side.Calculated(program), text, null, null, null);
        } catch (ExpressionException wrong) {
            error(node, "/expression", "invalid_expression", wrong.getMessage());
            return new Comparison(null, text, text, null, null, wrong.getMessage());
        }
    }

    private Comparison rule(Node node, Rule rule) {
        Operator operator = Operator.named(rule.op()).orElse(null);
        Side left = side(node, "/lhv", sides.left(rule.lhv()));
        Side right = operator == null || operator.unary() ? Sides.NOTHING : side(node, "/rhv", sides.right(rule.rhv()));
        Template reason = reason(node, rule.reason());
        Comparison comparison = new Comparison(operator, orNothing(left), orNothing(right), reason, null, null);
        if (operator == null) {
            error(node, "/op", "unknown_operator", Advice.unknownOperator(rule.op()));
            return comparison.broken("the operator is unknown");
        }
        if (left == null || right == null) {
            return comparison.broken("its definition is wrong");
        }
        return checked(node, rule, operator, comparison);
    }

    private Comparison checked(Node node, Rule rule, Operator operator, Comparison comparison) {
        advise(node, rule, operator, comparison.left());
        if (!(comparison.right() instanceof Side.Fixed fixed)) {
            tests.dynamic(node, rule, comparison, operator);
            return comparison;
        }
        if (!operator.unary() && rule.rhv() instanceof Missing) {
            error(node, "/rhv", "missing_rhv", "'" + operator + "' needs a right-hand side");
            return comparison.broken("the right-hand side is missing");
        }
        Check check = checks.of(operator, fixed.value(), type(comparison.left()));
        Check.Fault fault = check.fault();
        if (fault != null) {
            error(node, "/rhv", fault.code(), fault.text());
            return comparison.broken(fault.text());
        }
        tests.fixed(node, rule, comparison, operator, check);
        return comparison.with(check);
    }

    private void advise(Node node, Rule rule, Operator operator, Side left) {
        if (operator.unary() && !rule.rhv().isMissing()) {
            warn(node, "/rhv", "surplus_rhv", "'" + operator + "' ignores the right-hand side; remove it");
        }
        if (!hasObscenityChecker && (operator == Operator.IS_OBSCENE || operator == Operator.IS_NOT_OBSCENE)) {
            warn(
                    node,
                    "/op",
                    "no_obscenity_checker",
                    "nothing is found obscene until the host gives an obscenity checker");
        }
        FieldType type = type(left);
        if (type != null && !type.operators().contains(operator.canonical())) {
            warn(node, "/op", "operator_not_offered", Advice.notOffered(operator, type));
        }
    }

    private static @Nullable FieldType type(Side left) {
        return left instanceof Side.Variable variable ? variable.ref().ownType().orElse(null) : null;
    }

    private @Nullable Side side(Node node, String member, Sides.Read read) {
        if (read.fault() != null) {
            Finding fault = read.fault();
            found(node, member, fault);
        }
        read.warnings().stream()
                .filter(warning -> warned.add(warning.text()))
                .forEach(warning -> found(node, member, warning));
        return read.side();
    }

    private static Side orNothing(@Nullable Side side) {
        return side == null ? Sides.NOTHING : side;
    }

    private @Nullable Template reason(Node node, @Nullable String text) {
        if (text == null) {
            return null;
        }
        Sides.Read read = sides.reason(text);
        side(node, "/reason", read);
        return read.side() instanceof Side.Rendered rendered ? rendered.template() : null;
    }

    private void error(Node node, String member, String code, String text) {
        found(node, member, Finding.error(code, "", text));
    }

    private void warn(Node node, String member, String code, String text) {
        found(node, member, Finding.warning(code, "", text));
    }

    /** So many of each severity and no more: pointers into very deep definitions are very long. */
    private void found(Node node, String member, Finding finding) {
        long before = findings.stream()
                .filter(other -> other.severity() == finding.severity())
                .count();
        if (before < MAX_FINDINGS) {
            findings.add(finding.below(node.pointer() + member));
        } else if (before == MAX_FINDINGS) {
            findings.add(new Finding(
                    finding.severity(), "too_many_findings", "", "there are more like these; correct these first"));
        }
    }
}
