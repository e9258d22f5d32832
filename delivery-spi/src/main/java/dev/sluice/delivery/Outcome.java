package dev.sluice.delivery;

import java.util.Locale;
import java.util.Optional;

/** How something ended: a lead, a step, a delivery. */
public enum Outcome {
    /** It worked. */
    SUCCESS,
    /** A business "no": the data or a rule says so; trying again without a change gives the same. */
    FAILURE,
    /** A technical fault; trying again may work. */
    ERROR,
    /** Passed over by design. */
    SKIP,
    /** Nobody knows: the reply was lost after the lead may have arrived. */
    UNKNOWN;

    private final String text = name().toLowerCase(Locale.ROOT);

    /** The word in definitions, events and answers: {@code success}. */
    public String text() {
        return text;
    }

    /** The outcome with this word. */
    public static Optional<Outcome> named(String text) {
        for (Outcome outcome : values()) {
            if (outcome.text.equals(text)) {
                return Optional.of(outcome);
            }
        }
        return Optional.empty();
    }

    @Override
    public String toString() {
        return text;
    }
}
