package dev.sluice.flow.diff;

import dev.sluice.types.Arr;
import dev.sluice.types.Obj;
import dev.sluice.types.Value;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * One place of both definitions.
 *
 * @param owner to whom it belongs
 * @param setting the way to it from its owner; empty for the owner itself
 * @param member the name under which it stands
 * @param names what the names below it mean
 */
record Spot(Side before, Side after, Owner owner, String setting, String member, Names names) {
    private static final Set<String> FREE = Set.of("config", "metadata", "rhv", "defaultValue", "default", "transform");
    /** Lists whose elements may be bare texts. */
    private static final Set<String> MIXED = Set.of("caps", "keyHashes");
    /** Objects whose absence says no more than an empty one. */
    private static final Set<String> GROUPS =
            Set.of("pricing", "acceptanceCriteria", "listChecks", "config", "metadata", "purchasingDecisions");

    /** What names of members mean. */
    enum Names {
        /** What the form of definitions says. */
        KEYS,
        /** Names of list checks. */
        LIST_CHECKS,
        /** Whatever the author likes. */
        ANY
    }

    static Spot root(Side before, Side after) {
        return new Spot(before, after, Owner.FLOW, "", "", Names.KEYS);
    }

    boolean isEqual() {
        return before.real().equals(after.real());
    }

    /** Whether both are objects, or one is and the other, being absent, means an empty one. */
    boolean areObjects() {
        return areAll(Obj.class, GROUPS.contains(member));
    }

    /** Whether both are lists of things that are recognised one by one. */
    boolean areLists() {
        return names == Names.KEYS && areAll(Arr.class, true) && hasThings(before) && hasThings(after);
    }

    private boolean areAll(Class<? extends Value> type, boolean mayBeAbsent) {
        return isA(before, type, mayBeAbsent) && isA(after, type, mayBeAbsent);
    }

    private static boolean isA(Side side, Class<? extends Value> type, boolean mayBeAbsent) {
        return type.isInstance(side.real()) || (mayBeAbsent && side.isAbsent());
    }

    private boolean hasThings(Side side) {
        return MIXED.contains(member) || side.elements().stream().allMatch(each -> each.real() instanceof Obj);
    }

    /** The names of both, those of the definition before first. */
    Set<String> members() {
        Set<String> all = new LinkedHashSet<>(before.names());
        all.addAll(after.names());
        return all;
    }

    Spot at(String name) {
        Side a = before.member(name);
        Side b = after.member(name);
        if (names == Names.LIST_CHECKS) {
            return new Spot(a, b, owner.inside(Subject.LIST_CHECK, name), "", "", Names.KEYS);
        }
        Subject subject = names == Names.KEYS && isObject(a, b) ? Subject.member(name) : Subject.SETTING;
        Names below = below(name);
        return subject == Subject.SETTING
                ? new Spot(a, b, owner, setting.isEmpty() ? name : setting + "." + name, name, below)
                : new Spot(a, b, owner.inside(subject, ""), "", name, below);
    }

    private static boolean isObject(Side a, Side b) {
        return a.real() instanceof Obj || b.real() instanceof Obj;
    }

    private Names below(String name) {
        if (names == Names.ANY || FREE.contains(name)) {
            return Names.ANY;
        }
        return name.equals("listChecks") && owner.outer() == null ? Names.LIST_CHECKS : Names.KEYS;
    }

    /** Two elements of the lists here that are the same thing, or one of them and nothing. */
    Spot element(Side a, Side b) {
        Side known = a.isAbsent() ? b : a;
        Subject subject = Subject.element(member, known.real());
        return new Spot(a, b, owner.inside(subject, Phrases.name(subject, known.shown())), "", "", Names.KEYS);
    }

    Side nowhereBefore() {
        return before.without();
    }

    Side nowhereAfter() {
        return after.without();
    }
}
