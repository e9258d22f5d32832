package dev.sluice.http.internal.answer;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import dev.sluice.types.Arr;
import dev.sluice.types.Bool;
import dev.sluice.types.Null;
import dev.sluice.types.Num;
import dev.sluice.types.Obj;
import dev.sluice.types.Text;
import dev.sluice.types.Value;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** JSON from recipients, within bounds: 64 levels, 50,000 tokens, 500 members an object, numbers of 100 digits. */
public final class JsonReading {
    private static final int MOST_LEVELS = 64;
    private static final int MOST_TOKENS = 50_000;
    private static final int MOST_MEMBERS = 500;
    private static final int MOST_DIGITS = 100;
    private static final int LONGEST_NAME = 256;
    private static final int MOST_SCALE = 1_000;
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MOST_LEVELS)
                    .maxNumberLength(MOST_DIGITS)
                    .maxNameLength(LONGEST_NAME)
                    .maxTokenCount(MOST_TOKENS)
                    .build())
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .build();

    private final JsonParser parser;

    private JsonReading(JsonParser parser) {
        this.parser = parser;
    }

    /** The one value that {@code text} is; empty when it is none, or beyond the bounds. */
    public static Optional<Value> read(String text) {
        try (JsonParser parser = FACTORY.createParser(text)) {
            JsonToken first = parser.nextToken();
            if (first == null) {
                return Optional.empty();
            }
            Value value = new JsonReading(parser).value(first);
            return parser.nextToken() == null ? Optional.of(value) : Optional.empty();
        } catch (IOException | ArithmeticException | NumberFormatException bad) {
            return Optional.empty();
        }
    }

    private Value value(JsonToken token) throws IOException {
        return switch (token) {
            case START_OBJECT -> object();
            case START_ARRAY -> array();
            case VALUE_STRING -> new Text(parser.getText());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number();
            case VALUE_TRUE -> Bool.TRUE;
            case VALUE_FALSE -> Bool.FALSE;
            default -> Null.NULL;
        };
    }

    /** A number far beyond money and counts is kept as the text it was: calculating with it takes for ever. */
    private Value number() throws IOException {
        BigDecimal number = new BigDecimal(parser.getText());
        return Math.abs((long) number.scale()) > MOST_SCALE ? new Text(parser.getText()) : Num.of(number);
    }

    private Value object() throws IOException {
        Map<String, Value> members = new LinkedHashMap<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_OBJECT; token = parser.nextToken()) {
            String name = parser.currentName();
            members.put(name, value(parser.nextToken()));
            if (members.size() > MOST_MEMBERS) {
                throw new IOException("more than " + MOST_MEMBERS + " members");
            }
        }
        return Obj.of(members);
    }

    private Value array() throws IOException {
        List<Value> elements = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            elements.add(value(token));
        }
        return Arr.of(elements);
    }
}
