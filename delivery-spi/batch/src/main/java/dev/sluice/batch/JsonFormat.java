package dev.sluice.batch;

import dev.sluice.delivery.RowFormat;
import dev.sluice.delivery.RowWriter;
import dev.sluice.types.Shape;
import java.io.IOException;
import java.io.OutputStream;

/**
 * One JSON object for each row, in UTF-8: as an array, or as lines. Members that are missing are left out, nulls stay; any
 * text can be written, halves of surrogate pairs too, so nothing is ever marked.
 */
public final class JsonFormat implements RowFormat {
    private final String extension;
    private final String mediaType;
    private final JsonRows.Frame frame;

    private JsonFormat(String extension, String mediaType, JsonRows.Frame frame) {
        this.extension = extension;
        this.mediaType = mediaType;
        this.frame = frame;
    }

    /** One array; without any row, an empty one. */
    public static JsonFormat array() {
        return new JsonFormat("json", "application/json", new JsonRows.Frame("[", "\n", ",\n", "\n]\n"));
    }

    /** A row on each line. */
    public static JsonFormat lines() {
        return new JsonFormat("ndjson", "application/x-ndjson", new JsonRows.Frame("", "", "\n", "\n"));
    }

    @Override
    public String extension() {
        return extension;
    }

    @Override
    public String mediaType() {
        return mediaType;
    }

    @Override
    public RowWriter open(Shape columns, OutputStream out) throws IOException {
        return new JsonRows(columns, frame, out);
    }
}
