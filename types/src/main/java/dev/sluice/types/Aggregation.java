package dev.sluice.types;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What of a lead's values may enter statistics: what a typed value says about a group of leads, never what identifies a
 * person. Numbers and yes or no as they are; of a phone its area, of an email its domain; of an invalid value, an address,
 * a social security number, a credential or a date of birth nothing.
 */
public final class Aggregation {
    private static final String ALL_BELOW = ".*";

    private Aggregation() {}

    /**
     * The part of {@code fields} that may be counted.
     *
     * @param fields an object of values, typed where a type parsed them
     * @param types dotted paths into it, each with the name of a type; {@code wildcard} with a path that ends in
     *     {@code .*} takes the object before it as it is
     * @return a new object with what there is to count at the same paths
     */
    public static Obj of(Obj fields, Map<String, String> types) {
        Obj counted = Obj.EMPTY;
        for (Map.Entry<String, String> field : types.entrySet()) {
            boolean wildcard =
                    field.getValue().equals("wildcard") && field.getKey().endsWith(ALL_BELOW);
            String path = wildcard
                    ? field.getKey().substring(0, field.getKey().length() - ALL_BELOW.length())
                    : field.getKey();
            Value value = at(fields, path);
            counted = put(counted, path, wildcard ? value : counted(value));
        }
        return counted;
    }

    private static Value at(Obj fields, String path) {
        Value value = fields;
        for (String name : path.split("\\.", -1)) {
            value = value.part(name);
        }
        return value;
    }

    private static Obj put(Obj target, String path, Value value) {
        if (value.isMissing()) {
            return target;
        }
        int dot = path.indexOf('.');
        if (dot < 0) {
            return target.with(path, value);
        }
        String name = path.substring(0, dot);
        Obj inner = target.get(name) instanceof Obj obj ? obj : Obj.EMPTY;
        return target.with(name, put(inner, path.substring(dot + 1), value));
    }

    /** What of one value may be counted; missing when nothing may. */
    static Value counted(Value value) {
        if (!(value instanceof Typed typed)) {
            return value;
        }
        String type = typed.type().name();
        if (type.equals("state") || typed.parts().size() == 0 && typed.valid()) {
            return typed.normal();
        }
        return switch (type) {
            case "boolean", "number", "date", "time" -> typed.valid() ? typed.normal() : Missing.MISSING;
            case "range" -> parts(typed, "normal", "min", "max", "avg", "mid");
            case "phone" ->
                parts(typed, "type", "country_code", "country_calling_code", "area", "exchange", "is_tollfree");
            case "email" -> parts(typed, "domain", "host", "tld");
            case "postal_code" ->
                parts(typed, "normal", "country_code", "code", "zip", "fsa", "ldu", "district", "outcode", "incode");
            case "ssn", "street", "credential", "dob" -> Missing.MISSING;
            default -> whole(typed);
        };
    }

    private static Value parts(Typed typed, String... names) {
        if (!typed.valid()) {
            return Missing.MISSING;
        }
        Map<String, Value> parts = new LinkedHashMap<>();
        for (String name : names) {
            parts.put(name, typed.part(name));
        }
        return Obj.of(parts);
    }

    /** A value of another type with all its parts. */
    private static Obj whole(Typed typed) {
        Map<String, Value> parts = new LinkedHashMap<>();
        parts.put("normal", typed.normal());
        parts.put("raw", typed.raw());
        parts.put("valid", Value.bool(typed.valid()));
        for (int i = 0; i < typed.parts().size(); i++) {
            parts.put(typed.parts().name(i), typed.component(i));
        }
        return Obj.of(parts);
    }
}
