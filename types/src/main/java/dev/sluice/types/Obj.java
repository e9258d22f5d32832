package dev.sluice.types;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Named members in an order: a {@link Shape} and a value for each of its names. A member may be {@link Missing}; it then
 * counts as absent everywhere. Immutable; {@link #with} shares all other values.
 */
public final class Obj implements Value {
    /** The object without members. */
    public static final Obj EMPTY = new Obj(Shape.EMPTY, new Value[0]);

    private final Shape shape;
    private final Value[] values;

    private Obj(Shape shape, Value[] values) {
        this.shape = shape;
        this.values = values;
    }

    /** The object of {@code shape} whose values are {@code values}, copied; there must be one for each name. */
    public static Obj of(Shape shape, Value... values) {
        if (values.length != shape.size()) {
            throw new IllegalArgumentException(shape + " needs " + shape.size() + " values, not " + values.length);
        }
        return new Obj(shape, values.clone());
    }

    /** The object of the given members, in the map's order. */
    public static Obj of(Map<String, ? extends Value> members) {
        if (members.isEmpty()) {
            return EMPTY;
        }
        return new Obj(Shape.of(List.copyOf(members.keySet())), members.values().toArray(Value[]::new));
    }

    /** An object of {@code shape} in which every member is missing. */
    public static Obj blank(Shape shape) {
        Value[] values = new Value[shape.size()];
        Arrays.fill(values, Missing.MISSING);
        return new Obj(shape, values);
    }

    /** Starts an object of {@code shape} in which every member is missing. */
    public static Builder builder(Shape shape) {
        return new Builder(shape);
    }

    /** Fills an object member by member without a copy for each. For one object and one thread. */
    public static final class Builder {
        private final Shape shape;
        private Value @Nullable [] values;

        private Builder(Shape shape) {
            this.shape = shape;
            this.values = new Value[shape.size()];
            Arrays.fill(values, Missing.MISSING);
        }

        /** The value so far at place {@code i} of the shape. */
        public Value at(int i) {
            return open()[i];
        }

        /** Puts {@code value} at place {@code i} of the shape. */
        public Builder set(int i, Value value) {
            open()[i] = requireNonNull(value, "value");
            return this;
        }

        /** Puts {@code value} at the place of {@code name}, which the shape must have. */
        public Builder set(String name, Value value) {
            int at = shape.indexOf(name);
            if (at < 0) {
                throw new IllegalArgumentException(shape + " has no member " + name);
            }
            return set(at, value);
        }

        /** The object; the builder is of no use afterwards. */
        public Obj build() {
            Obj built = new Obj(shape, open());
            values = null;
            return built;
        }

        private Value[] open() {
            Value[] filled = values;
            if (filled == null) {
                throw new IllegalStateException("the object is built already: start another builder");
            }
            return filled;
        }
    }

    /** The names and their order. */
    public Shape shape() {
        return shape;
    }

    /** The value at place {@code i} of the shape. */
    public Value at(int i) {
        return values[i];
    }

    /** The member {@code name}, or {@link Missing}. */
    public Value get(String name) {
        int at = shape.indexOf(name);
        return at < 0 ? Missing.MISSING : values[at];
    }

    /** This object with {@code value} as its member {@code name}; this very object when it has that same value already. */
    public Obj with(String name, Value value) {
        requireNonNull(value, "value");
        int at = shape.indexOf(name);
        return at < 0 ? longer(name, value) : withAt(at, value);
    }

    /** This object with two members, at the cost of one where it has both names. */
    public Obj with(String name, Value value, String other, Value otherValue) {
        int at = shape.indexOf(name);
        int otherAt = shape.indexOf(other);
        if (at < 0 || otherAt < 0) {
            return with(name, value).with(other, otherValue);
        }
        Value[] next = values.clone();
        next[at] = requireNonNull(value, "value");
        next[otherAt] = requireNonNull(otherValue, "otherValue");
        return new Obj(shape, next);
    }

    /** This object with {@code value} at place {@code i} of its shape. */
    public Obj withAt(int i, Value value) {
        if (values[i] == value) {
            return this;
        }
        Value[] next = values.clone();
        next[i] = requireNonNull(value, "value");
        return new Obj(shape, next);
    }

    private Obj longer(String name, Value value) {
        if (value.isMissing()) {
            return this;
        }
        Value[] next = Arrays.copyOf(values, values.length + 1);
        next[values.length] = value;
        return new Obj(shape.plus(name), next);
    }

    /** This object with all present members of {@code other} put over its own. */
    public Obj merge(Obj other) {
        if (values.length == 0 || other.values.length == 0) {
            return values.length == 0 ? other : this;
        }
        Shape wider = wider(other);
        Value[] next = Arrays.copyOf(values, wider.size());
        boolean changed = wider != shape;
        for (int i = 0; i < other.values.length; i++) {
            if (!other.values[i].isMissing()) {
                int at = wider.indexOf(other.shape.name(i));
                changed |= next[at] != other.values[i];
                next[at] = other.values[i];
            }
        }
        return changed ? new Obj(wider, next) : this;
    }

    /** This shape with the names behind it that only present members of {@code other} have. */
    private Shape wider(Obj other) {
        Shape wider = shape;
        for (int i = 0; i < other.values.length; i++) {
            if (!other.values[i].isMissing() && wider.indexOf(other.shape.name(i)) < 0) {
                wider = wider.plus(other.shape.name(i));
            }
        }
        return wider;
    }

    /** The same members under shape {@code target}; members that it does not name follow after it, in a shape of their own. */
    public Obj shapedAs(Shape target) {
        if (shape == target) {
            return this;
        }
        return blank(target).merge(this);
    }

    /** The present members by name, in order. */
    public Map<String, Value> members() {
        Map<String, Value> members = new LinkedHashMap<>(values.length * 2);
        for (int i = 0; i < values.length; i++) {
            if (!values[i].isMissing()) {
                members.put(shape.name(i), values[i]);
            }
        }
        return members;
    }

    /** The number of present members. */
    public int size() {
        int size = 0;
        for (Value value : values) {
            size += value.isMissing() ? 0 : 1;
        }
        return size;
    }

    @Override
    public boolean isBlank() {
        return size() == 0;
    }

    @Override
    public Value part(String name) {
        return get(name);
    }

    @Override
    public String text() {
        return JsonText.of(this);
    }

    @Override
    public <R> R match(Matcher<R> matcher) {
        return matcher.obj(this);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Obj obj && (this == obj || members().equals(obj.members()));
    }

    @Override
    public int hashCode() {
        return members().hashCode();
    }

    @Override
    public String toString() {
        return "object of " + size();
    }
}
