package dev.sluice.internal.mapping;

import dev.sluice.types.Lead;
import java.util.Map;

/** Names in the order in which leads have them, and the places of their fields: found by comparing instead of hashing. Immutable. */
public final class NamesInOrder {
    private final String[] names;
    private final int[] found;
    private final Map<String, Integer> places;

    private NamesInOrder(String[] names, int[] found, Map<String, Integer> places) {
        this.names = names;
        this.found = found;
        this.places = places;
    }

    /** The names of {@code lead}; all others are looked up in {@code places}. */
    public static NamesInOrder of(Lead lead, Map<String, Integer> places) {
        String[] names = lead.names().toArray(String[]::new);
        int[] found = new int[names.length];
        for (int i = 0; i < names.length; i++) {
            found[i] = places.getOrDefault(names[i], -1);
        }
        return new NamesInOrder(names, found, places);
    }

    /** The place of the field that {@code name}, the {@code i}th of a lead, stands for; -1 for none. */
    public int place(int i, String name) {
        return i < names.length && names[i].equals(name) ? found[i] : places.getOrDefault(name, -1);
    }
}
