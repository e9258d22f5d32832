package dev.sluice.batch;

import static java.util.Objects.requireNonNull;

import dev.sluice.delivery.RowWriter;
import dev.sluice.types.Shape;
import java.io.IOException;
import java.io.OutputStream;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Workbooks that spreadsheets open: {@code .xlsx}, streamed. Numbers, booleans, days and moments are cells of their kind;
 * all else is text, which no spreadsheet takes for a formula.
 *
 * <p>Numbers show as many decimals as they were given with; those of more than 15 digits, which spreadsheets would round,
 * are text, and so are days before 1900-03-01, on which spreadsheets differ. Characters that XML has no place for stand as
 * {@code _x0007_}, which spreadsheets read back, and texts of more than 32,767 characters are cut; both are counted as
 * marked. Rows beyond the 1,048,576th go on in a further sheet.
 *
 * <p>The same rows give the same bytes.
 */
public final class ExcelFormat extends SettledFormat {
    private final String sheet;
    private final boolean header;
    private final ZoneId zone;

    private ExcelFormat(String sheet, boolean header, ZoneId zone) {
        this.sheet = sheet;
        this.header = header;
        this.zone = zone;
    }

    /** A sheet {@code Leads} with a header; moments in UTC. */
    public static ExcelFormat workbook() {
        return new ExcelFormat("Leads", true, ZoneOffset.UTC);
    }

    /**
     * This with another name of its sheet.
     *
     * @throws IllegalArgumentException for a name that no spreadsheet takes: empty, longer than 25 characters, or with any
     *     of {@code [ ] * ? / \ :}
     */
    public ExcelFormat sheet(String name) {
        if (name.isBlank() || name.length() > 25 || !name.matches("[^\\[\\]*?/\\\\:'\\p{Cntrl}\\p{Cs}]+")) {
            throw new IllegalArgumentException(
                    "a sheet's name has 1 to 25 characters and none of [ ] * ? / \\ : ', unlike '" + name + "'");
        }
        return new ExcelFormat(name, header, zone);
    }

    /** This without the names of columns in its first row. */
    public ExcelFormat withoutHeader() {
        return new ExcelFormat(sheet, false, zone);
    }

    /** This with moments shown in {@code zone}: a cell has no zone of its own. */
    public ExcelFormat zone(ZoneId zone) {
        return new ExcelFormat(sheet, header, requireNonNull(zone, "zone"));
    }

    @Override
    ExcelFormat read(FormatSettings given) {
        AtomicReference<ExcelFormat> made = new AtomicReference<>(this);
        given.text("sheet", name -> made.updateAndGet(format -> format.sheet(name)))
                .flag("header", first -> made.updateAndGet(format -> new ExcelFormat(format.sheet, first, format.zone)))
                .text("timeZone", name -> made.updateAndGet(format -> format.zone(zone(name))));
        return given.made(made::get, "sheet", this);
    }

    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException unknown) {
            throw new IllegalArgumentException("'timeZone' is one such as America/Chicago", unknown);
        }
    }

    @Override
    public String extension() {
        return "xlsx";
    }

    @Override
    public String mediaType() {
        return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    }

    @Override
    public RowWriter open(Shape columns, OutputStream out) throws IOException {
        return new ExcelRows(columns, sheet, header, zone, out);
    }
}
