package dev.sluice.flow;

import static java.util.Objects.requireNonNull;

/**
 * One of the flow's shared caps, used here too: all places that name it count together. In JSON its id alone.
 *
 * @param id of a cap among {@link FlowDefinition#sharedCaps()}
 */
public record SharedCap(String id) implements CapEntry {
    public SharedCap {
        requireNonNull(id, "id");
    }
}
