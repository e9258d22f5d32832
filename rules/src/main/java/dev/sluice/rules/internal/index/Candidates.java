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
 * Which slots hold conditions that a lead may satisfy. It errs to one side only: a slot that it leaves out surely fails,
 * one that it leaves in must still be asked. Immutable; a change copies what it touches.
 */
public final class Candidates {
    /** Knows nothing: every slot is a candidate. */
    public static final Candidates NONE = new Candidates(Map.of());

    private final Map<Key, Column> byKey;
    private final Column[] columns;

    private Candidates(Map<Key, Column> byKey) {
        this.byKey = byKey;
        this.columns = byKey.values().toArray(Column[]::new);
    }

    private enum Way {
        KEYS,
        EXCLUDED,
        RANGE,
        ASKED
    }

    private record Key(Way way, String path, @Nullable Operator operator) {}

    /** These candidates with what the condition in {@code slot} requires. */
    public Candidates with(int slot, List<Requirement> requirements) {
        Map<Key, Column> next = new LinkedHashMap<>(byKey);
        for (Requirement requirement : requirements) {
            Way way = way(requirement);
            if (way != null) {
                Key key = new Key(
                        way, requirement.ref().path(), way == Way.ASKED ? positive(requirement.operator()) : null);
                Column column = next.get(key);
                next.put(key, (column == null ? column(way, requirement) : column).with(slot, requirement));
            }
        }
        return new Candidates(next);
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

    /** Takes out of {@code slots}, 64 to a word, those whose conditions surely fail. */
    public void restrict(long[] slots, Scope scope, At at) {
        for (Column column : columns) {
            column.restrict(slots, scope, at);
        }
    }
}
