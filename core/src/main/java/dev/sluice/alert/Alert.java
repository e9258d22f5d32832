package dev.sluice.alert;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * Something is wrong. Holds no personal values.
 *
 * @param rule the rule's id
 * @param severity as the rule says
 * @param group what it concerns: a source, a recipient, a step; empty for all
 * @param at when it was found, by the clock of the events
 * @param value what was measured; a new reason has none
 * @param message one sentence
 * @param eventId the event that gave rise to it; empty where nothing happened
 */
public record Alert(
        String rule,
        Severity severity,
        String group,
        Instant at,
        Optional<BigDecimal> value,
        String message,
        Optional<String> eventId) {
    public Alert {
        requireNonNull(rule, "rule");
        requireNonNull(severity, "severity");
        requireNonNull(group, "group");
        requireNonNull(at, "at");
        requireNonNull(value, "value");
        requireNonNull(message, "message");
        requireNonNull(eventId, "eventId");
    }

    /** How bad it is. */
    public enum Severity {
        INFO,
        WARNING,
        CRITICAL
    }
}
