package dev.sluice.rules;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.types.Value;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Test data as JSON: lines of a resource, values, conditions in the format of definitions. */
final class Json {
    private static final ObjectMapper MAPPER =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private Json() {}

    static List<JsonNode> lines(String resource) {
        List<JsonNode> lines = new ArrayList<>();
        try (InputStream in = Objects.requireNonNull(Json.class.getResourceAsStream(resource), resource);
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.add(MAPPER.readTree(line));
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return lines;
    }

    static String text(String resource) {
        try (InputStream in = Objects.requireNonNull(Json.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static JsonNode read(String json) {
        try {
            return MAPPER.readTree(json.replace('\'', '"'));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static Value value(JsonNode node) {
        if (node.isObject()) {
            Map<String, Value> members = new LinkedHashMap<>();
            node.properties().forEach(member -> members.put(member.getKey(), value(member.getValue())));
            return Value.object(members);
        }
        if (node.isArray()) {
            List<Value> elements = new ArrayList<>();
            node.forEach(element -> elements.add(value(element)));
            return Value.list(elements);
        }
        if (node.isNumber()) {
            return Value.number(node.decimalValue());
        }
        if (node.isBoolean()) {
            return Value.bool(node.booleanValue());
        }
        return node.isNull() ? Value.text(null) : Value.text(node.asText());
    }

    static Condition condition(JsonNode node) {
        if (node.has("expression")) {
            return new Expression(node.get("expression").asText());
        }
        if (node.has("rules")) {
            return set(node);
        }
        Value right = node.has("rhv") ? value(node.get("rhv")) : Value.missing();
        RuleSet attached = node.has("ruleSet") ? set(node.get("ruleSet")) : null;
        String reason = node.has("reason") ? node.get("reason").asText() : null;
        return new Rule(node.get("lhv").asText(), node.get("op").asText(), right, attached, null, reason);
    }

    private static RuleSet set(JsonNode node) {
        List<Condition> rules = new ArrayList<>();
        node.get("rules").forEach(rule -> rules.add(condition(rule)));
        RuleSet.Op op = node.path("op").asText("and").equals("or") ? RuleSet.Op.OR : RuleSet.Op.AND;
        return new RuleSet(
                op, rules, node.path("not").asBoolean(), node.path("strict").asBoolean(true), null, null);
    }
}
