package dev.sluice.templates;

import static java.util.Objects.requireNonNull;

import dev.sluice.types.At;

/**
 * What one rendering needs beside the data.
 *
 * @param at now and the zone of dates that name none; the same for all templates of a stage
 * @param escape how values are written into the text; typed results are never escaped
 */
public record Rendering(At at, Escape escape) {
    public Rendering {
        requireNonNull(at, "at");
        requireNonNull(escape, "escape");
    }

    /** A rendering at {@code at} whose text goes nowhere special: values are written as they are. */
    public static Rendering plain(At at) {
        return new Rendering(at, Escape.NONE);
    }
}
