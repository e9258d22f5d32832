package dev.sluice.json.internal.part;

import dev.sluice.delivery.Outcome;
import dev.sluice.flow.AcceptanceCriteria;
import dev.sluice.json.internal.tree.Members;
import dev.sluice.json.internal.tree.Node;
import dev.sluice.json.internal.tree.Out;
import dev.sluice.json.internal.tree.Vocabulary;
import dev.sluice.json.internal.tree.Words;
import dev.sluice.types.Obj;

/** Acceptance criteria of a flow or a source. */
public final class AcceptanceForm {
    public static final Vocabulary KEYS =
            Vocabulary.of("an acceptance criteria object", "ruleSet", "outcome", "reason");
    public static final Words<Outcome> OUTCOMES = Words.<Outcome>of("outcome of a lead", "unknown_word")
            .with(Outcome.SUCCESS, "success")
            .with(Outcome.FAILURE, "failure")
            .with(Outcome.ERROR, "error");

    private AcceptanceForm() {}

    public static AcceptanceCriteria read(Members owner) {
        return owner.or("acceptanceCriteria", AcceptanceForm::read, AcceptanceCriteria.ALL);
    }

    private static AcceptanceCriteria read(Node node) {
        Members members = node.members(KEYS);
        return new AcceptanceCriteria(
                ConditionForm.readSet(members),
                members.or("outcome", AcceptanceForm::outcome, Outcome.FAILURE),
                members.textOrNull("reason"));
    }

    public static Outcome outcome(Node node) {
        return node.word(OUTCOMES, Outcome.FAILURE);
    }

    public static Obj write(AcceptanceCriteria criteria) {
        return new Out()
                .unless(Outcome.FAILURE, "outcome", criteria.outcome(), outcome -> Out.text(OUTCOMES.word(outcome)))
                .text("reason", criteria.reason())
                .optional("ruleSet", criteria.ruleSet(), ConditionForm::write)
                .done();
    }
}
