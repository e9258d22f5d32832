package dev.sluice.export.firehose;

import static java.util.Objects.requireNonNull;

import dev.sluice.delivery.RowFormat;
import dev.sluice.delivery.RowWriter;
import dev.sluice.event.Event;
import dev.sluice.event.Reader;
import dev.sluice.event.Role;
import dev.sluice.export.Columns;
import dev.sluice.export.internal.ColumnChoice;
import dev.sluice.export.internal.Rows;
import dev.sluice.json.ValueJson;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What a file of events holds. Immutable; the same events of the same batch give the same bytes. */
public abstract class EventContent {
    private final String extension;
    private final String mediaType;

    private EventContent(String extension, String mediaType) {
        this.extension = extension;
        this.mediaType = mediaType;
    }

    /** A JSON object on each line. */
    public static EventContent lines(Envelope envelope) {
        return new Json("ndjson", "application/x-ndjson", new String[] {"", "\n", "\n"}, envelope);
    }

    /** One JSON array. */
    public static EventContent array(Envelope envelope) {
        String type = envelope == Envelope.CLOUD_EVENT ? "application/cloudevents-batch+json" : "application/json";
        return new Json("json", type, new String[] {"[", ",\n", "]\n"}, envelope);
    }

    /**
     * Flat columns, as exports of events have them.
     *
     * @throws IllegalArgumentException if a column is a pattern: files of a stream all have the same columns
     */
    public static EventContent rows(RowFormat format, Columns columns) {
        ColumnChoice choice = new ColumnChoice(columns.patterns());
        if (!choice.isNamed()) {
            throw new IllegalArgumentException("name the columns of a stream, so that all of its files have the same");
        }
        return new Flat(requireNonNull(format, "format"), choice.named());
    }

    String extension() {
        return extension;
    }

    String mediaType() {
        return mediaType;
    }

    abstract void write(SinkBatch batch, List<Event> events, OutputStream out) throws IOException;

    private static final class Json extends EventContent {
        private final String[] around;
        private final Envelope envelope;

        private Json(String extension, String mediaType, String[] around, Envelope envelope) {
            super(extension, mediaType);
            this.around = around;
            this.envelope = requireNonNull(envelope, "envelope");
        }

        @Override
        void write(SinkBatch batch, List<Event> events, OutputStream out) throws IOException {
            StringBuilder text = new StringBuilder(around[0]);
            for (int i = 0; i < events.size(); i++) {
                text.append(i == 0 ? "" : around[1]).append(ValueJson.write(envelope.of(batch, events.get(i))));
            }
            out.write(text.append(around[2]).toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    private static final class Flat extends EventContent {
        /** Events of batches are what the reader sees already. */
        private static final Rows<Event> ROWS = Rows.ofEvents(Reader.of("firehose", Role.AUDITOR));

        private final RowFormat format;
        private final List<String> columns;

        private Flat(RowFormat format, List<String> columns) {
            super(format.extension(), format.mediaType());
            this.format = format;
            this.columns = columns;
        }

        @Override
        void write(SinkBatch batch, List<Event> events, OutputStream out) throws IOException {
            Rows.Table<Event> table = ROWS.table(columns);
            RowWriter writer = format.open(table.shape(), out);
            for (Event event : events) {
                writer.row(table.row(event));
            }
            writer.end();
        }
    }
}
