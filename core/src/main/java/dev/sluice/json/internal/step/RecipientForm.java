package dev.sluice.json.internal.step;

import dev.sluice.flow.Entity;
import dev.sluice.flow.RecipientStep;
import dev.sluice.json.internal.part.CapForm;
import dev.sluice.json.internal.part.ConditionForm;
import dev.sluice.json.internal.part.EntityForm;
import dev.sluice.json.internal.part.HoursForm;
import dev.sluice.json.internal.part.MappingForm;
import dev.sluice.json.internal.part.PricingForm;
import dev.sluice.json.internal.tree.Members;
import dev.sluice.json.internal.tree.Node;
import dev.sluice.json.internal.tree.Out;
import dev.sluice.json.internal.tree.Vocabulary;
import dev.sluice.types.Obj;
import org.jspecify.annotations.Nullable;

/** A recipient, or a notification: a recipient that never pays. */
public final class RecipientForm {
    public static final Vocabulary KEYS = Vocabulary.of(
                    "a recipient",
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
                    "hours",
                    "caps",
                    "pricing",
                    "weight",
                    "score",
                    "tier",
                    "priority",
                    RecoveryForm.KEY,
                    "retry")
            .alias("timeout", "timeoutMs");

    private RecipientForm() {}

    static RecipientStep recipient(Node node) {
        return read(node, true);
    }

    static RecipientStep notification(Node node) {
        return read(node, false);
    }

    private static RecipientStep read(Node node, boolean billable) {
        Members members = node.members(KEYS);
        String id = members.text("id");
        @Nullable Entity entity = members.orNull("entity", EntityForm::read);
        return new RecipientStep(
                id,
                members.textOrNull("name"),
                members.flag("enabled", true),
                CriteriaForm.read(members),
                entity,
                members.text("plugin"),
                members.or("key", Node::text, Entity.key(entity, id)),
                members.list("mappings", MappingForm::read),
                members.or("config", Node::object, Obj.EMPTY),
                members.or("timeoutMs", Node::duration, RecipientStep.DEFAULT_TIMEOUT),
                members.orNull("hours", HoursForm::read),
                members.list("caps", CapForm::entry),
                PricingForm.read(members),
                StandingForm.read(members),
                billable,
                RecoveryForm.read(members),
                members.orNull("retry", RetryForm::read));
    }

    static Obj write(RecipientStep step) {
        Out out = StepForm.head(step)
                .optional("entity", step.entity(), EntityForm::write)
                .text("plugin", step.plugin())
                .unless(Entity.key(step.entity(), step.id()), "key", step.key(), Out::text)
                .unless(RecipientStep.DEFAULT_TIMEOUT, "timeoutMs", step.timeout(), Out::duration)
                .optional("ruleSet", step.ruleSet(), ConditionForm::write)
                .optional("hours", step.hours(), HoursForm::write)
                .list("caps", step.caps(), CapForm::writeEntry)
                .object("pricing", PricingForm.write(step.pricing()))
                .list("mappings", step.mappings(), MappingForm::write)
                .object("config", step.config());
        return RecoveryForm.write(step.recovery(), StandingForm.write(step.standing(), out))
                .optional("retry", step.retry(), RetryForm::write)
                .done();
    }
}
