package dev.sluice.flow.diff;

import dev.sluice.flow.FlowDefinition;
import dev.sluice.json.ValueJson;
import dev.sluice.types.Arr;
import dev.sluice.types.Obj;
import java.util.List;

/**
 * What differs between two definitions. What has an id is recognised by it wherever it stands, rules and prices by what
 * they say; so what moves has moved, and is not removed and added. Empty exactly when the definitions are equal.
 *
 * <p>Immutable; the same two definitions always give the same text. Nothing that was written as a secret is shown: hashes
 * of keys, settings and mappings whose name says password, token and the like, defaults and rules of secret fields.
 *
 * @param changes in the order of the definition
 * @param consequences what follows for counts; empty when nothing does
 */
public record FlowDifference(List<Change> changes, List<Consequence> consequences) {
    public FlowDifference {
        changes = List.copyOf(changes);
        consequences = List.copyOf(consequences);
    }

    /** What makes {@code after} of {@code before}; they may be any two definitions, also such as cannot be opened. */
    public static FlowDifference between(FlowDefinition before, FlowDefinition after) {
        if (before.equals(after)) {
            return new FlowDifference(List.of(), List.of());
        }
        List<Change> changes = Comparison.of(before, after);
        return new FlowDifference(changes, Consequences.of(before, after, changes));
    }

    public boolean isEmpty() {
        return changes.isEmpty();
    }

    /** A line for each change, then one for each consequence; empty text when nothing differs. */
    public String text() {
        StringBuilder text = new StringBuilder();
        changes.forEach(change -> text.append(change.words()).append('\n'));
        consequences.forEach(
                consequence -> text.append("! ").append(consequence.words()).append('\n'));
        return text.toString();
    }

    /** {@code {"changes": [...], "consequences": [...]}} on one line with sorted names. */
    public String toJson() {
        return ValueJson.canonical(Obj.EMPTY
                .with("changes", Arr.of(changes.stream().map(Change::toValue).toList()))
                .with(
                        "consequences",
                        Arr.of(consequences.stream().map(Consequence::toValue).toList())));
    }

    @Override
    public String toString() {
        return text();
    }
}
