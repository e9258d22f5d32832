package dev.sluice.export;

import static java.util.Objects.requireNonNull;

import dev.sluice.event.Reader;
import dev.sluice.event.Role;
import dev.sluice.report.ReportDefinition;
import dev.sluice.types.Obj;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to have exported. Immutable.
 *
 * @param kind what the rows are
 * @param format the name of a format that the host wired
 * @param columns which columns
 * @param query which events, as {@link dev.sluice.json.EventQueryText} reads it. Of leads: {@code start} and {@code end} say
 *     when they were submitted; with a type, leads that have an event such as this; without, leads whose end is so
 * @param reader who asks; stands in the record of exports, and decides what is seen
 * @param name what the files are called; the export's id when empty
 * @param compression of each file
 * @param fileRows how many rows a file has at most
 * @param fileBytes a file ends with the row that brings it to this many bytes, before compression; what is still
 *     buffered comes on top, some kilobytes
 * @param transport the name of the transport that the host wired
 * @param config the transport's settings
 * @param report what a report tells; null for leads and events
 * @param plan the plan that asked; empty when somebody did
 * @param zone of days and hours in folders and names
 */
public record ExportRequest(
        ExportKind kind,
        String format,
        Columns columns,
        String query,
        Reader reader,
        String name,
        Compression compression,
        long fileRows,
        long fileBytes,
        String transport,
        Obj config,
        @Nullable ReportDefinition report,
        String plan,
        ZoneId zone) {
    private static final long ROWS = 100_000;

    public ExportRequest {
        requireNonNull(kind, "kind");
        requireNonNull(format, "format");
        requireNonNull(columns, "columns");
        requireNonNull(query, "query");
        requireNonNull(reader, "reader");
        requireNonNull(name, "name");
        requireNonNull(compression, "compression");
        requireNonNull(transport, "transport");
        requireNonNull(config, "config");
        requireNonNull(plan, "plan");
        requireNonNull(zone, "zone");
        if (fileRows < 1 || fileBytes < 1) {
            throw new IllegalArgumentException("a file holds at least one row and one byte");
        }
    }

    /** Leads, all columns as CSV, with masks. */
    public static Builder leads() {
        return new Builder(ExportKind.LEADS);
    }

    /** Events, all columns as CSV, with masks. */
    public static Builder events() {
        return new Builder(ExportKind.EVENTS);
    }

    /** The rows of a report, as CSV; their columns are those of the report. */
    public static Builder report(ReportDefinition report) {
        Builder builder = new Builder(ExportKind.REPORT);
        builder.report = requireNonNull(report, "report");
        return builder;
    }

    /** The same for a plan, under another name, of another time. */
    ExportRequest planned(String byPlan, ZoneId inZone, String called, String ofTime) {
        return new ExportRequest(
                kind,
                format,
                columns,
                ofTime,
                reader,
                called,
                compression,
                fileRows,
                fileBytes,
                transport,
                config,
                report,
                byPlan,
                inZone);
    }

    /** The same in one file. */
    ExportRequest inOneFile() {
        return new ExportRequest(
                kind,
                format,
                columns,
                query,
                reader,
                name,
                compression,
                Long.MAX_VALUE,
                Long.MAX_VALUE,
                transport,
                config,
                report,
                plan,
                zone);
    }

    /** Collects what is wanted. Not safe for several threads. */
    public static final class Builder {
        private final ExportKind kind;
        private @Nullable ReportDefinition report;
        private String format = "csv";
        private Columns columns = Columns.all();
        private String query = "";
        private Reader reader = Reader.of("somebody", Role.OPERATOR);
        private String name = "";
        private Compression compression = Compression.NONE;
        private long fileRows = ROWS;
        private long fileBytes = Long.MAX_VALUE;
        private String transport = "files";
        private Obj config = Obj.EMPTY;

        private Builder(ExportKind kind) {
            this.kind = kind;
        }

        /** The format's name; {@code csv} by default. */
        public Builder format(String wired) {
            this.format = wired;
            return this;
        }

        /** Which columns; all by default. */
        public Builder columns(Columns wanted) {
            this.columns = wanted;
            return this;
        }

        /** Which events or leads, {@code flow_id=solar&start=2026-01-15}; all by default. */
        public Builder query(String text) {
            this.query = text;
            return this;
        }

        /** Who asks; somebody who sees masks of personal values, by default. */
        public Builder reader(Reader who) {
            this.reader = who;
            return this;
        }

        /** What the files are called, before {@code _part_001.csv}; the export's id by default. */
        public Builder name(String of) {
            this.name = of;
            return this;
        }

        public Builder compression(Compression how) {
            this.compression = how;
            return this;
        }

        /** How many rows a file has at most; 100,000 by default. */
        public Builder fileRows(long most) {
            this.fileRows = most;
            return this;
        }

        /** At how many bytes before compression a file ends; never by default. */
        public Builder fileBytes(long enough) {
            this.fileBytes = enough;
            return this;
        }

        /** Where the files go, and the settings for it; {@code files} without settings by default. */
        public Builder transport(String wired, Obj settings) {
            this.transport = wired;
            this.config = settings;
            return this;
        }

        public ExportRequest build() {
            return new ExportRequest(
                    kind,
                    format,
                    columns,
                    query,
                    reader,
                    name,
                    compression,
                    fileRows,
                    fileBytes,
                    transport,
                    config,
                    report,
                    "",
                    ZoneOffset.UTC);
        }
    }
}
