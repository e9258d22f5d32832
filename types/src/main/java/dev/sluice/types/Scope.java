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

    private final Obj lead;
    private final Obj appended;
    private final Obj steps;
    private final Obj recipient;
    private final Obj vars;
    /** All sections by their ordinals, of which those that steps change are empty here; never written to. */
    private final Obj[] settled;

    private Scope(Obj lead, Obj appended, Obj steps, Obj recipient, Obj vars, Obj[] settled) {
        this.lead = lead;
        this.appended = appended;
        this.steps = steps;
        this.recipient = recipient;
        this.vars = vars;
        this.settled = settled;
    }

    private static Scope empty() {
        Obj[] settled = new Obj[Section.values().length];
        Arrays.fill(settled, Obj.EMPTY);
        return new Scope(Obj.EMPTY, Obj.EMPTY, Obj.EMPTY, Obj.EMPTY, Obj.EMPTY, settled);
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
        return switch (section) {
            case LEAD -> lead;
            case APPENDED -> appended;
            case STEPS -> steps;
            case RECIPIENT -> recipient;
            case VARS -> vars;
            default -> settled[section.ordinal()];
        };
    }

    /** This scope with {@code next} as its {@code section}. */
    public Scope with(Section section, Obj next) {
        return section(section) == next ? this : with(section, next, section, next);
    }

    /** This scope with two sections replaced, at the cost of one. */
    public Scope with(Section section, Obj next, Section other, Obj otherNext) {
        requireNonNull(next, "next");
        requireNonNull(otherNext, "otherNext");
        return new Scope(
                one(Section.LEAD, lead, section, next, other, otherNext),
                one(Section.APPENDED, appended, section, next, other, otherNext),
                one(Section.STEPS, steps, section, next, other, otherNext),
                one(Section.RECIPIENT, recipient, section, next, other, otherNext),
                one(Section.VARS, vars, section, next, other, otherNext),
                settled(settled(settled, section, next), other, otherNext));
    }

    private static Obj one(Section wanted, Obj present, Section section, Obj next, Section other, Obj otherNext) {
        if (wanted == other) {
            return otherNext;
        }
        return wanted == section ? next : present;
    }

    private static Obj[] settled(Obj[] present, Section section, Obj next) {
        if (isSetBySteps(section) || present[section.ordinal()] == next) {
            return present;
        }
        Obj[] copy = present.clone();
        copy[section.ordinal()] = next;
        return copy;
    }

    private static boolean isSetBySteps(Section section) {
        return switch (section) {
            case LEAD, APPENDED, STEPS, RECIPIENT, VARS -> true;
            default -> false;
        };
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
        return "scope of "
                + Arrays.stream(SECTIONS)
                        .mapToInt(section -> section(section).size())
                        .sum() + " values";
    }
}
