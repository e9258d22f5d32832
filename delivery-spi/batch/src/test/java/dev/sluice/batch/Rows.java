package dev.sluice.batch;

import dev.sluice.delivery.RowFormat;
import dev.sluice.delivery.RowWriter;
import dev.sluice.types.Obj;
import dev.sluice.types.Shape;
import dev.sluice.types.Value;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Whole files, for tests. */
record Rows(byte[] bytes, long marked) {

    static Rows of(RowFormat format, List<String> columns, List<List<Value>> rows) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Shape shape = Shape.of(columns);
        try {
            RowWriter writer = format.open(shape, out);
            for (List<Value> row : rows) {
                writer.row(Obj.of(shape, row.toArray(Value[]::new)));
            }
            writer.end();
            return new Rows(out.toByteArray(), writer.marked());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    static List<Value> texts(String... texts) {
        return List.of(texts).stream().map(Value::text).toList();
    }
}
