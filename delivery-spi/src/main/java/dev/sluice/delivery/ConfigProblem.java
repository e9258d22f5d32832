package dev.sluice.delivery;

import static java.util.Objects.requireNonNull;

/**
 * Something wrong in a plugin's settings.
 *
 * @param pointer JSON pointer relative to the settings; empty for the whole
 * @param code stable, lower-case with underscores
 * @param text what is wrong and what to do; never a secret's value
 */
public record ConfigProblem(String pointer, String code, String text) {
    public ConfigProblem {
        requireNonNull(pointer, "pointer");
        requireNonNull(code, "code");
        requireNonNull(text, "text");
    }
}
