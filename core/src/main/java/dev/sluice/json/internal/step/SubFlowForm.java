package dev.sluice.json.internal.step;

import dev.sluice.flow.StepDefinition;
import dev.sluice.flow.SubFlowStep;
import dev.sluice.json.internal.part.ConditionForm;
import dev.sluice.json.internal.tree.Members;
import dev.sluice.json.internal.tree.Node;
import dev.sluice.json.internal.tree.Out;
import dev.sluice.json.internal.tree.Vocabulary;
import dev.sluice.types.Obj;
import dev.sluice.types.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A step that uses a sub-flow, and the sub-flows themselves. */
public final class SubFlowForm {
    public static final Vocabulary KEYS = Vocabulary.of(
            "a step that uses a sub-flow",
            "id",
            "type",
            "name",
            "enabled",
            "ruleSet",
            "executeWhen",
            "skipWhen",
            "subFlow");

    private SubFlowForm() {}

    static SubFlowStep read(Node node) {
        Members members = node.members(KEYS);
        return new SubFlowStep(
                members.text("id"),
                members.textOrNull("name"),
                members.flag("enabled", true),
                CriteriaForm.read(members),
                members.text("subFlow"));
    }

    public static Map<String, List<StepDefinition>> readAll(Node node) {
        Map<String, List<StepDefinition>> all = new LinkedHashMap<>();
        node.each((name, steps) -> all.put(name, steps.list(StepForm::read)));
        return all;
    }

    static Obj write(SubFlowStep step) {
        return StepForm.head(step)
                .optional("ruleSet", step.ruleSet(), ConditionForm::write)
                .text("subFlow", step.subFlow())
                .done();
    }

    public static Obj writeAll(Map<String, List<StepDefinition>> all) {
        Map<String, Value> written = new LinkedHashMap<>();
        all.forEach((name, steps) -> written.put(name, Out.array(steps, StepForm::write)));
        return Obj.of(written);
    }
}
