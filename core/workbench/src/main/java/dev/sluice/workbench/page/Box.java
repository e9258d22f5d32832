package dev.sluice.workbench.page;

/**
 * One thing that a lead comes to.
 *
 * @param id a step's id as events have it, or one of the fixed places
 * @param look how it is drawn
 * @param title the first line
 * @param note the second line; empty for none
 * @param enabled false for a step that every lead passes over
 */
record Box(String id, Look look, String title, String note, boolean enabled) {
    static final String SOURCES = "?sources";
    static final String GATES = "?gates";
    static final String REJECTED = "?rejected";
    static final String END = "?end";

    /** What kind of thing it is. */
    enum Look {
        PLACE,
        END,
        FILTER,
        CHOICE,
        LOOK_UP,
        DELIVERY,
        OTHER
    }

    static Box of(String id, Look look, String title, String note) {
        return new Box(id, look, title, note, true);
    }
}
