package dev.sluice.lists;

import java.util.List;

/**
 * What became of values that were to be added to a list or deleted from it.
 *
 * @param each in the order of the values
 */
public record ListChanges(List<ListChange> each) {
    public ListChanges {
        each = List.copyOf(each);
    }

    /** How many values were added or deleted. */
    public int accepted() {
        return (int) each.stream().filter(ListChange::accepted).count();
    }

    /** How many values changed nothing: absent, blank or invalid. */
    public int rejected() {
        return each.size() - accepted();
    }
}
