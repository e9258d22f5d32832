package dev.sluice.testkit;

import static org.assertj.core.api.Assertions.assertThatCode;

import dev.sluice.alert.Alert;
import dev.sluice.alert.AlertAction;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@link AlertAction} keeps to; extend it and give one whose ways out are those of a test. */
public abstract class AlertActionContract {
    /** The action, ready to be called. */
    protected abstract AlertAction action();

    private static Alert alert(Alert.Severity severity, String group) {
        Optional<BigDecimal> value =
                severity == Alert.Severity.INFO ? Optional.empty() : Optional.of(new BigDecimal("12.5"));
        return new Alert(
                "too-many-errors",
                severity,
                group,
                Instant.parse("2026-01-05T15:00:00Z"),
                value,
                "12.5 % of deliveries broke",
                severity == Alert.Severity.CRITICAL ? Optional.of("evt_1") : Optional.empty());
    }

    /** With a value and an event, and without. */
    @Test
    protected void every_severity_is_taken() {
        for (Alert.Severity severity : Alert.Severity.values()) {
            assertThatCode(() -> action().raise(alert(severity, "premier")))
                    .as(severity.name())
                    .doesNotThrowAnyException();
        }
    }

    /** After a crash it may come again. */
    @Test
    protected void the_same_alert_again_does_no_harm() {
        Alert alert = alert(Alert.Severity.WARNING, "premier");

        action().raise(alert);
        assertThatCode(() -> action().raise(alert)).doesNotThrowAnyException();
    }

    /** Groups are named by values of leads and definitions. */
    @Test
    protected void hostile_groups_do_no_harm() {
        for (String hostile : HostileTexts.all()) {
            assertThatCode(() -> action().raise(alert(Alert.Severity.INFO, hostile)))
                    .doesNotThrowAnyException();
        }
    }
}
