package dev.sluice.rules.internal.index;

import dev.sluice.rules.Operator;
import dev.sluice.rules.internal.check.Checks;
import dev.sluice.rules.internal.check.Reach;
import dev.sluice.rules.internal.program.Requirement;
import dev.sluice.types.At;
import dev.sluice.types.Scope;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which slots hold conditions that a lead may satisfy. A slot that it leaves out surely fails; of those that it leaves in
 * it says which must still be asked. Immutable; a change copies what it touches.
 */
public final class Candidates {
    /** Knows nothing: every slot is a candidate. */
    public static final Candidates NONE = new Candidates(Map.of(), Bits.NONE);

    private final Map<Key, Column> byKey;
    private final Column[] columns;
    private final long[] partial;

    private Candidates(Map<Key, Column> byKey, long[] partial) {
        this.byKey = byKey;
        this.partial = partial;
        this.columns = byKey.values().toArray(Column[]::new);
    }

    private enum Way {
        KEYS,
        EXCLUDED,
        RANGE,
        ASKED
    }

    private record Key(Way way, String path, @Nullable Operator operator) {}

    /**
     * These candidates with what the condition in {@code slot} requires.
     *
     * @param complete whether the requirements are all that the condition says
     */
    public Candidates with(int slot, List<Requirement> requirements, boolean complete) {
        boolean whole = complete;
        Map<Key, Column> next = new LinkedHashMap<>(byKey);
        for (Requirement requirement : requirements) {
            Way way = way(requirement);
            if (way == null) {
                whole = false;
            } else {
                Key key = new Key(
                        way, requirement.ref().path(), way == Way.ASKED ? positive(requirement.operator()) : null);
                Column column = next.get(key);
                Column before = column == null ? column(way, requirement) : column;
                Column after = before.with(slot, requirement);
                whole &= after != before;
                next.put(key, after);
            }
        }
        return new Candidates(next, whole ? partial : Bits.with(partial, slot));
    }

    private static @Nullable Way way(Requirement requirement) {
        Reach reach = requirement.check().reach();
        if (reach instanceof Reach.Keys) {
            return requirement.wanted() ? Way.KEYS : Way.EXCLUDED;
        }
        if (reach instanceof Reach.Interval) {
            return requirement.wanted() ? Way.RANGE : null;
        }
        return reach instanceof Reach.Asked ? Way.ASKED : null;
    }

    private static Operator positive(Operator operator) {
        return Checks.inverted(operator) ? operator.inverse().orElse(operator) : operator;
    }

    private static Column column(Way way, Requirement requirement) {
        return switch (way) {
            case KEYS -> new KeyColumn(requirement.ref());
            case EXCLUDED -> new ExcludedColumn(requirement.ref());
            case RANGE -> new RangeColumn(requirement.ref());
            case ASKED -> new AskedColumn(requirement.ref(), requirement.check());
        };
    }

    /**
     * Takes out of {@code slots}, 64 to a word, those whose conditions surely fail.
     *
     * @return which of those that are left must still be asked
     */
    public Doubts restrict(long[] slots, Scope scope, At at) {
        Doubts doubts = new Doubts(columns.length);
        doubts.add(partial);
        for (Column column : columns) {
            column.restrict(slots, doubts, scope, at);
        }
        return doubts;
    }
}
