package dev.sluice.json.internal.step;

import dev.sluice.flow.EnhancementStep;
import dev.sluice.flow.Entity;
import dev.sluice.json.internal.part.ConditionForm;
import dev.sluice.json.internal.part.EntityForm;
import dev.sluice.json.internal.part.MappingForm;
import dev.sluice.json.internal.tree.Members;
import dev.sluice.json.internal.tree.Node;
import dev.sluice.json.internal.tree.Out;
import dev.sluice.json.internal.tree.Vocabulary;
import dev.sluice.types.Obj;
import org.jspecify.annotations.Nullable;

/** A look-up. */
public final class EnhancementForm {
    public static final Vocabulary KEYS = Vocabulary.of(
                    "an enhancement",
                    "id",
                    "type",
                    "name",
                    "enabled",
                    "ruleSet",
                    "executeWhen",
                    "skipWhen",
                    "entity",
                    "plugin",
                    "key",
                    "mappings",
                    "config",
                    "timeoutMs",
                    RecoveryForm.KEY)
            .alias("enricher", "plugin")
            .alias("timeout", "timeoutMs");

    private EnhancementForm() {}

    static EnhancementStep read(Node node) {
        Members members = node.members(KEYS);
        String id = members.text("id");
        @Nullable Entity entity = members.orNull("entity", EntityForm::read);
        return new EnhancementStep(
                id,
                members.textOrNull("name"),
                members.flag("enabled", true),
                CriteriaForm.read(members),
                entity,
                members.text("plugin"),
                members.or("key", Node::text, Entity.key(entity, id)),
                members.list("mappings", MappingForm::read),
                members.or("config", Node::object, Obj.EMPTY),
                members.or("timeoutMs", Node::duration, EnhancementStep.DEFAULT_TIMEOUT),
                RecoveryForm.read(members));
    }

    static Obj write(EnhancementStep step) {
        Out out = StepForm.head(step)
                .optional("entity", step.entity(), EntityForm::write)
                .text("plugin", step.enricher())
                .unless(Entity.key(step.entity(), step.id()), "key", step.key(), Out::text)
                .unless(EnhancementStep.DEFAULT_TIMEOUT, "timeoutMs", step.timeout(), Out::duration)
                .optional("ruleSet", step.ruleSet(), ConditionForm::write)
                .list("mappings", step.mappings(), MappingForm::write)
                .object("config", step.config());
        return RecoveryForm.write(step.recovery(), out).done();
    }
}
