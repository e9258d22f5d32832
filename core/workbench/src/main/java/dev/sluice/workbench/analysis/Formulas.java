package dev.sluice.workbench.analysis;

import dev.sluice.flow.check.Subject;
import dev.sluice.rules.CompiledRules;
import dev.sluice.rules.Condition;
import dev.sluice.rules.Expression;
import dev.sluice.rules.Operator;
import dev.sluice.rules.Rule;
import dev.sluice.rules.RuleSet;
import dev.sluice.rules.Severity;
import dev.sluice.types.Arr;
import dev.sluice.types.FieldType;
import dev.sluice.types.InvalidPathException;
import dev.sluice.types.Ref;
import dev.sluice.types.Section;
import dev.sluice.types.Stage;
import dev.sluice.types.Text;
import dev.sluice.types.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Turns rules into formulas. A comparison whose answer depends on more than the lead's value (the moment, a template, an
 * expression, a set that leaves rules out) becomes one of which nothing is known.
 */
final class Formulas {
    /** Their values move with the calendar. */
    private static final Set<String> TEMPORAL = Set.of("date", "dob", "time");

    private static final Set<Operator> ORDERING = Set.of(
            Operator.IS_LESS_THAN,
            Operator.IS_LESS_THAN_OR_EQUAL_TO,
            Operator.IS_GREATER_THAN,
            Operator.IS_GREATER_THAN_OR_EQUAL_TO,
            Operator.IS_BETWEEN,
            Operator.IS_NOT_BETWEEN);

    private final Subject subject;
    private int opaque;

    Formulas(Subject subject) {
        this.subject = subject;
    }

    /** What {@code condition} says at {@code stage} of a lead in {@code state}. */
    Formula of(@Nullable Condition condition, Stage stage, LeadState state) {
        return condition == null ? Formula.TRUE : of(condition, stage, state, false);
    }

    private Formula of(Condition condition, Stage stage, LeadState state, boolean lenient) {
        if (condition instanceof RuleSet set) {
            return set(set, stage, state, lenient || !set.strict());
        }
        if (condition instanceof Rule rule) {
            Formula own = lenient ? unknown("lenient " + ++opaque) : comparison(rule, stage, state);
            return rule.ruleSet() == null ? own : own.and(of(rule.ruleSet(), stage, state, lenient));
        }
        return unknown("expression " + stage + " " + ((Expression) condition).text() + " " + ++opaque);
    }

    private Formula set(RuleSet set, Stage stage, LeadState state, boolean lenient) {
        if (set.rules().isEmpty()) {
            return set.negated() ? unknown("empty " + ++opaque) : Formula.TRUE;
        }
        List<Formula> formulas = new ArrayList<>();
        set.rules().forEach(rule -> formulas.add(of(rule, stage, state, lenient)));
        Formula joined = set.op() == RuleSet.Op.AND ? new Formula.All(formulas) : new Formula.Any(formulas);
        return set.negated() ? joined.not() : joined;
    }

    private static Formula unknown(String question) {
        return new Formula.One(Comparison.opaque(question));
    }

    private Formula comparison(Rule rule, Stage stage, LeadState state) {
        Operator operator = Operator.named(rule.op()).orElse(null);
        Operator inverse = operator == null ? null : operator.inverse().orElse(null);
        if (inverse != null && inverse.compareTo(operator) < 0) {
            Rule positive = new Rule(rule.lhv(), inverse.canonical(), rule.rhv(), null, null, null);
            return one(positive, inverse, stage, state).not();
        }
        return one(new Rule(rule.lhv(), rule.op(), rule.rhv(), null, null, null), operator, stage, state);
    }

    private Formula one(Rule rule, @Nullable Operator operator, Stage stage, LeadState state) {
        Ref ref = ref(rule.lhv(), stage);
        if (ref == null || operator == null) {
            return unknown("side " + ++opaque);
        }
        Datum datum = Datum.of(ref, state.of(ref));
        String question = operator + " " + rule.rhv().text();
        CompiledRules compiled = isKnown(datum, ref, operator, rule.rhv()) ? compiled(rule, stage) : null;
        return compiled == null
                ? unknown(datum.key() + " " + question)
                : new Formula.One(new Comparison(datum, question, operator, rule.rhv(), compiled));
    }

    private @Nullable Ref ref(String path, Stage stage) {
        try {
            return path.contains("{{") ? null : subject.layout().compile(path, stage);
        } catch (InvalidPathException unreadable) {
            return null;
        }
    }

    private @Nullable CompiledRules compiled(Rule rule, Stage stage) {
        CompiledRules compiled = subject.rules(stage).compile(rule);
        boolean broken = compiled.findings().stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
        return broken ? null : compiled;
    }

    private static boolean isKnown(Datum datum, Ref ref, Operator operator, Value right) {
        if (right.text().contains("{{") || !datum.isReadable()) {
            return false;
        }
        if (operator.asksForPresence()) {
            return true;
        }
        boolean temporal = ref.section() == Section.SUBMISSION
                || ref.ownType().map(FieldType::name).filter(TEMPORAL::contains).isPresent();
        return !temporal && (!ORDERING.contains(operator) || isNumeric(right));
    }

    private static boolean isNumeric(Value right) {
        if (right instanceof Arr arr) {
            for (Value each : arr) {
                if (!isNumeric(each)) {
                    return false;
                }
            }
            return true;
        }
        return !(right instanceof Text text) || numeric(text.value());
    }

    /** A number, or the bounds of a range. */
    private static boolean numeric(String text) {
        try {
            new BigDecimal(text.trim());
            return true;
        } catch (NumberFormatException perhapsRange) {
            return text.matches("\\s*\\[?\\s*\\d+(\\.\\d+)?\\s*(-|,|\\.\\.|to|and)\\s*\\d+(\\.\\d+)?\\s*]?\\s*");
        }
    }
}
