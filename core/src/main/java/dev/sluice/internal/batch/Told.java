package dev.sluice.internal.batch;

import dev.sluice.json.ValueJson;
import dev.sluice.store.Doc;
import dev.sluice.types.Obj;
import dev.sluice.types.Shape;
import dev.sluice.types.Value;
import java.util.Optional;

/**
 * How far leads were told that their file has arrived.
 *
 * @param version counted up with each change
 * @param next the first row whose lead was not
 * @param file no file before this one has such a row
 */
record Told(long version, long next, long file) {
    private static final Shape SHAPE = Shape.of("next", "file");

    static Told of(Optional<Doc> doc) {
        return doc.map(Told::read).orElse(new Told(0, 1, 1));
    }

    private static Told read(Doc doc) {
        Obj obj = (Obj) ValueJson.read(doc.body());
        return new Told(doc.version(), Row.number(obj.get("next")), Row.number(obj.get("file")));
    }

    /** With the rows of {@code number} up to {@code last} told. */
    Doc through(long last, long number, BatchKeys keys) {
        return new Doc(
                keys.told(), version + 1, ValueJson.write(Obj.of(SHAPE, Value.number(last + 1), Value.number(number))));
    }
}
