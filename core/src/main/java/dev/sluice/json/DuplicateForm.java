package dev.sluice.json;

import dev.sluice.flow.DuplicateCheck;
import dev.sluice.flow.TimeUnit;
import dev.sluice.flow.Window;
import dev.sluice.types.Obj;
import dev.sluice.types.Value;
import java.util.List;

/** The check for repeated leads; thirty days within the flow unless it says otherwise. */
final class DuplicateForm {
    static final Vocabulary KEYS = Vocabulary.of("a duplicate check", "fields", "window", "scope", "reason");
    static final Words<DuplicateCheck.Scope> SCOPES = Words.<DuplicateCheck.Scope>of("scope", "unknown_word")
            .with(DuplicateCheck.Scope.FLOW, "flow")
            .with(DuplicateCheck.Scope.ACCOUNT, "account");

    private static final Window MONTH = new Window(30, TimeUnit.DAY);

    private DuplicateForm() {}

    static DuplicateCheck read(Node node) {
        Members members = node.members(KEYS);
        return new DuplicateCheck(
                members.need("fields", fields -> fields.list(Node::text), List.of()),
                members.or("window", WindowForm::read, MONTH),
                members.or("scope", scope -> scope.word(SCOPES, DuplicateCheck.Scope.FLOW), DuplicateCheck.Scope.FLOW),
                members.textOrNull("reason"));
    }

    static Obj write(DuplicateCheck check) {
        return new Out()
                .put("fields", Out.array(check.fields(), Value::text))
                .unless(MONTH, "window", check.window(), WindowForm::write)
                .unless(DuplicateCheck.Scope.FLOW, "scope", check.scope(), scope -> Out.text(SCOPES.word(scope)))
                .text("reason", check.reason())
                .done();
    }
}
