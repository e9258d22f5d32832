package dev.sluice.batch;

import dev.sluice.delivery.RowWriter;
import dev.sluice.types.Obj;
import dev.sluice.types.Shape;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/** One file of JSON objects. */
final class JsonRows implements RowWriter {
    /** What stands before all rows, before the first, between them, and after the last. */
    record Frame(String start, String first, String between, String end) {}

    private final Shape columns;
    private final Frame frame;
    private final Writer out;
    private boolean empty = true;

    JsonRows(Shape columns, Frame frame, OutputStream out) throws IOException {
        this.columns = columns;
        this.frame = frame;
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        this.out.write(frame.start());
    }

    @Override
    public void row(Obj row) throws IOException {
        out.write(empty ? frame.first() : frame.between());
        out.write((row.shape() == columns ? row : under(row)).text());
        empty = false;
    }

    private Obj under(Obj row) {
        Obj.Builder members = Obj.builder(columns);
        for (int i = 0; i < columns.size(); i++) {
            members.set(i, row.get(columns.name(i)));
        }
        return members.build();
    }

    @Override
    public void end() throws IOException {
        out.write(empty ? emptyEnd() : frame.end());
        out.flush();
    }

    private String emptyEnd() {
        return frame.start().isEmpty() ? "" : "]\n";
    }

    @Override
    public long marked() {
        return 0;
    }
}
