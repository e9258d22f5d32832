package dev.sluice.report;

/** What of the events it takes to work a number out. */
enum Needs {
    /** Columns of events, each by itself. */
    EVENTS,
    /** What rejections say of themselves. */
    REJECTIONS,
    /** What look-ups say of themselves. */
    ENHANCEMENTS,
    /** A lead's events together, money, and what feedback says of itself. */
    LEADS,
    /** Events of all types. */
    EVERYTHING,
    /** The data of leads. */
    SNAPSHOTS
}
