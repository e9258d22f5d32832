package dev.sluice.flow.check;

import dev.sluice.internal.names.Pointer;
import dev.sluice.types.Stage;

/**
 * Where something stands in a definition, and at which stage of a lead's way it is read.
 *
 * @param pointer a JSON pointer (RFC 6901); empty for the definition itself
 */
public record Place(String pointer, Stage stage) {
    /** The member {@code key} of what stands here. */
    public Place below(String key) {
        return new Place(Pointer.below(pointer, key), stage);
    }

    /** The element {@code index} of the member {@code key}. */
    public Place below(String key, int index) {
        return new Place(Pointer.below(Pointer.below(pointer, key), index), stage);
    }

    /** The element {@code index} of what stands here. */
    public Place element(int index) {
        return new Place(Pointer.below(pointer, index), stage);
    }

    /** The same place, read at another stage. */
    public Place at(Stage other) {
        return new Place(pointer, other);
    }
}
