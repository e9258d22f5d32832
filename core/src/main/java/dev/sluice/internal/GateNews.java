package dev.sluice.internal;

import dev.sluice.internal.caps.Counting;
import dev.sluice.internal.record.Journal;
import dev.sluice.store.Changes;
import dev.sluice.store.View;

/**
 * Where a question leaves what follows from an answer, within the write that judges a lead.
 *
 * @param view what the answer was based on
 * @param changes beside those of taking the lead
 * @param draft the events of this write
 * @param counting adds to what counts whether the lead is taken or not
 */
public record GateNews(View view, Changes changes, Journal.Draft draft, Counting counting) {
    GateNews(View view, Changes changes, Journal.Draft draft) {
        this(view, changes, draft, new Counting(changes));
    }
}
