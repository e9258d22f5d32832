package dev.sluice.json.internal.flow;

import dev.sluice.flow.Entity;
import dev.sluice.flow.LookUp;
import dev.sluice.flow.PurchasingDecisions;
import dev.sluice.json.internal.part.ConditionForm;
import dev.sluice.json.internal.part.EntityForm;
import dev.sluice.json.internal.part.MappingForm;
import dev.sluice.json.internal.tree.Members;
import dev.sluice.json.internal.tree.Node;
import dev.sluice.json.internal.tree.Out;
import dev.sluice.json.internal.tree.Vocabulary;
import dev.sluice.types.Obj;
import org.jspecify.annotations.Nullable;

/** The look-ups before a lead is judged. */
public final class DecisionsForm {
    public static final Vocabulary KEYS = Vocabulary.of("purchasing decisions", "totalTimeoutMs", "lookUps")
            .alias("totalTimeout", "totalTimeoutMs")
            .alias("lookups", "lookUps");
    public static final Vocabulary LOOK_UP = Vocabulary.of(
                    "a look-up", "key", "plugin", "entity", "ruleSet", "mappings", "config", "timeoutMs")
            .alias("enricher", "plugin")
            .alias("timeout", "timeoutMs");

    private DecisionsForm() {}

    static PurchasingDecisions read(Node node) {
        Members members = node.members(KEYS);
        return new PurchasingDecisions(
                members.list("lookUps", DecisionsForm::lookUp),
                members.or("totalTimeoutMs", Node::duration, PurchasingDecisions.DEFAULT_TOTAL));
    }

    private static LookUp lookUp(Node node) {
        Members members = node.members(LOOK_UP);
        @Nullable Entity entity = members.orNull("entity", EntityForm::read);
        return new LookUp(
                members.text("key"),
                members.text("plugin"),
                entity,
                ConditionForm.readSet(members),
                members.list("mappings", MappingForm::read),
                members.or("config", Node::object, Obj.EMPTY),
                members.or("timeoutMs", Node::duration, LookUp.DEFAULT_TIMEOUT));
    }

    static Obj write(PurchasingDecisions decisions) {
        return new Out()
                .unless(PurchasingDecisions.DEFAULT_TOTAL, "totalTimeoutMs", decisions.totalTimeout(), Out::duration)
                .list("lookUps", decisions.lookUps(), DecisionsForm::written)
                .done();
    }

    private static Obj written(LookUp lookUp) {
        return new Out()
                .text("key", lookUp.key())
                .text("plugin", lookUp.enricher())
                .optional("entity", lookUp.entity(), EntityForm::write)
                .unless(LookUp.DEFAULT_TIMEOUT, "timeoutMs", lookUp.timeout(), Out::duration)
                .optional("ruleSet", lookUp.ruleSet(), ConditionForm::write)
                .list("mappings", lookUp.mappings(), MappingForm::write)
                .object("config", lookUp.config())
                .done();
    }
}
