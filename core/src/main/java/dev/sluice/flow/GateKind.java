package dev.sluice.flow;

import java.util.List;

/**
 * A gate that a lead passes before it is taken. Gates stand in the order that the flow names; the first that refuses
 * decides.
 */
public enum GateKind {
    /** The fields that must not be blank. */
    REQUIRED_FIELDS,
    /** The acceptance criteria of the flow, then of the source. */
    ACCEPTANCE,
    /** Leads that came before. */
    DUPLICATES,
    /** The purchase price. Refuses nothing; what stands behind it may read {@code price}. */
    PRICING,
    /** The caps of the flow, then of the source. */
    CAPS;

    /** The order of a flow that names none. */
    public static final List<GateKind> STANDARD = List.of(values());
}
