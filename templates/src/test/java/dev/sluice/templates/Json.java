package dev.sluice.templates;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.types.Value;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Test data from JSON, and values as JSON. */
final class Json {
    private static final ObjectMapper MAPPER =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private static final Map<String, List<JsonNode>> LINES = new ConcurrentHashMap<>();

    private Json() {}

    /** The lines of {@code resource}, read once. */
    static List<JsonNode> lines(String resource) {
        return LINES.computeIfAbsent(resource, Json::readLines);
    }

    private static List<JsonNode> readLines(String resource) {
        return resource(resource)
                .lines()
                .filter(line -> !line.isBlank())
                .map(Json::read)
                .toList();
    }

    /** The cases of a file of the Mustache specification, read once. */
    static List<JsonNode> tests(String resource) {
        return LINES.computeIfAbsent(resource, Json::readTests);
    }

    private static List<JsonNode> readTests(String resource) {
        List<JsonNode> tests = new ArrayList<>();
        read(resource(resource)).get("tests").forEach(tests::add);
        return tests;
    }

    static String resource(String resource) {
        try (InputStream in = Json.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode read(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Value value(JsonNode node) {
        return Value.of(MAPPER.convertValue(node, Object.class));
    }

    /** Values that are equal have the same text here, however their numbers were written. */
    static String text(Value value) {
        return Value.list(List.of(value)).text();
    }
}
