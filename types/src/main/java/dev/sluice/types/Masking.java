package dev.sluice.types;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Hides what must never be shown in a tree of values: typed values whose type {@linkplain FieldType#isMaskable() is
 * maskable}, and objects that carry {@code masked} themselves. Everything else comes through unchanged; for views that
 * hide every personal value see {@link MaskedView}.
 */
public final class Masking {
    private static final String MASKED = "masked";
    private static final String VALID = "valid";

    private Masking() {}

    /** {@code value} with everything hidden that is maskable, at any depth. An object with {@code masked} loses all its content. */
    public static Value of(Value value) {
        if (value instanceof Typed typed) {
            return typed.type().isMaskable() && !typed.masked() ? typed.type().mask(typed) : typed;
        }
        if (value instanceof Obj obj) {
            return obj.get(MASKED) instanceof Bool ? hidden(obj) : open(obj);
        }
        if (value instanceof Arr arr) {
            List<Value> elements = new ArrayList<>(arr.size());
            arr.forEach(element -> elements.add(of(element)));
            return Arr.of(elements);
        }
        return value;
    }

    private static Obj open(Obj obj) {
        Map<String, Value> members = new LinkedHashMap<>();
        obj.members().forEach((name, member) -> members.put(name, of(member)));
        return Obj.of(members);
    }

    private static Obj hidden(Obj obj) {
        Map<String, Value> members = new LinkedHashMap<>();
        obj.members().forEach((name, member) -> members.put(name, hidden(name, member)));
        return Obj.of(members);
    }

    private static Value hidden(String name, Value member) {
        if (name.equals(VALID)) {
            return member;
        }
        return name.equals(MASKED) ? Bool.TRUE : hidden(member);
    }

    private static Value hidden(Value value) {
        if (value instanceof Obj obj) {
            return hidden(obj);
        }
        if (value instanceof Arr arr) {
            List<Value> elements = new ArrayList<>(arr.size());
            arr.forEach(element -> elements.add(hidden(element)));
            return Arr.of(elements);
        }
        return value instanceof Typed typed ? typed.type().mask(typed) : stars(value);
    }

    /** {@code value} with one star for each of its characters, in every component; a component called masked becomes true. */
    static Typed stars(Typed value) {
        Value[] components = new Value[value.parts().size()];
        for (int i = 0; i < components.length; i++) {
            boolean mark = value.parts().name(i).equals(MASKED);
            components[i] = mark ? Bool.TRUE : stars(value.component(i));
        }
        return value.masked(stars(value.raw()), stars(value.normal()), components);
    }

    /** One star for each UTF-16 unit of a text but line breaks, and for each character of a number; one for a boolean. */
    static Value stars(Value value) {
        if (value.isAbsent()) {
            return value;
        }
        return new Text(value instanceof Bool ? "*" : stars(value.text()));
    }

    private static String stars(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            out.append(c == '\n' || c == '\r' ? c : '*');
        }
        return out.toString();
    }
}
