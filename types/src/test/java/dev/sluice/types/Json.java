package dev.sluice.types;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** JSON of test resources as values, and values as JSON in the shape of the vectors. */
final class Json {
    private static final ObjectMapper MAPPER =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private static final Map<String, List<JsonNode>> LINES = new ConcurrentHashMap<>();

    private Json() {}

    /** The lines of {@code resource}, read once. */
    static Stream<JsonNode> lines(String resource) {
        return LINES.computeIfAbsent(resource, Json::readLines).stream();
    }

    private static List<JsonNode> readLines(String resource) {
        try (InputStream in = Json.class.getResourceAsStream(resource)) {
            String text = new String(Objects.requireNonNull(in, resource).readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().filter(line -> !line.isBlank()).map(Json::read).toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static JsonNode read(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static Value value(JsonNode node) {
        if (node == null || node.isMissingNode()) {
            return Missing.MISSING;
        }
        if (node.isObject()) {
            Map<String, Value> members = new LinkedHashMap<>();
            node.properties().forEach(member -> members.put(member.getKey(), value(member.getValue())));
            return Obj.of(members);
        }
        if (node.isArray()) {
            List<Value> elements = new ArrayList<>();
            node.forEach(element -> elements.add(value(element)));
            return Arr.of(elements);
        }
        return scalar(node);
    }

    private static Value scalar(JsonNode node) {
        if (node.isNumber()) {
            return Num.of(node.decimalValue());
        }
        if (node.isBoolean()) {
            return Value.bool(node.booleanValue());
        }
        return node.isNull() ? Null.NULL : new Text(node.textValue());
    }

    /** A value as vectors show it: a typed value as its normal form with all components beside it. */
    static JsonNode of(Value value) {
        if (value instanceof Typed typed) {
            return typed(typed);
        }
        if (value instanceof Obj obj) {
            ObjectNode node = MAPPER.createObjectNode();
            obj.members().forEach((name, member) -> node.set(name, of(member)));
            return node;
        }
        if (value instanceof Arr arr) {
            ArrayNode node = MAPPER.createArrayNode();
            arr.forEach(element -> node.add(of(element)));
            return node;
        }
        return MAPPER.valueToTree(plain(value));
    }

    private static ObjectNode typed(Typed typed) {
        ObjectNode node = MAPPER.createObjectNode();
        node.set("value", of(typed.normal()));
        node.set("raw", of(typed.raw()));
        node.put("valid", typed.valid());
        for (int i = 0; i < typed.parts().size(); i++) {
            if (!typed.component(i).isMissing()) {
                node.set(typed.parts().name(i), of(typed.component(i)));
            }
        }
        return node;
    }

    private static Object plain(Value value) {
        return value instanceof Moment moment ? moment.text() : value.toJava();
    }

    /** Whether {@code actual} has everything that {@code expected} has; null and absent are the same, numbers compare as doubles. */
    static boolean covers(JsonNode actual, JsonNode expected) {
        if (expected.isNull()) {
            return actual == null || actual.isNull();
        }
        if (actual == null) {
            return false;
        }
        if (expected.isNumber()) {
            return actual.isNumber() && sameNumber(actual.decimalValue(), expected.decimalValue());
        }
        if (expected.isObject()) {
            return actual.isObject()
                    && expected.properties().stream()
                            .allMatch(member -> covers(actual.get(member.getKey()), member.getValue()));
        }
        if (expected.isArray()) {
            return actual.size() == expected.size()
                    && IntStream.range(0, expected.size()).allMatch(i -> covers(actual.get(i), expected.get(i)));
        }
        return actual.equals(expected);
    }

    private static boolean sameNumber(BigDecimal one, BigDecimal other) {
        return one.doubleValue() == other.doubleValue();
    }
}
