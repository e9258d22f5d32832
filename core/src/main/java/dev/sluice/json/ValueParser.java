package dev.sluice.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import dev.sluice.internal.names.Pointer;
import dev.sluice.types.Arr;
import dev.sluice.types.Null;
import dev.sluice.types.Num;
import dev.sluice.types.Obj;
import dev.sluice.types.Text;
import dev.sluice.types.Value;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads one text strictly: numbers stay decimal, nothing may follow the value, names stand once, all sizes are bounded.
 * Names are not kept in a table that a sender could fill.
 */
final class ValueParser {
    private static final Map<JsonLimits, JsonFactory> FACTORIES = Map.of(
            JsonLimits.definition(), factory(JsonLimits.definition()), JsonLimits.lead(), factory(JsonLimits.lead()));

    private final JsonParser parser;
    private final JsonLimits limits;
    private final DuplicateNames duplicates;

    private ValueParser(JsonParser parser, JsonLimits limits, DuplicateNames duplicates) {
        this.parser = parser;
        this.limits = limits;
        this.duplicates = duplicates;
    }

    static Value read(String text, JsonLimits limits, DuplicateNames duplicates) {
        if (text.length() > limits.document()) {
            throw new InvalidJsonException(
                    "json_limit", "the text is longer than " + limits.document() + " characters", 1, 1);
        }
        String json = text.startsWith("\ufeff") ? text.substring(1) : text;
        JsonFactory known = FACTORIES.get(limits);
        JsonFactory factory = known == null ? factory(limits) : known;
        try (JsonParser parser = factory.createParser(json)) {
            return new ValueParser(parser, limits, duplicates).document();
        } catch (StreamReadException e) {
            throw at(e.getLocation(), "json_syntax", SyntaxFault.of(e.getOriginalMessage()));
        } catch (StreamConstraintsException e) {
            throw at(e.getLocation(), "json_limit", "there is more nesting, text or data here than is read");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonFactory factory(JsonLimits limits) {
        return JsonFactory.builder()
                .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(limits.depth())
                        .maxStringLength(limits.text())
                        .maxNameLength(limits.name())
                        .maxNumberLength(limits.digits())
                        .maxTokenCount(limits.tokens())
                        .maxDocumentLength(limits.document())
                        .build())
                .build();
    }

    private static InvalidJsonException at(@Nullable JsonLocation place, String code, String fault) {
        return place == null
                ? new InvalidJsonException(code, fault, 1, 1)
                : new InvalidJsonException(
                        code, fault, Math.max(1, place.getLineNr()), Math.max(1, place.getColumnNr()));
    }

    private InvalidJsonException limit(String fault) {
        return at(parser.currentTokenLocation(), "json_limit", fault);
    }

    private Value document() throws IOException {
        if (parser.nextToken() == null) {
            throw at(parser.currentLocation(), "json_syntax", "the text is empty");
        }
        Value value = value("");
        if (parser.nextToken() != null) {
            throw at(parser.currentTokenLocation(), "json_syntax", "there is more text after the end of the value");
        }
        return value;
    }

    private Value value(String pointer) throws IOException {
        JsonToken token = parser.currentToken();
        return switch (token) {
            case START_OBJECT -> object(pointer);
            case START_ARRAY -> array(pointer);
            case VALUE_STRING -> new Text(bounded(parser.getText(), limits.text(), "text"));
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number();
            case VALUE_TRUE -> Value.bool(true);
            case VALUE_FALSE -> Value.bool(false);
            case VALUE_NULL -> Null.NULL;
            default -> throw at(parser.currentTokenLocation(), "json_syntax", "a value is missing");
        };
    }

    private Value object(String pointer) throws IOException {
        Map<String, Value> members = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = bounded(parser.currentName(), limits.name(), "name");
            JsonLocation place = parser.currentTokenLocation();
            String inside = Pointer.below(pointer, name);
            parser.nextToken();
            Value value = value(inside);
            if (members.putIfAbsent(name, value) != null) {
                duplicates.found(inside, place.getLineNr(), place.getColumnNr());
            } else if (members.size() > limits.members()) {
                throw limit("an object has more than " + limits.members() + " members");
            }
        }
        return Obj.of(members);
    }

    private Value array(String pointer) throws IOException {
        List<Value> elements = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            elements.add(value(Pointer.below(pointer, elements.size())));
        }
        return Arr.of(elements);
    }

    private Value number() throws IOException {
        String spelling = bounded(parser.getText(), limits.digits(), "number");
        try {
            BigDecimal number = new BigDecimal(spelling);
            if (Math.abs((long) number.scale()) <= JsonLimits.EXPONENT) {
                return Num.spelled(number, spelling);
            }
        } catch (NumberFormatException beyondAllExponents) {
            // Refused below, as any other number that is too large.
        }
        throw limit("a number's exponent is beyond " + JsonLimits.EXPONENT);
    }

    private String bounded(String text, int limit, String what) {
        if (text.length() > limit) {
            throw limit("a " + what + " is longer than " + limit + " characters");
        }
        return text;
    }
}
