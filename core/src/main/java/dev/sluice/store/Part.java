package dev.sluice.store;

/** What of an event may be emptied by itself: its digest stays, so that the chain still holds. */
public enum Part {
    CLEAR,
    SEALED,
    DETAIL
}
