package dev.sluice.flow.diff;

import dev.sluice.types.Arr;
import dev.sluice.types.FieldTypes;
import dev.sluice.types.Obj;
import dev.sluice.types.Pii;
import dev.sluice.types.Text;
import dev.sluice.types.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What may be shown of definitions. */
final class Secrecy {
    static final Value HIDDEN = Value.text("(hidden)");
    private static final List<String> TELLING = List.of(
            "password",
            "passwd",
            "passphrase",
            "secret",
            "token",
            "apikey",
            "authorization",
            "credential",
            "privatekey",
            "signature");
    private static final FieldTypes STANDARD = FieldTypes.standard();

    /** Fields that are secret in one of the definitions. */
    private final Set<String> fields = new HashSet<>();

    Secrecy(Obj before, Obj after) {
        collect(before);
        collect(after);
    }

    private void collect(Obj definition) {
        collectFields(definition);
        if (definition.get("sources") instanceof Arr sources) {
            sources.forEach(this::collectFields);
        }
    }

    private void collectFields(Value owner) {
        if (owner.part("fields") instanceof Arr all) {
            all.values().stream()
                    .filter(Secrecy::isSecret)
                    .forEach(field -> fields.add(field.part("id").text()));
        }
    }

    private static boolean isSecret(Value field) {
        return field.part("pii").text().equals("secret")
                || STANDARD.named(field.part("type").text())
                        .filter(type -> type.pii() == Pii.SECRET)
                        .isPresent();
    }

    Value masked(Value value) {
        if (value instanceof Arr arr) {
            List<Value> elements = new ArrayList<>(arr.size());
            arr.forEach(element -> elements.add(masked(element)));
            return Arr.of(elements);
        }
        return value instanceof Obj obj ? masked(obj) : value;
    }

    private Value masked(Obj obj) {
        boolean isSecret = concernsSecret(obj);
        Map<String, Value> members = new LinkedHashMap<>();
        obj.members()
                .forEach((name, value) -> members.put(
                        name, isHidden(name, value) || (isSecret && holdsValue(name)) ? HIDDEN : masked(value)));
        return Obj.of(members);
    }

    private static boolean isHidden(String name, Value value) {
        if (name.equals("keyHashes") && value instanceof Arr hashes) {
            return hashes.size() > 0;
        }
        return isTelling(name) && !value.isAbsent() && !isReference(value);
    }

    private static boolean isTelling(String name) {
        String plain = name.toLowerCase(Locale.ROOT).replaceAll("[-_ .]", "");
        return TELLING.stream().anyMatch(plain::contains);
    }

    /** Whether it only names where the secret is kept. */
    private static boolean isReference(Value value) {
        return value instanceof Text text && text.value().matches("\\{\\{[\\w.]+}}");
    }

    /** Whether it is a field, an override, a mapping or a rule about a secret. */
    private boolean concernsSecret(Obj obj) {
        String property = obj.get("property").text();
        String read = obj.get("lhv").text();
        return isSecret(obj)
                || fields.contains(obj.get("id").text()) && !obj.get("type").isAbsent()
                || fields.contains(obj.get("field").text())
                || fields.contains(property)
                || isTelling(property) && !isReference(obj.get("value"))
                || fields.stream().anyMatch(field -> reads(read, field));
    }

    private static boolean reads(String read, String field) {
        String path = read.startsWith("lead.") ? read.substring("lead.".length()) : read;
        return path.equals(field) || path.startsWith(field + ".");
    }

    private static boolean holdsValue(String name) {
        return Set.of("value", "default", "defaultValue", "rhv").contains(name);
    }
}
