package dev.sluice.types;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The names of an object's members and their order, shared by all objects that have the same ones. Two shapes are the
 * same only when they are the same instance: that is what lets a {@link Ref} read by index. Immutable.
 */
public final class Shape {
    /** The shape without members. */
    public static final Shape EMPTY = new Shape(List.of());

    private final List<String> names;
    private final Map<String, Integer> index;

    private Shape(List<String> names) {
        this.names = names;
        this.index = new HashMap<>(names.size() * 2);
        for (int i = 0; i < names.size(); i++) {
            index.put(names.get(i), i);
        }
    }

    /**
     * A new shape with {@code names} in their order.
     *
     * @throws IllegalArgumentException if a name stands twice
     */
    public static Shape of(List<String> names) {
        Set<String> distinct = new LinkedHashSet<>(names);
        if (distinct.size() != names.size()) {
            throw new IllegalArgumentException("a shape names each member once, but a name of " + names + " repeats");
        }
        return names.isEmpty() ? EMPTY : new Shape(List.copyOf(names));
    }

    /** A new shape with {@code names} in their order. */
    public static Shape of(String... names) {
        return of(List.of(names));
    }

    /** The place of {@code name}, or -1. */
    public int indexOf(String name) {
        Integer at = index.get(name);
        return at == null ? -1 : at;
    }

    /** The name at place {@code i}. */
    public String name(int i) {
        return names.get(i);
    }

    /** All names in order; unmodifiable. */
    public List<String> names() {
        return names;
    }

    /** The number of members. */
    public int size() {
        return names.size();
    }

    /** A new shape that has {@code name} at its end; the name must be new. */
    Shape plus(String name) {
        return new Shape(append(name));
    }

    private List<String> append(String name) {
        String[] longer = names.toArray(new String[names.size() + 1]);
        longer[names.size()] = name;
        return List.of(longer);
    }

    @Override
    public String toString() {
        return "shape" + names;
    }
}
