package dev.sluice.report;

import static java.util.Objects.requireNonNull;

/**
 * What stands at a path of the lead's data.
 *
 * @param id the path, with its section
 */
record FieldDimension(String id) implements Dimension {
    FieldDimension {
        requireNonNull(id, "id");
    }

    @Override
    public String label() {
        return id;
    }
}
