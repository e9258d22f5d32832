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

    CsvRows(Shape columns, Cells cells, Records records) {
        this.columns = columns;
        this.cells = cells;
        this.records = records;
    }

    void header() throws IOException {
        String[] names = new String[columns.size()];
        for (int i = 0; i < names.length; i++) {
            names[i] = cells.name(columns.name(i));
        }
        records.header(names);
    }

    @Override
    public void row(Obj values) throws IOException {
        boolean same = values.shape() == columns;
        for (int i = 0; i < columns.size(); i++) {
            records.cell(same ? values.at(i) : values.get(columns.name(i)));
        }
        records.endLine();
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
