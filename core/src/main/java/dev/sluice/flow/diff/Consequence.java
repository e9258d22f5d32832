package dev.sluice.flow.diff;

import static java.util.Objects.requireNonNull;

import dev.sluice.types.Obj;
import dev.sluice.types.Value;

/**
 * What follows from the changes for what is already counted.
 *
 * @param code {@code cap_begins_anew}: the count of a cap begins at 0; {@code other_flow}: the two are different flows,
 *     which share no counts
 * @param pointer a JSON pointer into the definition after
 * @param name the cap's id, or the flow's
 * @param words for people: what follows, and why
 */
public record Consequence(String code, String pointer, String name, String words) {
    public Consequence {
        requireNonNull(code, "code");
        requireNonNull(pointer, "pointer");
        requireNonNull(name, "name");
        requireNonNull(words, "words");
    }

    /** This consequence as an object with the names of the components; its {@code kind} is {@code consequence}. */
    public Obj toValue() {
        return Obj.EMPTY
                .with("kind", Value.text("consequence"))
                .with("code", Value.text(code))
                .with("to", Value.text(pointer))
                .with("name", Value.text(name))
                .with("words", Value.text(words));
    }

    @Override
    public String toString() {
        return words;
    }
}
