package dev.sluice.types;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * All data of a lead at one moment: one object for each {@link Section}. Immutable; {@link #with} shares every section
 * that it does not replace, which is why each event can hold the scope of its moment.
 */
public final class Scope {
    /** The scope in which every section is empty. */
    public static final Scope EMPTY = empty();

    private static final Section[] SECTIONS = Section.values();

    private final Obj[] sections;

    private Scope(Obj[] sections) {
        this.sections = sections;
    }

    private static Scope empty() {
        Obj[] sections = new Obj[Section.values().length];
        Arrays.fill(sections, Obj.EMPTY);
        return new Scope(sections);
    }

    /** The scope of nested plain data, as tools give it: members named like a section fill it, all others are names of their own. */
    public static Scope of(Obj tree) {
        Scope scope = EMPTY;
        for (Map.Entry<String, Value> member : tree.members().entrySet()) {
            Section section = Section.of(member.getKey()).orElse(Section.VARS);
            if (section != Section.VARS && member.getValue() instanceof Obj obj) {
                scope = scope.with(section, obj);
            } else {
                scope = scope.with(Section.VARS, scope.section(Section.VARS).with(member.getKey(), member.getValue()));
            }
        }
        return scope;
    }

    /** The object of {@code section}; empty, never null, when nothing is there. */
    public Obj section(Section section) {
        return sections[section.ordinal()];
    }

    /** The same by the section's ordinal, for paths that are read all the time. */
    Obj section(int ordinal) {
        return sections[ordinal];
    }

    /** This scope with {@code next} as its {@code section}. */
    public Scope with(Section section, Obj next) {
        requireNonNull(next, "next");
        if (sections[section.ordinal()] == next) {
            return this;
        }
        Obj[] copy = sections.clone();
        copy[section.ordinal()] = next;
        return new Scope(copy);
    }

    /** This scope with two sections replaced, at the cost of one. */
    public Scope with(Section section, Obj next, Section other, Obj otherNext) {
        requireNonNull(next, "next");
        requireNonNull(otherNext, "otherNext");
        Obj[] copy = sections.clone();
        copy[section.ordinal()] = next;
        copy[other.ordinal()] = otherNext;
        return new Scope(copy);
    }

    /** The value at a path that is read now and then: tools, queries, look-ups by name. Compile a {@link Ref} to read often. */
    public Value get(String path) {
        return Layout.builder().build().compile(path, Stage.ANY).read(this);
    }

    /** Tells {@code sink} what is different from {@code before}; compares by identity, so it costs what changed. */
    public void diff(Scope before, ChangeSink sink) {
        for (Section section : SECTIONS) {
            Obj now = section(section);
            Obj then = before.section(section);
            if (now != then) {
                diff(section, then, now, sink);
            }
        }
    }

    private static void diff(Section section, Obj then, Obj now, ChangeSink sink) {
        for (int i = 0; i < now.shape().size(); i++) {
            String name = now.shape().name(i);
            Value old = then.shape() == now.shape() ? then.at(i) : then.get(name);
            if (old != now.at(i)) {
                tell(section, name, now.at(i), sink);
            }
        }
        if (then.shape() != now.shape()) {
            then.members().keySet().stream()
                    .filter(name -> now.shape().indexOf(name) < 0)
                    .forEach(name -> sink.removed(section, name));
        }
    }

    private static void tell(Section section, String name, Value now, ChangeSink sink) {
        if (now.isMissing()) {
            sink.removed(section, name);
        } else {
            sink.set(section, name, now);
        }
    }

    /** This scope after {@code delta}: the inverse of {@link #diff}. */
    public Scope apply(Delta delta) {
        return delta.applyTo(this);
    }

    /** Members of {@code LEAD} by their name, all others by section and name; components by dots behind the name. */
    public Map<String, Value> flat() {
        Map<String, Value> flat = new LinkedHashMap<>();
        for (Section section : SECTIONS) {
            boolean bare = section == Section.LEAD || section == Section.VARS;
            Flattening.into(flat, bare ? "" : section.path() + ".", section(section));
        }
        return flat;
    }

    /** Every section that holds something as a member named after it; names of their own beside them. */
    public Obj tree() {
        Map<String, Value> tree = new LinkedHashMap<>();
        for (Section section : SECTIONS) {
            if (section == Section.VARS) {
                tree.putAll(section(section).members());
            } else if (!section(section).isBlank()) {
                tree.put(section.path(), section(section));
            }
        }
        return Obj.of(tree);
    }

    @Override
    public String toString() {
        return "scope of " + Arrays.stream(sections).mapToInt(Obj::size).sum() + " values";
    }
}
