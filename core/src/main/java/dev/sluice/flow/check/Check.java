package dev.sluice.flow.check;

/** Looks for one kind of fault. Stateless. */
interface Check {
    void check(Subject subject, Found found);
}
