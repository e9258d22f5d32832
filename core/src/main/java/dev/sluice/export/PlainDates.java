package dev.sluice.export;

import static java.util.Objects.requireNonNull;

import dev.sluice.delivery.ConfigProblem;
import dev.sluice.delivery.RowFormat;
import dev.sluice.delivery.RowWriter;
import dev.sluice.types.Moment;
import dev.sluice.types.Obj;
import dev.sluice.types.Shape;
import dev.sluice.types.Text;
import dev.sluice.types.Value;
import java.io.IOException;
import java.io.OutputStream;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * A format in which moments stand as {@code 2026-03-15 14:30:00}, in a zone, instead of ISO-8601 in UTC; days stay as they are. Spreadsheets
 * read them as times. Immutable and safe on any thread.
 */
public final class PlainDates implements RowFormat {
    private final RowFormat format;
    private final ZoneId zone;
    private final DateTimeFormatter moments;

    private PlainDates(RowFormat format, ZoneId zone) {
        this.format = requireNonNull(format, "format");
        this.zone = requireNonNull(zone, "zone");
        this.moments =
                DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(zone);
    }

    /** {@code format} with moments of the clocks in {@code zone}. */
    public static PlainDates in(ZoneId zone, RowFormat format) {
        return new PlainDates(format, zone);
    }

    @Override
    public String extension() {
        return format.extension();
    }

    @Override
    public String mediaType() {
        return format.mediaType();
    }

    @Override
    public List<ConfigProblem> check(Obj config) {
        return format.check(config);
    }

    @Override
    public List<ConfigProblem> checkColumns(List<String> headers) {
        return format.checkColumns(headers);
    }

    @Override
    public RowFormat with(Obj config) {
        return new PlainDates(format.with(config), zone);
    }

    @Override
    public RowWriter open(Shape columns, OutputStream out) throws IOException {
        RowWriter rows = format.open(columns, out);
        return new RowWriter() {
            @Override
            public void row(Obj values) throws IOException {
                rows.row(plain(values));
            }

            @Override
            public void end() throws IOException {
                rows.end();
            }

            @Override
            public long marked() {
                return rows.marked();
            }
        };
    }

    private Obj plain(Obj values) {
        Obj plain = values;
        for (int i = 0; i < values.shape().size(); i++) {
            Value value = values.at(i).plain();
            if (value instanceof Moment moment && !moment.isDay()) {
                plain = plain.withAt(i, new Text(moments.format(moment.instantIn(zone))));
            }
        }
        return plain;
    }
}
