package dev.sluice.types;

import java.util.ArrayList;
import java.util.List;

/** What differs between two scopes, in a form that can be stored and applied again. Immutable once built by {@link #between}. */
public final class Delta {
    private final List<Change> changes;

    private Delta(List<Change> changes) {
        this.changes = List.copyOf(changes);
    }

    /**
     * One member of one section.
     *
     * @param now the new value; {@link Missing} when the member was removed
     */
    public record Change(Section section, String name, Value now) {}

    /** The given changes, in their order. */
    public static Delta of(List<Change> changes) {
        return new Delta(changes);
    }

    /** What {@code after} has that {@code before} has not, and the reverse. */
    public static Delta between(Scope before, Scope after) {
        List<Change> changes = new ArrayList<>();
        after.diff(before, new ChangeSink() {
            @Override
            public void set(Section section, String name, Value now) {
                changes.add(new Change(section, name, now));
            }

            @Override
            public void removed(Section section, String name) {
                changes.add(new Change(section, name, Missing.MISSING));
            }
        });
        return new Delta(changes);
    }

    /** All changes; unmodifiable. */
    public List<Change> list() {
        return changes;
    }

    Scope applyTo(Scope scope) {
        Scope next = scope;
        for (Change change : changes) {
            next = next.with(change.section(), next.section(change.section()).with(change.name(), change.now()));
        }
        return next;
    }
}
