package dev.sluice.flow.check;

import dev.sluice.internal.names.Pointer;
import dev.sluice.types.Stage;

/** Where something stands in a definition, and at which stage of a lead's way it is read. */
record Place(String pointer, Stage stage) {
    Place below(String key) {
        return new Place(Pointer.below(pointer, key), stage);
    }

    Place below(String key, int index) {
        return new Place(Pointer.below(Pointer.below(pointer, key), index), stage);
    }

    Place element(int index) {
        return new Place(Pointer.below(pointer, index), stage);
    }

    Place at(Stage other) {
        return new Place(pointer, other);
    }
}
