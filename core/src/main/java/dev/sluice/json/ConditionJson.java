package dev.sluice.json;

import dev.sluice.InvalidFlowException;
import dev.sluice.json.internal.part.ConditionForm;
import dev.sluice.json.internal.tree.Faults;
import dev.sluice.json.internal.tree.Node;
import dev.sluice.rules.Condition;
import dev.sluice.types.Value;
import java.util.List;

/** Single conditions as JSON, in the form they have in definitions. Safe on any thread. */
public final class ConditionJson {
    private ConditionJson() {}

    /**
     * Reads a rule, a rule set or an expression.
     *
     * @throws InvalidFlowException with everything that is wrong with it
     */
    public static Condition read(Value json) {
        Faults faults = new Faults();
        Condition condition = ConditionForm.read(new Node(json, "", faults));
        if (!faults.isEmpty()) {
            throw new InvalidFlowException(faults.with(List.of()));
        }
        return condition;
    }
}
