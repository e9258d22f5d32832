package dev.sluice.json.internal.part;

import dev.sluice.internal.names.Nearest;
import dev.sluice.json.internal.tree.Members;
import dev.sluice.json.internal.tree.Node;
import dev.sluice.json.internal.tree.Out;
import dev.sluice.json.internal.tree.Vocabulary;
import dev.sluice.json.internal.tree.Words;
import dev.sluice.rules.Condition;
import dev.sluice.rules.Expression;
import dev.sluice.rules.Operator;
import dev.sluice.rules.Rule;
import dev.sluice.rules.RuleSet;
import dev.sluice.types.Obj;
import dev.sluice.types.Text;
import dev.sluice.types.Value;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rules, rule sets and expressions. What an object is shows by its keys: {@code lhv}, {@code rules} or {@code expression}. */
public final class ConditionForm {
    public static final Vocabulary RULE = Vocabulary.of("a rule", "lhv", "op", "rhv", "ruleSet", "reason", "id");
    public static final Vocabulary SET = Vocabulary.of("a rule set", "op", "rules", "not", "strict", "name", "id")
            .alias("negated", "not");
    public static final Vocabulary EXPRESSION = Vocabulary.of("an expression", "expression");
    static final Words<RuleSet.Op> OPS = Words.<RuleSet.Op>of("way to join rules", "unknown_word")
            .with(RuleSet.Op.AND, "and", "all")
            .with(RuleSet.Op.OR, "or", "any");

    private static final List<String> OPERATORS =
            Arrays.stream(Operator.values()).map(Operator::canonical).toList();
    /** Stands for what could not be read; nothing more is to be said about it. */
    private static final Condition UNREADABLE = new Expression("true");
    /** Stands for rules that are missing; nothing more is to be said about them. */
    static final RuleSet NOTHING = RuleSet.and(List.of(UNREADABLE));

    private ConditionForm() {}

    /** A rule set; a single rule or expression stands for the set of it alone. */
    public static RuleSet readSet(Node node) {
        Condition condition = read(node);
        return condition instanceof RuleSet set ? set : RuleSet.and(List.of(condition));
    }

    public static @Nullable RuleSet readSet(Members members) {
        return members.orNull("ruleSet", ConditionForm::readSet);
    }

    public static Condition read(Node node) {
        Obj obj = node.object();
        if (!obj.get("lhv").isMissing()) {
            return rule(node.members(RULE));
        }
        if (!obj.get("expression").isMissing()) {
            return new Expression(node.members(EXPRESSION).text("expression"));
        }
        if (!obj.get("rules").isMissing() || isJoin(obj.get("op"))) {
            return set(node.members(SET));
        }
        if (node.value() instanceof Obj) {
            node.faults()
                    .wrong(
                            "unknown_condition",
                            node.pointer(),
                            "a condition has lhv and op (a rule), op and rules (a rule set), or expression");
        }
        return UNREADABLE;
    }

    private static boolean isJoin(Value op) {
        return OPS.meaning(op.text()) != null;
    }

    private static Rule rule(Members members) {
        Value rhv = members.value("rhv");
        String stopgap = (rhv.isAbsent() ? Operator.IS_NOT_BLANK : Operator.IS_EQUAL_TO).canonical();
        return new Rule(
                members.text("lhv"),
                members.need("op", ConditionForm::operator, stopgap),
                rhv,
                readSet(members),
                members.textOrNull("id"),
                members.textOrNull("reason"));
    }

    private static String operator(Node node) {
        String spelling = node.text();
        if (node.value() instanceof Text && Operator.named(spelling).isEmpty()) {
            String advice = Nearest.advice(spelling, OPERATORS);
            node.faults()
                    .wrong(
                            "unknown_operator",
                            node.pointer(),
                            "there is no operator '" + Words.shown(spelling) + "'; " + advice);
        }
        return spelling;
    }

    private static RuleSet set(Members members) {
        return new RuleSet(
                members.need("op", node -> node.word(OPS, RuleSet.Op.AND), RuleSet.Op.AND),
                members.need("rules", node -> node.list(ConditionForm::read), List.of(UNREADABLE)),
                members.flag("not", false),
                members.flag("strict", true),
                members.textOrNull("name"),
                members.textOrNull("id"));
    }

    public static Value write(Condition condition) {
        if (condition instanceof Rule rule) {
            return write(rule);
        }
        if (condition instanceof Expression expression) {
            return new Out().text("expression", expression.text()).done();
        }
        return write((RuleSet) condition);
    }

    private static Obj write(Rule rule) {
        return new Out()
                .text("id", rule.id())
                .text("lhv", rule.lhv())
                .text("op", rule.op())
                .put("rhv", rule.rhv())
                .optional("ruleSet", rule.ruleSet(), ConditionForm::write)
                .text("reason", rule.reason())
                .done();
    }

    private static Obj write(RuleSet set) {
        return new Out()
                .text("id", set.id())
                .text("name", set.name())
                .text("op", OPS.word(set.op()))
                .flag("not", set.negated(), false)
                .flag("strict", set.strict(), true)
                .put("rules", Out.array(set.rules(), ConditionForm::write))
                .done();
    }
}
