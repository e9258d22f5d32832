package dev.sluice;

import static java.util.Objects.requireNonNull;

import dev.sluice.flow.FlowDefinition;
import dev.sluice.flow.diff.FlowDifference;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * One of the definitions that a flow has had. Immutable; made by {@link Sluice#revisions}.
 *
 * <p>A flow is reverted by opening an earlier definition again: {@code sluice.open(revision.definition(), "ann")}. That
 * makes a new revision, which tells the one it goes back to; history only grows, and numbers never fall.
 */
public final class FlowRevision {
    private final long number;
    private final Note note;
    private final FlowDefinition definition;
    private final @Nullable FlowDefinition before;

    /**
     * What is noted beside a definition.
     *
     * @param hash of what it says; events carry it
     * @param author who opened it first; null when nobody was named
     * @param at when it was opened, by the host's clock
     * @param reverts the latest earlier revision that said the same; 0 for none
     */
    public record Note(String hash, @Nullable String author, Instant at, long reverts) {
        public Note {
            requireNonNull(hash, "hash");
            requireNonNull(at, "at");
        }
    }

    /** @param before the definition of the revision before; null for the first */
    public FlowRevision(long number, Note note, FlowDefinition definition, @Nullable FlowDefinition before) {
        this.number = number;
        this.note = requireNonNull(note, "note");
        this.definition = requireNonNull(definition, "definition");
        this.before = before;
    }

    /** From 1, without gaps; events carry it. */
    public long number() {
        return number;
    }

    /** The hash of the definition, which events carry. */
    public String hash() {
        return note.hash();
    }

    /** Who opened it first; empty when nobody was named. */
    public Optional<String> author() {
        return Optional.ofNullable(note.author());
    }

    /** When it was opened first, by the host's clock. */
    public Instant at() {
        return note.at();
    }

    /** The latest earlier revision that said the same; empty when it says something new. */
    public OptionalLong reverts() {
        return note.reverts() == 0 ? OptionalLong.empty() : OptionalLong.of(note.reverts());
    }

    /** What it says; opening it again reverts the flow to it. */
    public FlowDefinition definition() {
        return definition;
    }

    /** What it changed; empty for the first. Worked out at each call. */
    public FlowDifference difference() {
        return FlowDifference.between(before == null ? definition : before, definition);
    }

    /** {@code revision 3 of solar by ann at 2026-03-15T14:30:00Z, as revision 1}. */
    @Override
    public String toString() {
        return "revision " + number + " of " + definition.id()
                + author().map(who -> " by " + who).orElse("") + " at " + at()
                + (note.reverts() == 0 ? "" : ", as revision " + note.reverts());
    }
}
