package dev.sluice.batch;

import dev.sluice.delivery.RowWriter;
import dev.sluice.types.Obj;
import dev.sluice.types.Shape;
import dev.sluice.types.Value;
import java.io.IOException;
import java.io.OutputStream;
import java.time.ZoneId;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** One workbook. It holds the rows since the last flush. */
final class ExcelRows implements RowWriter {
    private static final int FLUSHED = 500;

    private final Shape columns;
    private final String name;
    private final boolean header;
    private final UntimedWorkbook bytes;
    private final Workbook workbook;
    private final ExcelCells cells;
    private Worksheet sheet;
    private int sheets = 1;
    private int next;

    ExcelRows(Shape columns, String name, boolean header, ZoneId zone, OutputStream out) {
        if (columns.size() > Worksheet.MAX_COLS) {
            throw new IllegalArgumentException("a sheet has at most " + Worksheet.MAX_COLS + " columns");
        }
        this.columns = columns;
        this.name = name;
        this.header = header;
        this.bytes = new UntimedWorkbook(out);
        this.workbook = new Workbook(bytes, "Sluice", null);
        this.cells = new ExcelCells(zone);
        this.sheet = workbook.newWorksheet(name);
        header();
    }

    private void header() {
        if (header) {
            for (int i = 0; i < columns.size(); i++) {
                cells.text(sheet, 0, i, columns.name(i));
            }
            next++;
        }
    }

    @Override
    public void row(Obj row) throws IOException {
        if (next == Worksheet.MAX_ROWS) {
            sheet.finish();
            sheets++;
            sheet = workbook.newWorksheet(name + " " + sheets);
            next = 0;
            header();
        }
        boolean same = row.shape() == columns;
        for (int i = 0; i < columns.size(); i++) {
            Value value = same ? row.at(i) : row.get(columns.name(i));
            cells.value(sheet, next, i, value);
        }
        next++;
        if (next % FLUSHED == 0) {
            sheet.flush();
        }
    }

    @Override
    public void end() throws IOException {
        sheet.finish();
        bytes.holdTail();
        workbook.setCompressionLevel(0);
        workbook.finish();
        bytes.writeTail();
        bytes.flush();
    }

    @Override
    public long marked() {
        return cells.marked();
    }
}
