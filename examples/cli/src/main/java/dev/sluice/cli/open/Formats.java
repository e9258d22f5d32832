package dev.sluice.cli.open;

import dev.sluice.batch.CsvFormat;
import dev.sluice.batch.ExcelFormat;
import dev.sluice.batch.JsonFormat;
import dev.sluice.batch.XmlFormat;
import dev.sluice.delivery.RowFormat;
import java.util.Map;

/** The formats of rows by the names that options and definitions give them. */
public final class Formats {
    public static final Map<String, RowFormat> BY_NAME = Map.of(
            "csv", CsvFormat.commas(),
            "spreadsheet", CsvFormat.spreadsheet(),
            "tsv", CsvFormat.tabs(),
            "json", JsonFormat.array(),
            "ndjson", JsonFormat.lines(),
            "xml", XmlFormat.document(),
            "xlsx", ExcelFormat.workbook());

    /** Behind a format's name: its moments are written plainly. */
    public static final String PLAIN = " with plain dates";

    private Formats() {}
}
