package dev.sluice.flow;

import java.util.List;

/**
 * What the source is told.
 *
 * @param fields paths in the order of the answer: {@code outcome}, {@code reason}, {@code lead.id}, {@code price}, or any
 *     path that the response may read
 */
public record ResponseDefinition(List<String> fields) {
    /** Outcome, reason, lead id and price. */
    public static final ResponseDefinition STANDARD =
            new ResponseDefinition(List.of("outcome", "reason", "lead.id", "price"));

    public ResponseDefinition {
        fields = List.copyOf(fields);
    }
}
