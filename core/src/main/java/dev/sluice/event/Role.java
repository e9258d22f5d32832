package dev.sluice.event;

import static java.util.Objects.requireNonNull;

import java.util.HashMap;
import java.util.Map;

/**
 * What somebody who reads events may see. Immutable.
 *
 * @param name as the record of who read what calls it
 * @param personal personal values that {@code fields} says nothing of
 * @param detail requests, responses and texts of faults: clear, or not at all
 * @param fields single values, by the section and the name in it: {@code lead.income}, {@code appended.credit}; {@code
 *     appended.*} stands for all of a section that are not named
 */
public record Role(String name, Sight personal, Sight detail, Map<String, Sight> fields) {
    /** Sees everything but secrets, which nobody sees. */
    public static final Role AUDITOR = new Role("auditor", Sight.CLEAR, Sight.CLEAR, Map.of());

    /** Sees masks of personal values. */
    public static final Role OPERATOR = new Role("operator", Sight.MASKED, Sight.HIDDEN, Map.of());

    /** Sees no personal value at all. */
    public static final Role ANALYST = new Role("analyst", Sight.HIDDEN, Sight.HIDDEN, Map.of());

    public Role {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a role has a name");
        }
        requireNonNull(personal, "personal");
        requireNonNull(detail, "detail");
        fields = Map.copyOf(fields);
    }

    /** This role with {@code sight} of the value at {@code path}. */
    public Role with(String path, Sight sight) {
        Map<String, Sight> more = new HashMap<>(fields);
        more.put(requireNonNull(path, "path"), requireNonNull(sight, "sight"));
        return new Role(name, personal, detail, more);
    }

    /** What it sees of a personal value called {@code name} in {@code section}. */
    Sight of(String section, String member) {
        Sight own = fields.get(section + "." + member);
        return own == null ? fields.getOrDefault(section + ".*", personal) : own;
    }

    boolean needsPseudonyms() {
        return personal.isPseudonym() || fields.values().stream().anyMatch(Sight::isPseudonym);
    }

    /** Whether it sees any personal value as it is, so that its looking is put on record. */
    public boolean seesPersonal() {
        return personal == Sight.CLEAR || detail == Sight.CLEAR || fields.containsValue(Sight.CLEAR);
    }
}
