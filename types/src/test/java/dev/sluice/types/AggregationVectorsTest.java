package dev.sluice.types;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The observed cases of what may be counted. */
class AggregationVectorsTest {
    /** Dates of birth and credentials identify a person; they are not counted here. */
    private static final Set<String> NEVER_COUNTED = Set.of("dob", "credential");

    @TestFactory
    Stream<DynamicTest> every_open_vector_comes_out_equal() {
        return Json.lines("/vectors/aggregate-open.jsonl")
                .map(vector -> DynamicTest.dynamicTest(
                        vector.get("fields") + " by " + vector.get("field_types"), () -> verify(vector)));
    }

    private static void verify(JsonNode vector) {
        Map<String, String> types = new LinkedHashMap<>();
        vector.get("field_types")
                .properties()
                .forEach(type -> types.put(type.getKey(), type.getValue().textValue()));

        JsonNode counted = Json.of(Aggregation.of(fields(vector), types));

        boolean refused = types.values().stream().anyMatch(NEVER_COUNTED::contains);
        JsonNode expected = refused ? Json.read("{}") : vector.get("expect");
        assertThat(Json.covers(counted, expected) && counted.size() == expected.size())
                .as("%s", counted)
                .isTrue();
    }

    private static Obj fields(JsonNode vector) {
        Obj fields = Obj.EMPTY;
        for (Map.Entry<String, JsonNode> field : vector.get("fields").properties()) {
            fields = put(fields, field.getKey(), value(field.getValue(), vector));
        }
        return fields;
    }

    private static Value value(JsonNode field, JsonNode vector) {
        if (field.has("literal")) {
            return Json.value(field.get("literal"));
        }
        FieldType type =
                FieldTypes.standard().named(field.get("type").textValue()).orElseThrow();
        return type.read(Json.value(field.get("input")), Vector.parsing(vector));
    }

    private static Obj put(Obj target, String path, Value value) {
        int dot = path.indexOf('.');
        if (dot < 0) {
            return target.with(path, value);
        }
        String name = path.substring(0, dot);
        Obj inner = target.get(name) instanceof Obj obj ? obj : Obj.EMPTY;
        return target.with(name, put(inner, path.substring(dot + 1), value));
    }
}
