package dev.sluice.types;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One line of a vector file, run. */
final class Vector {
    private static final Instant NOW = Instant.parse("2024-05-15T16:20:30Z");

    private Vector() {}

    static JsonNode parse(JsonNode vector) {
        Value value = typed(vector);
        return value instanceof Typed ? Json.of(value) : Json.of(Obj.of(Map.of("value", value)));
    }

    static Value typed(JsonNode vector) {
        FieldTypes types = types(vector);
        Value input = Json.value(vector.get("input"));
        if (vector.path("input_kind").asText().equals("instant")) {
            input = Moment.of(Instant.parse(input.text()));
        }
        if (vector.has("pre")) {
            input = read(types, vector.get("pre").textValue(), input, vector);
        }
        return read(types, vector.get("type").textValue(), input, vector);
    }

    private static Value read(FieldTypes types, String type, Value input, JsonNode vector) {
        return types.named(type)
                .map(known -> known.read(input, parsing(vector)))
                .orElse(input);
    }

    static Parsing parsing(JsonNode vector) {
        Instant now = vector.has("now") ? Instant.parse(vector.get("now").textValue()) : NOW;
        return Parsing.at(new At(now, ZoneId.of(vector.path("tz").asText("UTC"))));
    }

    private static FieldTypes types(JsonNode vector) {
        FieldTypes types = FieldTypes.standard();
        return vector.has("decoder")
                ? types.withCertificates(decoder(vector.get("decoder")), environments(vector))
                : types;
    }

    private static Set<CertificateEnvironment> environments(JsonNode vector) {
        String declared = vector.path("env").asText("").toUpperCase(Locale.ROOT);
        return declared.isEmpty()
                ? EnumSet.allOf(CertificateEnvironment.class)
                : EnumSet.of(CertificateEnvironment.valueOf(declared));
    }

    private static CertificateDecoder decoder(JsonNode answers) {
        Map<String, CertificateDecoder.Certificate> known = new LinkedHashMap<>();
        answers.properties().forEach(answer -> {
            if (answer.getValue().isObject()) {
                known.put(answer.getKey(), certificate(answer.getValue()));
            }
        });
        return id -> Optional.ofNullable(known.get(id));
    }

    private static CertificateDecoder.Certificate certificate(JsonNode answer) {
        return new CertificateDecoder.Certificate(
                Optional.ofNullable(answer.get("type").textValue())
                        .map(type -> CertificateDecoder.Type.valueOf(type.toUpperCase(Locale.ROOT))),
                Optional.ofNullable(answer.get("created_at").textValue()).map(Instant::parse));
    }
}
