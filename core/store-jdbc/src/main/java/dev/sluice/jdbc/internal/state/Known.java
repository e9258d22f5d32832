package dev.sluice.jdbc.internal.state;

import dev.sluice.jdbc.internal.table.Tenure;
import dev.sluice.store.StreamId;
import dev.sluice.store.View;

/** What decisions look at, and who has which lead. */
interface Known extends View {
    Tenure tenure(StreamId lead);

    /** Whether the stream has no event yet. */
    boolean isNew(StreamId stream);
}
