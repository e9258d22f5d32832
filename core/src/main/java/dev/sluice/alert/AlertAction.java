package dev.sluice.alert;

/**
 * What is done about an alert. Called on the thread that runs the rules, before its place in the log is noted: after a crash
 * the same alert may come again. Whatever it throws is logged, and the others are called.
 */
@FunctionalInterface
public interface AlertAction {

    /** Takes one alert. */
    void raise(Alert alert);
}
