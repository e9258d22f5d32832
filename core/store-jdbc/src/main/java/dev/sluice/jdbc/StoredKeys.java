package dev.sluice.jdbc;

import dev.sluice.jdbc.internal.sql.Link;
import dev.sluice.jdbc.internal.table.Rows;
import dev.sluice.jdbc.internal.table.Tables;
import dev.sluice.store.LeadKeys;
import dev.sluice.store.StreamId;
import dev.sluice.store.WrappedKey;
import java.util.Optional;

/** Keys of leads as they are committed. */
record StoredKeys(Link reading) implements LeadKeys.Stored {

    @Override
    public Optional<WrappedKey> key(StreamId lead) {
        return reading.ask(session -> new Rows(session).get(Tables.KEYS, lead));
    }

    @Override
    public boolean isSealed(StreamId lead) {
        return reading.ask(session -> session.first(
                        "select 1 from event where account = ? and stream = ? and (sealed is not null or gone is not"
                                + " null)",
                        row -> true,
                        lead.account(),
                        lead.id())
                .isPresent());
    }
}
