package dev.sluice.json.internal.flow;

import dev.sluice.delivery.Outcome;
import dev.sluice.flow.ResponseFormat;
import dev.sluice.flow.ResponseTemplate;
import dev.sluice.json.internal.part.AcceptanceForm;
import dev.sluice.json.internal.part.ConditionForm;
import dev.sluice.json.internal.tree.Members;
import dev.sluice.json.internal.tree.Node;
import dev.sluice.json.internal.tree.Out;
import dev.sluice.json.internal.tree.Vocabulary;
import dev.sluice.types.Obj;
import dev.sluice.types.Value;

/** A whole answer as a text of the flow's own. */
public final class ResponseTemplateForm {
    public static final Vocabulary KEYS =
            Vocabulary.of("a response template", "outcome", "ruleSet", "body", "format", "status");

    private ResponseTemplateForm() {}

    static ResponseTemplate read(Node node) {
        Members members = node.members(KEYS);
        return new ResponseTemplate(
                members.orNull("outcome", outcome -> outcome.word(AcceptanceForm.OUTCOMES, Outcome.SUCCESS)),
                ConditionForm.readSet(members),
                members.text("body"),
                members.or("format", ResponseForm::format, ResponseFormat.JSON),
                members.orNull("status", Node::smallInteger));
    }

    static Obj write(ResponseTemplate template) {
        return new Out()
                .optional("outcome", template.outcome(), outcome -> Out.text(AcceptanceForm.OUTCOMES.word(outcome)))
                .optional("ruleSet", template.ruleSet(), ConditionForm::write)
                .text("body", template.body())
                .unless(
                        ResponseFormat.JSON,
                        "format",
                        template.format(),
                        format -> Out.text(ResponseForm.FORMATS.word(format)))
                .optional("status", template.status(), Value::number)
                .done();
    }
}
