package dev.sluice.flow.check;

/** Looks for one kind of fault. Stateless; never throws for what a definition says. */
public interface Check {
    /** Adds what is wrong with {@code subject} to {@code found}. */
    void check(Subject subject, Found found);
}
