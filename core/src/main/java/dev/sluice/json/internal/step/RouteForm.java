package dev.sluice.json.internal.step;

import dev.sluice.flow.RouteStep;
import dev.sluice.flow.RouteStep.Branch;
import dev.sluice.json.internal.part.ConditionForm;
import dev.sluice.json.internal.tree.Members;
import dev.sluice.json.internal.tree.Node;
import dev.sluice.json.internal.tree.Out;
import dev.sluice.json.internal.tree.Vocabulary;
import dev.sluice.types.Obj;
import java.util.List;

/** A route and its branches. */
public final class RouteForm {
    public static final Vocabulary KEYS = Vocabulary.of(
            "a route", "id", "type", "name", "enabled", "ruleSet", "executeWhen", "skipWhen", "branches", "default");
    public static final Vocabulary BRANCH = Vocabulary.of("a branch", "name", "when", "steps");

    private RouteForm() {}

    static RouteStep read(Node node) {
        Members members = node.members(KEYS);
        return new RouteStep(
                members.text("id"),
                members.textOrNull("name"),
                members.flag("enabled", true),
                CriteriaForm.read(members),
                members.need("branches", all -> all.list(RouteForm::branch), List.of()),
                members.list("default", StepForm::read));
    }

    private static Branch branch(Node node) {
        Members members = node.members(BRANCH);
        return new Branch(
                members.textOrNull("name"),
                members.orNull("when", ConditionForm::readSet),
                members.list("steps", StepForm::read));
    }

    static Obj write(RouteStep step) {
        return StepForm.head(step)
                .optional("ruleSet", step.ruleSet(), ConditionForm::write)
                .put("branches", Out.array(step.branches(), RouteForm::write))
                .list("default", step.otherwise(), StepForm::write)
                .done();
    }

    private static Obj write(Branch branch) {
        return new Out()
                .text("name", branch.name())
                .optional("when", branch.when(), ConditionForm::write)
                .list("steps", branch.steps(), StepForm::write)
                .done();
    }
}
