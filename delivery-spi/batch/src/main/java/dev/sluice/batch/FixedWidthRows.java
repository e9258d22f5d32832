package dev.sluice.batch;

import dev.sluice.delivery.RowWriter;
import dev.sluice.types.Obj;
import dev.sluice.types.Shape;
import dev.sluice.types.Value;
import java.io.IOException;

/** One file of columns of fixed width. */
final class FixedWidthRows implements RowWriter {
    private final Shape columns;
    private final FixedColumn[] widths;
    private final FixedCells cells;
    private final String lineEnding;

    FixedWidthRows(Shape columns, FixedColumn[] widths, FixedCells cells, String lineEnding) {
        this.columns = columns;
        this.widths = widths;
        this.cells = cells;
        this.lineEnding = lineEnding;
    }

    void header() throws IOException {
        for (int i = 0; i < widths.length; i++) {
            cells.write(columns.name(i), widths[i]);
        }
        cells.end(lineEnding);
    }

    @Override
    public void row(Obj row) throws IOException {
        boolean same = row.shape() == columns;
        for (int i = 0; i < widths.length; i++) {
            Value value = same ? row.at(i) : row.get(columns.name(i));
            cells.write(Cells.text(value), widths[i]);
        }
        cells.end(lineEnding);
    }

    @Override
    public void end() throws IOException {
        cells.flush();
    }

    @Override
    public long marked() {
        return cells.marked();
    }
}
