package dev.sluice.jdbc.internal.table;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.sluice.store.CounterKey;
import dev.sluice.store.Hold;
import dev.sluice.store.StoreException;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;

/** A hold as text: {@code [["account","counter","window",amount], ...]}. */
final class HoldText {
    private static final JsonFactory JSON = new JsonFactory();

    private HoldText() {}

    static String of(Hold hold) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartArray();
            for (Hold.Item item : hold.items()) {
                json.writeStartArray();
                json.writeString(item.counter().account());
                json.writeString(item.counter().key());
                json.writeString(item.counter().window());
                json.writeNumber(item.amount());
                json.writeEndArray();
            }
            json.writeEndArray();
        } catch (IOException fault) {
            throw new IllegalStateException("a string refused text", fault);
        }
        return text.toString();
    }

    static Hold read(String text) {
        List<Hold.Item> items = new ArrayList<>();
        try (JsonParser json = JSON.createParser(text)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.START_ARRAY) {
                CounterKey counter = new CounterKey(json.nextTextValue(), json.nextTextValue(), json.nextTextValue());
                items.add(new Hold.Item(counter, json.nextLongValue(0)));
                json.nextToken();
            }
        } catch (IOException fault) {
            throw new StoreException("a row of table hold cannot be read", fault);
        }
        return new Hold(items);
    }
}
