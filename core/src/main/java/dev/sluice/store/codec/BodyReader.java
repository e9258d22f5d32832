package dev.sluice.store.codec;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import dev.sluice.types.Arr;
import dev.sluice.types.FieldType;
import dev.sluice.types.Obj;
import dev.sluice.types.Section;
import dev.sluice.types.Text;
import dev.sluice.types.Value;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads the parts of an event that are JSON. Members that it does not know are kept as facts. */
final class BodyReader {
    /** What was written is read, however long: the limits of intake have been applied before. */
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(ValueWriter.MAX_DEPTH * 4)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .build())
            .build();

    /** What {@link EventWriter} writes behind the exact columns. */
    private static final Set<String> BEHIND_EXACT = Set.of("next", "full", "set", "gone", "facts", "input");

    private final JsonParser json;
    private final ValueReader values;

    private BodyReader(JsonParser json, Function<String, Optional<FieldType>> types) {
        this.json = json;
        this.values = new ValueReader(json, types);
    }

    static Body clear(byte[] bytes, Function<String, Optional<FieldType>> types) throws IOException {
        Body body = new Body();
        if (bytes.length > 0) {
            try (JsonParser json = JSON.createParser(bytes)) {
                new BodyReader(json, types).readInto(body);
            }
        }
        return body;
    }

    /** Only what stands beside the snapshot and the input: exact columns and facts. */
    static Body facts(byte[] bytes, Function<String, Optional<FieldType>> types) throws IOException {
        Body body = new Body();
        if (bytes.length > 0) {
            try (JsonParser json = JSON.createParser(bytes)) {
                new BodyReader(json, types).readFactsInto(body);
            }
        }
        return body;
    }

    /** Only the exact columns, which are written before anything large. */
    static Body exact(byte[] bytes, Function<String, Optional<FieldType>> types) throws IOException {
        Body body = new Body();
        try (JsonParser json = JSON.createParser(bytes)) {
            new BodyReader(json, types).readExactInto(body);
        }
        return body;
    }

    private void readExactInto(Body body) throws IOException {
        json.nextToken();
        while (json.nextToken() == JsonToken.FIELD_NAME && !BEHIND_EXACT.contains(json.currentName())) {
            String name = json.currentName();
            json.nextToken();
            if (name.equals("exact")) {
                values.members().forEach((column, text) -> body.exact.put(column, text.text()));
                return;
            }
            json.skipChildren();
        }
    }

    private void readFactsInto(Body body) throws IOException {
        json.nextToken();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            switch (name) {
                case "exact" -> values.members().forEach((column, text) -> body.exact.put(column, text.text()));
                case "facts" -> body.facts = body.facts.merge(Obj.of(values.members()));
                default -> json.skipChildren();
            }
        }
    }

    /** Whether an event with this clear part is stored in full; reads no further than it needs to. */
    static boolean isFull(byte[] bytes) {
        if (bytes.length == 0) {
            return false;
        }
        try (JsonParser json = JSON.createParser(bytes)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                if (name.equals("full") || name.equals("set")) {
                    return name.equals("full");
                }
                json.nextToken();
                json.skipChildren();
            }
            return false;
        } catch (IOException broken) {
            return false;
        }
    }

    /** Reads what was sealed into a body whose clear part was read before. */
    static void sealedInto(Body body, byte[] bytes, Function<String, Optional<FieldType>> types) throws IOException {
        try (JsonParser json = JSON.createParser(bytes)) {
            new BodyReader(json, types).readInto(body);
        }
    }

    static Obj detail(byte[] bytes, Function<String, Optional<FieldType>> types) throws IOException {
        if (bytes.length == 0) {
            return Obj.EMPTY;
        }
        try (JsonParser json = JSON.createParser(bytes)) {
            json.nextToken();
            return new ValueReader(json, types).read() instanceof Obj obj ? obj : Obj.EMPTY;
        }
    }

    private void readInto(Body body) throws IOException {
        json.nextToken();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            switch (name) {
                case "flow_hash" -> body.flowHash = JsonBytes.unescaped(json.getText());
                case "engine" -> body.engine = JsonBytes.unescaped(json.getText());
                case "next" -> body.next = JsonBytes.unescaped(json.getText());
                case "full" -> body.full = json.getBooleanValue();
                case "exact" -> values.members().forEach((column, text) -> body.exact.put(column, text.text()));
                case "set" -> set(body);
                case "gone" -> gone(body);
                case "facts" -> body.facts = body.facts.merge(Obj.of(values.members()));
                case "input" -> body.input = input(body);
                default -> body.facts = body.facts.with(JsonBytes.unescaped(name), values.read());
            }
        }
    }

    private void set(Body body) throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            Map<String, Value> members = values.members();
            section(name)
                    .ifPresentOrElse(
                            section -> body.set
                                    .computeIfAbsent(section, none -> new LinkedHashMap<>())
                                    .putAll(members),
                            () -> keep(body, "set", name, Obj.of(members)));
        }
    }

    private void gone(Body body) throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            List<String> names = new ArrayList<>();
            json.nextToken();
            while (json.nextToken() != JsonToken.END_ARRAY) {
                names.add(JsonBytes.unescaped(json.getText()));
            }
            section(name)
                    .ifPresentOrElse(
                            section -> body.gone
                                    .computeIfAbsent(section, none -> new ArrayList<>())
                                    .addAll(names),
                            () -> keep(
                                    body,
                                    "gone",
                                    name,
                                    Arr.of(names.stream().<Value>map(Text::new).toList())));
        }
    }

    /** What changed in a section that only a newer version knows stands among the facts, as it was written. */
    private static void keep(Body body, String change, String section, Value value) {
        Obj others = body.facts.get(change) instanceof Obj known ? known : Obj.EMPTY;
        body.facts = body.facts.with(change, others.with(section, value));
    }

    private static Optional<Section> section(String word) {
        return word.equals(Section.VARS.path()) ? Optional.of(Section.VARS) : Section.of(word);
    }

    private Map<String, Value> input(Body body) throws IOException {
        Map<String, Value> known = body.input == null ? new LinkedHashMap<>() : body.input;
        known.putAll(values.members());
        return known;
    }
}
