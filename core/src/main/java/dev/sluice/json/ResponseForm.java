package dev.sluice.json;

import dev.sluice.flow.ResponseDefinition;
import dev.sluice.types.Obj;
import dev.sluice.types.Value;

/** What the source is told. */
final class ResponseForm {
    static final Vocabulary KEYS = Vocabulary.of("a response", "fields");

    private ResponseForm() {}

    static ResponseDefinition read(Node node) {
        Members members = node.members(KEYS);
        return new ResponseDefinition(
                members.or("fields", fields -> fields.list(Node::text), ResponseDefinition.STANDARD.fields()));
    }

    static Obj write(ResponseDefinition response) {
        return new Out()
                .put("fields", Out.array(response.fields(), Value::text))
                .done();
    }
}
