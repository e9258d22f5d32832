package dev.sluice.inbound;

import static java.util.Objects.requireNonNull;

import dev.sluice.json.ValueJson;
import dev.sluice.types.Arr;
import dev.sluice.types.Bool;
import dev.sluice.types.Null;
import dev.sluice.types.Obj;
import dev.sluice.types.Text;
import dev.sluice.types.Value;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How the payload of a sender becomes the values of a lead, as data: JSON that says which member holds a list of names and
 * values, what names are called here, and where the credential and the mark of a test stand. Members that it does not
 * mention stay as they are, so nothing is lost. Immutable.
 */
public final class FieldMap {
    private static final Set<String> KEYS = Set.of("format", "list", "names", "members", "credential", "test");
    private static final Set<String> LIST_KEYS = Set.of("member", "name", "otherName", "value");

    /** Payloads whose {@code field_data} lists {@code name} and {@code values}: lead ads of social networks. */
    public static final FieldMap FIELD_DATA = shipped("field-data");

    /**
     * Payloads whose {@code user_column_data} lists {@code column_id} and {@code string_value}, with the credential in
     * {@code google_key}: lead forms of search ads.
     */
    public static final FieldMap USER_COLUMN_DATA = shipped("user-column-data");

    private final @Nullable Pairs list;
    private final Map<String, String> names;
    private final Map<String, String> members;
    private final @Nullable String credential;
    private final @Nullable String test;

    private FieldMap(Obj map) {
        known(map, KEYS);
        if (!map.get("format").text().equals("1")) {
            throw new IllegalArgumentException("a field map needs \"format\": 1");
        }
        this.list = map.get("list").isMissing() ? null : Pairs.of(object(map, "list"));
        this.names = texts(map, "names");
        this.members = texts(map, "members");
        this.credential = text(map, "credential");
        this.test = text(map, "test");
    }

    /**
     * Where names and values stand.
     *
     * @param member of the payload
     * @param name the member of an entry that holds the name
     * @param otherName the one that holds it when the first is blank; null for none
     * @param value the member of an entry that holds the value, or an array of values
     */
    private record Pairs(
            String member, String name, @Nullable String otherName, String value) {
        static Pairs of(Obj list) {
            known(list, LIST_KEYS);
            return new Pairs(
                    needed(list, "member"), needed(list, "name"), text(list, "otherName"), needed(list, "value"));
        }

        /** The name of an entry; null when it has none. */
        @Nullable String nameOf(Obj entry) {
            Value given = entry.get(name);
            if (given.isBlank() && otherName != null) {
                given = entry.get(otherName);
            }
            return given instanceof Text text && !text.isBlank() ? text.value() : null;
        }
    }

    /**
     * Reads a map from JSON.
     *
     * @throws IllegalArgumentException if it is not one; the message says what is wrong
     */
    public static FieldMap read(String json) {
        if (ValueJson.read(json) instanceof Obj map) {
            return new FieldMap(map);
        }
        throw new IllegalArgumentException("a field map is a JSON object");
    }

    private static FieldMap shipped(String name) {
        try (InputStream in = FieldMap.class.getResourceAsStream(name + ".json")) {
            return read(new String(requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The values of the lead in {@code payload}. */
    Obj fields(Obj payload) {
        Map<String, List<Value>> fields = new LinkedHashMap<>();
        payload.members().forEach((member, value) -> {
            if (list != null && member.equals(list.member()) && value instanceof Arr entries) {
                entries(list, entries, fields);
            } else if (!member.equals(credential) && !member.equals(test)) {
                add(fields, members.getOrDefault(member, member), value);
            }
        });
        Map<String, Value> lead = new LinkedHashMap<>();
        fields.forEach((name, values) -> lead.put(name, values.size() == 1 ? values.get(0) : Arr.of(values)));
        return Obj.of(lead);
    }

    private void entries(Pairs pairs, Arr entries, Map<String, List<Value>> fields) {
        for (Value entry : entries.values()) {
            String name = entry instanceof Obj obj ? pairs.nameOf(obj) : null;
            if (name == null) {
                add(fields, pairs.member(), entry);
            } else {
                add(fields, names.getOrDefault(name, name), entry.part(pairs.value()));
            }
        }
    }

    private static void add(Map<String, List<Value>> fields, String name, Value value) {
        List<Value> values = fields.computeIfAbsent(name, none -> new ArrayList<>(1));
        if (value instanceof Arr arr) {
            values.addAll(arr.values());
        } else if (!value.isMissing()) {
            values.add(value);
        }
        if (values.isEmpty()) {
            fields.remove(name);
        }
    }

    /** What the sender proves itself by; empty when the payload does not say. */
    Optional<String> credential(Obj payload) {
        Value given = credential == null ? Null.NULL : payload.get(credential);
        return given.isBlank() ? Optional.empty() : Optional.of(given.text());
    }

    /** Whether the payload is marked as a test. */
    boolean isTest(Obj payload) {
        Value given = test == null ? Null.NULL : payload.get(test);
        return given == Bool.TRUE || given.text().equalsIgnoreCase("true");
    }

    private static void known(Obj map, Set<String> keys) {
        for (String key : map.members().keySet()) {
            if (!keys.contains(key)) {
                throw new IllegalArgumentException(
                        "a field map has no '" + key + "'; it may have " + new TreeSet<>(keys));
            }
        }
    }

    private static Obj object(Obj map, String key) {
        if (map.get(key) instanceof Obj obj) {
            return obj;
        }
        throw new IllegalArgumentException("'" + key + "' of a field map is an object");
    }

    private static Map<String, String> texts(Obj map, String key) {
        Map<String, String> texts = new LinkedHashMap<>();
        if (!map.get(key).isMissing()) {
            object(map, key).members().forEach((from, to) -> {
                if (!(to instanceof Text text) || text.isBlank()) {
                    throw new IllegalArgumentException("'" + key + "' of a field map gives names as text");
                }
                texts.put(from, text.value());
            });
        }
        return Map.copyOf(texts);
    }

    private static String needed(Obj map, String key) {
        String text = text(map, key);
        if (text == null) {
            throw new IllegalArgumentException("the list of a field map needs '" + key + "'");
        }
        return text;
    }

    private static @Nullable String text(Obj map, String key) {
        Value value = map.get(key);
        if (value.isMissing() || value instanceof Text text && !text.isBlank()) {
            return value.isMissing() ? null : value.text();
        }
        throw new IllegalArgumentException("'" + key + "' of a field map is a text");
    }
}
