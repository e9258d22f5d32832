package dev.sluice.types;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The names of an object's members and their order, shared by all objects that have the same ones. Two shapes are the
 * same only when they are the same instance: that is what lets a {@link Ref} read by index. Immutable.
 */
public final class Shape {
    private static final Shape[] NONE = {};
    private static final int MAX_FOLLOWERS = 16;
    /** How many followers are still to be remembered, of all shapes: names may come from anybody. */
    private static final AtomicInteger ROOM = new AtomicInteger(4_096);

    /** The shape without members. */
    public static final Shape EMPTY = new Shape(List.of());

    private final List<String> names;
    private final Map<String, Integer> index;
    /** Shapes with one more name. Two threads may lose one of them; it is then made again. */
    private volatile Shape[] followers = NONE;

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

    /** A shape that has {@code name} at its end, mostly the same one each time; the name must be new. */
    Shape plus(String name) {
        for (Shape follower : followers) {
            if (follower.name(names.size()).equals(name)) {
                return follower;
            }
        }
        return remembered(new Shape(append(name)));
    }

    private Shape remembered(Shape follower) {
        Shape[] known = followers;
        if (known.length < MAX_FOLLOWERS && ROOM.get() > 0 && ROOM.getAndDecrement() > 0) {
            Shape[] more = Arrays.copyOf(known, known.length + 1);
            more[known.length] = follower;
            followers = more;
        }
        return follower;
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
