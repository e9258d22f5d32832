package dev.sluice.json.internal.step;

import dev.sluice.flow.ListStep;
import dev.sluice.flow.ListStep.Operation;
import dev.sluice.json.internal.part.ConditionForm;
import dev.sluice.json.internal.part.WindowForm;
import dev.sluice.json.internal.tree.Members;
import dev.sluice.json.internal.tree.Node;
import dev.sluice.json.internal.tree.Out;
import dev.sluice.json.internal.tree.Vocabulary;
import dev.sluice.json.internal.tree.Words;
import dev.sluice.types.Arr;
import dev.sluice.types.Obj;
import dev.sluice.types.Value;
import java.util.List;

/** A step that asks or changes a list. A single value stands for the list of it alone. */
public final class ListForm {
    public static final Vocabulary KEYS = Vocabulary.of(
            "a list step",
            "id",
            "type",
            "name",
            "enabled",
            "ruleSet",
            "executeWhen",
            "skipWhen",
            "operation",
            "value",
            "listName",
            "lookback",
            "key");
    static final Words<Operation> OPERATIONS = Words.<Operation>of("operation", "unknown_word")
            .with(Operation.QUERY, "query")
            .with(Operation.ADD, "add")
            .with(Operation.DELETE, "delete")
            .with(Operation.UNIQUE, "isUnique");

    private ListForm() {}

    static ListStep read(Node node) {
        Members members = node.members(KEYS);
        Operation operation =
                members.need("operation", what -> what.word(OPERATIONS, Operation.QUERY), Operation.QUERY);
        return new ListStep(
                members.text("id"),
                members.textOrNull("name"),
                members.flag("enabled", true),
                CriteriaForm.read(members),
                operation,
                members.need("value", ListForm::values, List.of()),
                members.text("listName"),
                members.orNull("lookback", WindowForm::read),
                members.or("key", Node::text, operation.key()));
    }

    private static List<String> values(Node node) {
        return node.value() instanceof Arr ? node.list(Node::text) : List.of(node.text());
    }

    static Obj write(ListStep step) {
        return StepForm.head(step)
                .optional("ruleSet", step.ruleSet(), ConditionForm::write)
                .text("operation", OPERATIONS.word(step.operation()))
                .put("value", write(step.values()))
                .text("listName", step.listName())
                .optional("lookback", step.lookback(), WindowForm::write)
                .unless(step.operation().key(), "key", step.key(), Out::text)
                .done();
    }

    private static Value write(List<String> values) {
        return values.size() == 1 ? Out.text(values.get(0)) : Out.array(values, Out::text);
    }
}
