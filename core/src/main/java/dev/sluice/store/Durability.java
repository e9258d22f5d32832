package dev.sluice.store;

/** What an answer survives; a store declares its class, and a flow may demand one. From weakest to strongest. */
public enum Durability {
    /** The heap: nothing. */
    MEMORY,
    /** Handed to the operating system: a killed process. */
    OS,
    /** Forced to the device: power loss, as far as the device keeps its promise. */
    SYNCED,
    /** Held by a quorum: the loss of one node. */
    REPLICATED
}
