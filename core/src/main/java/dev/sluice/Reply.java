package dev.sluice;

import static java.util.Objects.requireNonNull;

import dev.sluice.flow.ResponseFormat;
import dev.sluice.flow.StatusTable;
import dev.sluice.types.Obj;
import org.jspecify.annotations.Nullable;

/**
 * What a source is told, before a protocol gives it its form.
 *
 * @param content the members of the answer
 * @param format how it is written when the source does not say
 * @param statuses which status stands for which answer
 * @param written the whole body when the flow has a text of its own for this answer; null otherwise
 */
public record Reply(
        Obj content,
        ResponseFormat format,
        StatusTable statuses,
        @Nullable Written written) {
    public Reply {
        requireNonNull(content, "content");
        requireNonNull(format, "format");
        requireNonNull(statuses, "statuses");
    }

    /**
     * A body that a flow has written.
     *
     * @param body the text
     * @param format what it is
     * @param status of HTTP; null for the one of the table
     */
    public record Written(
            String body, ResponseFormat format, @Nullable Integer status) {
        public Written {
            requireNonNull(body, "body");
            requireNonNull(format, "format");
        }
    }

    /** The answer {@code content} in the standard form. */
    public static Reply of(Obj content) {
        return new Reply(content, ResponseFormat.JSON, StatusTable.STANDARD, null);
    }
}
