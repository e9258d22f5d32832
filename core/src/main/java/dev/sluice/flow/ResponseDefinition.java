package dev.sluice.flow;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What the source is told.
 *
 * @param fields paths in the order of the answer: {@code outcome}, {@code reason}, {@code lead.id}, {@code price}, or any
 *     path that the response may read
 * @param include further members, in the order of their declaration
 * @param format how the answer is written to sources that read any format
 * @param statuses which status of HTTP stands for which answer
 * @param templates whole answers; the first that is for the lead stands instead of the members
 */
public record ResponseDefinition(
        List<String> fields,
        Set<ResponseExtra> include,
        ResponseFormat format,
        StatusTable statuses,
        List<ResponseTemplate> templates) {
    /** Outcome, reason, lead id and price. */
    public static final ResponseDefinition STANDARD = of("outcome", "reason", "lead.id", "price");

    public ResponseDefinition {
        requireNonNull(format, "format");
        requireNonNull(statuses, "statuses");
        fields = List.copyOf(fields);
        include = include.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(include));
        templates = List.copyOf(templates);
    }

    /** These members and no others, as JSON with the standard statuses. */
    public static ResponseDefinition of(String... fields) {
        return new ResponseDefinition(List.of(fields), Set.of(), ResponseFormat.JSON, StatusTable.STANDARD, List.of());
    }

    /** This response with further members. */
    public ResponseDefinition include(ResponseExtra... extras) {
        return new ResponseDefinition(fields, Set.of(extras), format, statuses, templates);
    }

    /** This response with another format where the source reads any. */
    public ResponseDefinition format(ResponseFormat standard) {
        return new ResponseDefinition(fields, include, standard, statuses, templates);
    }

    /** This response with other statuses. */
    public ResponseDefinition statuses(StatusTable table) {
        return new ResponseDefinition(fields, include, format, table, templates);
    }

    /** This response with whole answers of its own. */
    public ResponseDefinition templates(ResponseTemplate... own) {
        return new ResponseDefinition(fields, include, format, statuses, List.of(own));
    }
}
