package dev.sluice.lists;

/** What became of one value that was to be added to a list or deleted from it. */
public enum ListChange {
    /** It was not in the list, and is now. */
    ADDED,
    /** It was in the list already, and counts as added now. */
    RENEWED,
    /** It was in the list, and is no more. */
    DELETED,
    /** It was to be deleted, but is not in the list. */
    ABSENT,
    /** It is blank, or not valid for its type: no list holds such values. */
    REJECTED;

    /** Whether the list is as it was asked for because of this value. */
    public boolean accepted() {
        return this == ADDED || this == RENEWED || this == DELETED;
    }
}
