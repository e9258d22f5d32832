package dev.sluice.flow;

/** How an answer to a source is written. */
public enum ResponseFormat {
    JSON,
    /** A document with the root {@code result}. */
    XML,
    /** Lines of {@code name: value}. */
    TEXT
}
