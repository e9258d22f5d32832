package dev.sluice.json.internal.step;

import dev.sluice.flow.SetStep;
import dev.sluice.json.internal.part.ConditionForm;
import dev.sluice.json.internal.part.MappingForm;
import dev.sluice.json.internal.tree.Members;
import dev.sluice.json.internal.tree.Node;
import dev.sluice.json.internal.tree.Out;
import dev.sluice.json.internal.tree.Vocabulary;
import dev.sluice.types.Obj;
import java.util.List;

/** A step that sets fields. */
public final class SetForm {
    public static final Vocabulary KEYS = Vocabulary.of(
            "a step that sets fields",
            "id",
            "type",
            "name",
            "enabled",
            "ruleSet",
            "executeWhen",
            "skipWhen",
            "mappings");

    private SetForm() {}

    static SetStep read(Node node) {
        Members members = node.members(KEYS);
        return new SetStep(
                members.text("id"),
                members.textOrNull("name"),
                members.flag("enabled", true),
                CriteriaForm.read(members),
                members.need("mappings", all -> all.list(MappingForm::read), List.of()));
    }

    static Obj write(SetStep step) {
        return StepForm.head(step)
                .optional("ruleSet", step.ruleSet(), ConditionForm::write)
                .put("mappings", Out.array(step.mappings(), MappingForm::write))
                .done();
    }
}
