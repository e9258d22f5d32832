package dev.sluice.flow;

/** What stands in the caps of a flow, a source or a recipient: a cap of its own, or the name of one that it shares. */
public sealed interface CapEntry permits Cap, SharedCap {

    /** The id of the cap. */
    String id();
}
