package dev.sluice.json.internal.flow;

import dev.sluice.flow.ListCheck;
import dev.sluice.json.internal.part.WindowForm;
import dev.sluice.json.internal.tree.Members;
import dev.sluice.json.internal.tree.Node;
import dev.sluice.json.internal.tree.Out;
import dev.sluice.json.internal.tree.Vocabulary;
import dev.sluice.types.Obj;
import dev.sluice.types.Value;
import java.util.LinkedHashMap;
import java.util.Map;

/** The list checks of a flow, by their names. */
public final class ListCheckForm {
    public static final Vocabulary KEYS = Vocabulary.of("a list check", "value", "listName", "lookback");

    private ListCheckForm() {}

    static Map<String, ListCheck> readAll(Node node) {
        Map<String, ListCheck> checks = new LinkedHashMap<>();
        node.each((name, check) -> checks.put(name, read(check)));
        return checks;
    }

    private static ListCheck read(Node node) {
        Members members = node.members(KEYS);
        return new ListCheck(
                members.text("value"), members.text("listName"), members.orNull("lookback", WindowForm::read));
    }

    static Obj writeAll(Map<String, ListCheck> checks) {
        Map<String, Value> written = new LinkedHashMap<>();
        checks.forEach((name, check) -> written.put(name, write(check)));
        return Obj.of(written);
    }

    private static Obj write(ListCheck check) {
        return new Out()
                .text("value", check.value())
                .text("listName", check.listName())
                .optional("lookback", check.lookback(), WindowForm::write)
                .done();
    }
}
