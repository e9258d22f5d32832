package dev.sluice.json.internal.flow;

import dev.sluice.flow.FieldOverride;
import dev.sluice.json.internal.tree.Members;
import dev.sluice.json.internal.tree.Node;
import dev.sluice.json.internal.tree.Out;
import dev.sluice.json.internal.tree.Vocabulary;
import dev.sluice.types.Obj;
import dev.sluice.types.Value;

/** What is different about a field for one source. */
public final class FieldOverrideForm {
    public static final Vocabulary KEYS = Vocabulary.of(
                    "a field override", "field", "required", "names", "defaultValue")
            .alias("default", "defaultValue");

    private FieldOverrideForm() {}

    static FieldOverride read(Node node) {
        Members members = node.members(KEYS);
        return new FieldOverride(
                members.text("field"),
                members.orNull("required", Node::flag),
                members.list("names", Node::text),
                members.value("defaultValue"));
    }

    static Obj write(FieldOverride override) {
        return new Out()
                .text("field", override.field())
                .optional("required", override.required(), Value::bool)
                .list("names", override.names(), Value::text)
                .put("defaultValue", override.defaultValue())
                .done();
    }
}
