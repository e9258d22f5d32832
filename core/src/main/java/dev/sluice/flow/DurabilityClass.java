package dev.sluice.flow;

/** What the answers of a flow must survive at least; a store that promises less does not get to keep its leads. From weakest to strongest. */
public enum DurabilityClass {
    /** Nothing: the heap will do. */
    MEMORY,
    /** A killed process. */
    OS,
    /** Power loss, as far as the device keeps its promise. */
    SYNCED,
    /** The loss of one node. */
    REPLICATED
}
