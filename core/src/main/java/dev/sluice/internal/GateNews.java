package dev.sluice.internal;

import dev.sluice.internal.caps.Counting;
import dev.sluice.internal.record.Journal;
import dev.sluice.store.Changes;
import dev.sluice.store.View;
import org.jspecify.annotations.Nullable;

/** Where a question leaves what follows from an answer, within the write that judges a lead. */
public final class GateNews {
    private final View view;
    private final Changes changes;
    private final Journal.Draft draft;
    private @Nullable Counting counting;

    GateNews(View view, Changes changes, Journal.Draft draft) {
        this.view = view;
        this.changes = changes;
        this.draft = draft;
    }

    /** What the answer was based on. */
    public View view() {
        return view;
    }

    /** Beside those of taking the lead. */
    public Changes changes() {
        return changes;
    }

    /** The events of this write. */
    public Journal.Draft draft() {
        return draft;
    }

    /** Adds to what counts whether the lead is taken or not. */
    public Counting counting() {
        Counting known = counting == null ? new Counting(changes) : counting;
        counting = known;
        return known;
    }
}
