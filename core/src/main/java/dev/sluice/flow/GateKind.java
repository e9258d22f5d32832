package dev.sluice.flow;

import java.util.List;

/**
 * A gate that a lead passes before it is taken. Gates stand in the order that the flow names; the first that refuses
 * decides.
 */
public enum GateKind {
    /** The hours of operation of the source, or else of the flow. */
    HOURS("hours"),
    /** Whether the lead is in lists. Refuses nothing; what stands behind it may read {@code suppressionlist}. */
    LIST_CHECKS("listChecks"),
    /** Look-ups of the host's. Refuses nothing; what stands behind it may read the answers. */
    DECISIONS("purchasingDecisions"),
    /** The fields that must not be blank. */
    REQUIRED_FIELDS("requiredFields"),
    /** The acceptance criteria of the flow, then of the source. */
    ACCEPTANCE("acceptanceCriteria"),
    /** Leads that came before. */
    DUPLICATES("duplicateCheck"),
    /** Lists whose leads are not wanted. */
    SUPPRESSION("suppression"),
    /** The purchase price. Refuses nothing; what stands behind it may read {@code price}. */
    PRICING("pricing"),
    /** The caps of the flow, then of the source. */
    CAPS("caps");

    /** The order of a flow that names none. */
    public static final List<GateKind> STANDARD = List.of(values());

    private final String text;

    GateKind(String text) {
        this.text = text;
    }

    /** The word in definitions and events: {@code duplicateCheck}. */
    public String text() {
        return text;
    }
}
