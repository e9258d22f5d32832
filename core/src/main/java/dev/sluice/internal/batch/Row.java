package dev.sluice.internal.batch;

import dev.sluice.json.ValueJson;
import dev.sluice.types.Num;
import dev.sluice.types.Obj;
import dev.sluice.types.Shape;
import dev.sluice.types.Value;
import java.time.Instant;

/**
 * A lead that waits: a reference, no values.
 *
 * @param lead its stream
 * @param seq its event, whose snapshot the row is made of
 * @param key of the delivery
 * @param at when it came
 */
record Row(String lead, long seq, String key, Instant at) {
    private static final Shape SHAPE = Shape.of("lead", "seq", "key", "at");

    String write() {
        return ValueJson.write(
                Obj.of(SHAPE, Value.text(lead), Value.number(seq), Value.text(key), Value.number(at.toEpochMilli())));
    }

    static Row read(String body) {
        Obj obj = (Obj) ValueJson.read(body);
        return new Row(
                obj.get("lead").text(),
                number(obj.get("seq")),
                obj.get("key").text(),
                Instant.ofEpochMilli(number(obj.get("at"))));
    }

    static long number(Value value) {
        return value instanceof Num num ? num.value().longValueExact() : 0;
    }
}
