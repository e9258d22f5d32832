package dev.sluice.flow;

import static java.util.Objects.requireNonNull;

/**
 * Who stands behind a source or a step: a company, a form, a buyer.
 *
 * @param id never changes
 * @param name for people
 */
public record Entity(String id, String name) {
    public Entity {
        requireNonNull(id, "id");
        requireNonNull(name, "name");
    }
}
