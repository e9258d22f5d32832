package dev.sluice.store.codec;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.sluice.event.Erased;
import dev.sluice.types.Arr;
import dev.sluice.types.Bool;
import dev.sluice.types.FieldType;
import dev.sluice.types.Missing;
import dev.sluice.types.Moment;
import dev.sluice.types.Null;
import dev.sluice.types.Num;
import dev.sluice.types.Obj;
import dev.sluice.types.Problem;
import dev.sluice.types.Text;
import dev.sluice.types.Value;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads back what {@link ValueWriter} wrote. The parser stands on the first token of a value and ends on its last. */
final class ValueReader {
    private final JsonParser json;
    private final Function<String, Optional<FieldType>> types;

    ValueReader(JsonParser json, Function<String, Optional<FieldType>> types) {
        this.json = json;
        this.types = types;
    }

    Value read() throws IOException {
        return switch (json.currentToken()) {
            case VALUE_STRING -> new Text(JsonBytes.unescaped(json.getText()));
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> Numbers.read(json.getText());
            case VALUE_TRUE -> Bool.TRUE;
            case VALUE_FALSE -> Bool.FALSE;
            case VALUE_NULL -> Null.NULL;
            case START_ARRAY -> Arr.of(elements());
            case START_OBJECT -> object();
            default -> throw new JsonParseException(json, "no value here");
        };
    }

    private List<Value> elements() throws IOException {
        List<Value> elements = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            elements.add(read());
        }
        return elements;
    }

    private Value object() throws IOException {
        JsonToken token = json.nextToken();
        if (token == JsonToken.FIELD_NAME && ValueWriter.isTag(json.currentName())) {
            return tagged(json.currentName());
        }
        return Obj.of(rest(token));
    }

    /** The members of the object that the parser stands at the beginning of; missing values stay. */
    Map<String, Value> members() throws IOException {
        return rest(json.nextToken());
    }

    private Map<String, Value> rest(JsonToken first) throws IOException {
        Map<String, Value> members = new LinkedHashMap<>();
        for (JsonToken token = first; token == JsonToken.FIELD_NAME; token = json.nextToken()) {
            String name = ValueWriter.unescaped(JsonBytes.unescaped(json.currentName()));
            json.nextToken();
            members.put(name, read());
        }
        return members;
    }

    private Value tagged(String tag) throws IOException {
        json.nextToken();
        if (tag.equals(ValueWriter.TYPE)) {
            return typed();
        }
        Value value =
                switch (tag) {
                    case ValueWriter.DAY -> Moment.of(LocalDate.parse(json.getText()));
                    case ValueWriter.INSTANT -> Moment.of(Instant.parse(json.getText()));
                    case ValueWriter.MISSING -> Missing.MISSING;
                    case ValueWriter.SEALED -> Erased.VALUE;
                    case ValueWriter.NUMBER -> number(elements());
                    default -> throw new JsonParseException(json, "unknown kind of value " + tag);
                };
        json.nextToken();
        return value;
    }

    private static Num number(List<Value> parts) {
        BigDecimal value = new BigDecimal(parts.get(0).text());
        return parts.size() > 1 ? Num.spelled(value, parts.get(1).text()) : Num.of(value);
    }

    private Value typed() throws IOException {
        StoredTyped typed = new StoredTyped(JsonBytes.unescaped(json.getText()));
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            switch (name) {
                case "raw" -> typed.raw(read());
                case "value" -> typed.normal(read());
                case "problem" -> typed.problem(problem(elements()));
                case "masked" -> typed.masked();
                case "parts" -> typed.parts(Obj.of(members()));
                default -> json.skipChildren();
            }
        }
        return typed.build(types);
    }

    private static Problem problem(List<Value> parts) {
        return new Problem(parts.get(0).text(), parts.get(1).text());
    }
}
