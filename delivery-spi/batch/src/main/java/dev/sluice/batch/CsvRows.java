package dev.sluice.batch;

import dev.sluice.delivery.RowWriter;
import dev.sluice.types.Obj;
import dev.sluice.types.Shape;
import java.io.IOException;

/** One file of cells. */
final class CsvRows implements RowWriter {
    private final Shape columns;
    private final Cells cells;
    private final Records records;
    /** Filled anew for each row. */
    private final String[] row;
    /** Which of its cells need nothing. */
    private final boolean[] bare;

    CsvRows(Shape columns, Cells cells, Records records) {
        this.columns = columns;
        this.cells = cells;
        this.records = records;
        this.row = new String[columns.size()];
        this.bare = new boolean[columns.size()];
    }

    void header() throws IOException {
        for (int i = 0; i < row.length; i++) {
            row[i] = cells.name(columns.name(i));
        }
        records.write(row);
    }

    @Override
    public void row(Obj values) throws IOException {
        boolean same = values.shape() == columns;
        cells.begin();
        for (int i = 0; i < row.length; i++) {
            row[i] = cells.value(same ? values.at(i) : values.get(columns.name(i)));
            bare[i] = cells.isLastBare();
        }
        if (cells.areBare()) {
            records.writeBare(row);
        } else {
            records.write(row, bare);
        }
    }

    @Override
    public void end() throws IOException {
        records.flush();
    }

    @Override
    public long marked() {
        return cells.marked();
    }
}
