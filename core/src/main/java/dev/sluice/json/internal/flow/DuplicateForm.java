package dev.sluice.json.internal.flow;

import dev.sluice.flow.DuplicateCheck;
import dev.sluice.flow.TimeUnit;
import dev.sluice.flow.Window;
import dev.sluice.json.internal.part.WindowForm;
import dev.sluice.json.internal.tree.Members;
import dev.sluice.json.internal.tree.Node;
import dev.sluice.json.internal.tree.Out;
import dev.sluice.json.internal.tree.Vocabulary;
import dev.sluice.json.internal.tree.Words;
import dev.sluice.types.Obj;
import dev.sluice.types.Value;
import java.util.List;

/** The check for repeated leads; thirty days within the flow unless it says otherwise. */
public final class DuplicateForm {
    public static final Vocabulary KEYS =
            Vocabulary.of("a duplicate check", "fields", "key", "window", "scope", "recordAt", "reason");
    static final Words<DuplicateCheck.Scope> SCOPES = Words.<DuplicateCheck.Scope>of("scope", "unknown_word")
            .with(DuplicateCheck.Scope.FLOW, "flow")
            .with(DuplicateCheck.Scope.ACCOUNT, "account");

    static final Words<DuplicateCheck.RecordAt> RECORDS = Words.<DuplicateCheck.RecordAt>of("moment", "unknown_word")
            .with(DuplicateCheck.RecordAt.ACCEPTANCE, "acceptance")
            .with(DuplicateCheck.RecordAt.SUBMISSION, "submission");

    private static final Window MONTH = new Window(30, TimeUnit.DAY);

    private DuplicateForm() {}

    static DuplicateCheck read(Node node) {
        Members members = node.members(KEYS);
        return new DuplicateCheck(
                members.has("key")
                        ? members.list("fields", Node::text)
                        : members.need("fields", fields -> fields.list(Node::text), List.of()),
                members.textOrNull("key"),
                members.or("window", WindowForm::read, MONTH),
                members.or("scope", scope -> scope.word(SCOPES, DuplicateCheck.Scope.FLOW), DuplicateCheck.Scope.FLOW),
                members.or("recordAt", DuplicateForm::recordAt, DuplicateCheck.RecordAt.ACCEPTANCE),
                members.textOrNull("reason"));
    }

    private static DuplicateCheck.RecordAt recordAt(Node node) {
        return node.word(RECORDS, DuplicateCheck.RecordAt.ACCEPTANCE);
    }

    static Obj write(DuplicateCheck check) {
        return new Out()
                .put("fields", Out.array(check.fields(), Value::text))
                .text("key", check.key())
                .unless(MONTH, "window", check.window(), WindowForm::write)
                .unless(DuplicateCheck.Scope.FLOW, "scope", check.scope(), scope -> Out.text(SCOPES.word(scope)))
                .unless(
                        DuplicateCheck.RecordAt.ACCEPTANCE,
                        "recordAt",
                        check.recordAt(),
                        which -> Out.text(RECORDS.word(which)))
                .text("reason", check.reason())
                .done();
    }
}
