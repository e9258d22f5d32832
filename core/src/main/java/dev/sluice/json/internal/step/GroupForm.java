package dev.sluice.json.internal.step;

import dev.sluice.flow.CallStep;
import dev.sluice.flow.EnhancementStep;
import dev.sluice.flow.GroupStep;
import dev.sluice.json.internal.part.ConditionForm;
import dev.sluice.json.internal.tree.Members;
import dev.sluice.json.internal.tree.Node;
import dev.sluice.json.internal.tree.Out;
import dev.sluice.json.internal.tree.Vocabulary;
import dev.sluice.json.internal.tree.Words;
import dev.sluice.types.Obj;
import java.util.List;
import java.util.function.Function;

/** Steps that are asked at once. */
public final class GroupForm {
    public static final Vocabulary KEYS =
            Vocabulary.of("a group", "id", "type", "name", "enabled", "ruleSet", "executeWhen", "skipWhen", "steps");
    static final Words<Function<Node, CallStep>> MEMBERS = Words.<Function<Node, CallStep>>of(
                    "type of step in a group", "unknown_step_type")
            .with(EnhancementForm::read, "enhancement")
            .with(RecipientForm::recipient, "recipient")
            .with(RecipientForm::notification, "notify");

    private GroupForm() {}

    static GroupStep read(Node node) {
        Members members = node.members(KEYS);
        return new GroupStep(
                members.text("id"),
                members.textOrNull("name"),
                members.flag("enabled", true),
                CriteriaForm.read(members),
                members.need("steps", all -> all.list(GroupForm::member), List.of()));
    }

    /** A step without a type counts as a recipient, as in a distribution; other faults leave nothing to read. */
    private static CallStep member(Node node) {
        Function<Node, CallStep> recipient = RecipientForm::recipient;
        return StepForm.type(node)
                .map(type -> type.word(MEMBERS, GroupForm::unreadable))
                .orElse(recipient)
                .apply(node);
    }

    /** Something that bears the id, so that those who point at it are not called wrong as well. */
    private static CallStep unreadable(Node node) {
        String id = node.value().part("id").text();
        return EnhancementStep.of(id, "unreadable", id);
    }

    static Obj write(GroupStep step) {
        return StepForm.head(step)
                .optional("ruleSet", step.ruleSet(), ConditionForm::write)
                .put("steps", Out.array(step.steps(), StepForm::write))
                .done();
    }
}
