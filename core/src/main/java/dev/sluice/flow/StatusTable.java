package dev.sluice.flow;

/** Which status of HTTP stands for which answer. */
public enum StatusTable {
    /** 201 for every lead that was handled, whatever became of it; 200 for every ping. */
    STANDARD,
    /** A status of its own for each kind of answer: 409 for a duplicate, 422 for a refusal, 429 at a cap. */
    STRICT
}
