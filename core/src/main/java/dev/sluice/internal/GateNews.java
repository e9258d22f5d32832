package dev.sluice.internal;

import dev.sluice.store.Changes;
import dev.sluice.store.View;

/**
 * Where a question leaves what follows from an answer, within the write that judges a lead.
 *
 * @param view what the answer was based on
 * @param changes beside those of taking the lead
 * @param draft the events of this write
 */
record GateNews(View view, Changes changes, Journal.Draft draft) {}
