package dev.sluice.json;

import dev.sluice.InvalidFlowException;
import dev.sluice.json.internal.part.ConditionForm;
import dev.sluice.json.internal.tree.Faults;
import dev.sluice.json.internal.tree.Node;
import dev.sluice.rules.Condition;
import dev.sluice.types.Value;
import java.util.List;

/** Rules, rule sets and expressions on their own, in the form that they have in definitions. Safe on any thread. */
public final class RuleJson {
    private RuleJson() {}

    /**
     * Reads a rule, a rule set or an expression.
     *
     * @throws InvalidFlowException with everything that is wrong with its form; pointers start at the condition
     */
    public static Condition read(Value json) {
        Faults faults = new Faults();
        Condition condition = ConditionForm.read(new Node(json, "", faults));
        if (!faults.isEmpty()) {
            throw new InvalidFlowException(faults.with(List.of()));
        }
        return condition;
    }

    /**
     * Reads a rule, a rule set or an expression.
     *
     * @throws InvalidFlowException with everything that is wrong with its form
     * @throws InvalidJsonException if the text is no JSON at all
     */
    public static Condition read(String json) {
        return read(ValueJson.read(json, JsonLimits.definition()));
    }

    /** The condition on one line, with canonical names. */
    public static String write(Condition condition) {
        return ValueJson.canonical(ConditionForm.write(condition));
    }
}
