package dev.sluice.json;

import dev.sluice.flow.MappingDefinition;
import dev.sluice.types.Arr;
import dev.sluice.types.Missing;
import dev.sluice.types.Null;
import dev.sluice.types.Obj;
import dev.sluice.types.Value;

/** A mapping. Its value may be null, which is a value and not an absence. */
final class MappingForm {
    static final Vocabulary KEYS = Vocabulary.of("a mapping", "property", "value", "ruleSet");

    private MappingForm() {}

    static MappingDefinition read(Node node) {
        Members members = node.members(KEYS);
        return new MappingDefinition(members.text("property"), value(members), ConditionForm.readSet(members));
    }

    private static Value value(Members members) {
        Value value = members.value("value");
        if (value instanceof Null) {
            return value;
        }
        return members.need("value", MappingForm::plain, Null.NULL);
    }

    private static Value plain(Node node) {
        if (holdsObject(node.value())) {
            node.expected("a template, a number, true, false, null, or an array of them");
            return Null.NULL;
        }
        return node.value();
    }

    private static boolean holdsObject(Value value) {
        return value instanceof Obj
                || value instanceof Arr arr && arr.values().stream().anyMatch(MappingForm::holdsObject);
    }

    static Obj write(MappingDefinition mapping) {
        return new Out()
                .text("property", mapping.property())
                .put("value", mapping.value() instanceof Missing ? Null.NULL : mapping.value())
                .optional("ruleSet", mapping.ruleSet(), ConditionForm::write)
                .done();
    }
}
