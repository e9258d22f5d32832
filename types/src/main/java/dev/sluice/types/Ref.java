package dev.sluice.types;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A path that a {@link Layout} has compiled: it reads by index where an object has the expected shape, and by name
 * everywhere else, so it is always right and usually fast. Immutable and safe on any thread.
 */
public final class Ref {
    private static final Section[] UNDECLARED = {Section.VARS, Section.LEAD, Section.APPENDED};

    private final String path;
    private final Section @Nullable [] search;
    private final Section section;
    private final @Nullable String member;
    private final @Nullable Shape shape;
    private final int index;
    private final @Nullable FieldType type;
    private final int component;
    private final String[] parts;
    private final boolean declared;
    /** Whether it is a declared member and nothing below it: most paths are. */
    private final boolean plain;

    private Ref(
            String path,
            Section @Nullable [] search,
            Section section,
            @Nullable Shape shape,
            @Nullable FieldType type,
            List<String> words,
            boolean declared) {
        this.path = path;
        this.search = search;
        this.section = section;
        this.member = words.isEmpty() ? null : words.get(0);
        this.shape = shape;
        this.index = member == null || shape == null ? -1 : shape.indexOf(member);
        this.type = type;
        this.parts = words.size() < 2
                ? new String[0]
                : words.subList(1, words.size()).toArray(String[]::new);
        this.component = type == null || parts.length == 0 ? -1 : component(type, parts[0]);
        this.declared = declared;
        this.plain = search == null && index >= 0 && parts.length == 0;
    }

    private static int component(FieldType type, String name) {
        return type.parts().indexOf(type.aliases().getOrDefault(name, name));
    }

    /** A path into {@code section}, whose objects usually have {@code shape}. */
    static Ref into(
            String path, Section section, Shape shape, @Nullable FieldType type, List<String> words, boolean declared) {
        return new Ref(path, null, section, shape, type, words, declared);
    }

    /** A path whose first word nothing declares: looked for among the names of their own, the lead, then what was appended. */
    static Ref undeclared(String path, List<String> words) {
        return new Ref(path, UNDECLARED, Section.LEAD, null, null, words, false);
    }

    /** The path as it was written. */
    public String path() {
        return path;
    }

    /** Whether the flow declares what this path names; if not, it may still be there when a lead comes. */
    public boolean declared() {
        return declared;
    }

    /** The section read; for an undeclared name the lead, where it is most likely found. */
    public Section section() {
        return section;
    }

    /** The type of the field that the path reads or reads a component of, when the flow declares one. */
    public Optional<FieldType> type() {
        return Optional.ofNullable(type);
    }

    /** The type of the value that is read, when the flow declares one: that of a field, not of its components. */
    public Optional<FieldType> ownType() {
        return parts.length == 0 ? type() : Optional.empty();
    }

    /** The member of the section, empty when the path names the whole section. */
    public Optional<String> member() {
        return Optional.ofNullable(member);
    }

    /** True when the path goes on below the member: a component, a nested member, an element. */
    public boolean isPart() {
        return parts.length > 0;
    }

    /** The shape that the section's objects usually have; null when the path does not say which section it reads. */
    public @Nullable Shape shape() {
        return shape;
    }

    /** Where the value stands in objects of {@link #shape()} when the path is one declared member, -1 when there is more to it. */
    public int place() {
        return plain ? index : -1;
    }

    /** The value in {@code scope}, or {@link Missing}. */
    public Value read(Scope scope) {
        if (plain) {
            Obj obj = scope.section(section);
            return obj.shape() == shape ? obj.at(index) : member(obj);
        }
        Value value = search == null ? member(scope.section(section)) : search(scope);
        return parts.length == 0 ? value : descend(value);
    }

    private Value member(Obj obj) {
        if (member == null) {
            return obj;
        }
        return index >= 0 && obj.shape() == shape ? obj.at(index) : obj.get(member);
    }

    private Value search(Scope scope) {
        for (Section candidate : UNDECLARED) {
            Value value = member(scope.section(candidate));
            if (!value.isMissing()) {
                return value;
            }
        }
        return Missing.MISSING;
    }

    private Value descend(Value value) {
        int from = 0;
        Value part = value;
        if (component >= 0 && value instanceof Typed typed && typed.type() == type) {
            part = typed.component(component);
            from = 1;
        }
        for (int i = from; i < parts.length; i++) {
            part = part.part(parts[i]);
        }
        return part;
    }

    @Override
    public String toString() {
        return path;
    }
}
