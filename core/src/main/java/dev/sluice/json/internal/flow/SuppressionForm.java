package dev.sluice.json.internal.flow;

import dev.sluice.flow.Suppression;
import dev.sluice.json.internal.part.WindowForm;
import dev.sluice.json.internal.tree.Members;
import dev.sluice.json.internal.tree.Node;
import dev.sluice.json.internal.tree.Out;
import dev.sluice.json.internal.tree.Vocabulary;
import dev.sluice.types.Obj;

/** A list that refuses leads. */
public final class SuppressionForm {
    public static final Vocabulary KEYS = Vocabulary.of("a suppression", "value", "listName", "lookback", "reason");

    private SuppressionForm() {}

    static Suppression read(Node node) {
        Members members = node.members(KEYS);
        return new Suppression(
                members.text("value"),
                members.text("listName"),
                members.orNull("lookback", WindowForm::read),
                members.textOrNull("reason"));
    }

    static Obj write(Suppression suppression) {
        return new Out()
                .text("value", suppression.value())
                .text("listName", suppression.listName())
                .optional("lookback", suppression.lookback(), WindowForm::write)
                .text("reason", suppression.reason())
                .done();
    }
}
