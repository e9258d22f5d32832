package dev.sluice.json.internal.part;

import dev.sluice.flow.MappingDefinition;
import dev.sluice.flow.MappingValue;
import dev.sluice.json.internal.tree.Members;
import dev.sluice.json.internal.tree.Node;
import dev.sluice.json.internal.tree.Out;
import dev.sluice.json.internal.tree.Vocabulary;
import dev.sluice.types.Arr;
import dev.sluice.types.Missing;
import dev.sluice.types.Null;
import dev.sluice.types.Obj;
import dev.sluice.types.Value;
import java.util.List;

/** A mapping. Its value may be null, which is a value and not an absence. */
public final class MappingForm {
    public static final Vocabulary KEYS =
            Vocabulary.of("a mapping", "property", "value", "transform", "default", "ruleSet", "required");
    static final Vocabulary CHOICE = Vocabulary.of("a choice of values", "if", "then", "else");
    private static final MappingValue NOTHING = new MappingValue.Fixed(Value.missing());

    private MappingForm() {}

    public static MappingDefinition read(Node node) {
        Members members = node.members(KEYS);
        return new MappingDefinition(
                members.text("property"),
                value(members, "value"),
                members.or("transform", TransformForm::read, List.of()),
                fallback(members),
                ConditionForm.readSet(members),
                members.flag("required", false));
    }

    private static Value fallback(Members members) {
        return members.value("default") instanceof Null
                ? Null.NULL
                : members.or("default", MappingForm::plain, Value.missing());
    }

    private static MappingValue value(Members members, String key) {
        if (members.value(key) instanceof Null) {
            return new MappingValue.Fixed(Null.NULL);
        }
        return members.need(key, MappingForm::value, NOTHING);
    }

    private static MappingValue value(Node node) {
        return isChoice(node.value()) ? choice(node.members(CHOICE)) : new MappingValue.Fixed(plain(node));
    }

    private static boolean isChoice(Value value) {
        return value instanceof Obj obj
                && CHOICE.names().stream().anyMatch(key -> !obj.get(key).isMissing());
    }

    private static MappingValue choice(Members members) {
        return new MappingValue.Choice(
                members.need("if", ConditionForm::readSet, ConditionForm.NOTHING),
                value(members, "then"),
                members.value("else").isMissing() ? NOTHING : value(members, "else"));
    }

    private static Value plain(Node node) {
        if (holdsObject(node.value())) {
            node.expected("a template, a number, true, false, null, an array of them, or if, then and else");
            return Null.NULL;
        }
        return node.value();
    }

    private static boolean holdsObject(Value value) {
        return value instanceof Obj
                || value instanceof Arr arr && arr.values().stream().anyMatch(MappingForm::holdsObject);
    }

    public static Obj write(MappingDefinition mapping) {
        Out out = new Out().text("property", mapping.property()).put("value", write(mapping.value(), Null.NULL));
        if (!mapping.transforms().isEmpty()) {
            out.put("transform", TransformForm.write(mapping.transforms()));
        }
        return out.put("default", mapping.fallback())
                .optional("ruleSet", mapping.ruleSet(), ConditionForm::write)
                .flag("required", mapping.required(), false)
                .done();
    }

    private static Value write(MappingValue value, Value ifMissing) {
        if (value instanceof MappingValue.Choice choice) {
            return new Out()
                    .put("if", ConditionForm.write(choice.when()))
                    .put("then", write(choice.then(), Null.NULL))
                    .put("else", write(choice.otherwise(), Value.missing()))
                    .done();
        }
        Value fixed = ((MappingValue.Fixed) value).value();
        return fixed instanceof Missing ? ifMissing : fixed;
    }
}
