package dev.sluice.jdbc;

import dev.sluice.jdbc.internal.sql.Link;
import dev.sluice.jdbc.internal.table.Rows;
import dev.sluice.jdbc.internal.table.Tables;
import dev.sluice.jdbc.internal.write.Writer;
import dev.sluice.store.Keys;
import dev.sluice.store.StreamId;
import dev.sluice.store.WrappedKey;
import java.util.Optional;

/** The wrapped keys of leads. */
record JdbcKeys(Link reading, Writer writer) implements Keys {

    @Override
    public WrappedKey putIfAbsent(WrappedKey key) {
        StreamId id = new StreamId(key.account(), key.leadId());
        return writer.transaction(session -> {
            Rows rows = new Rows(session);
            Optional<WrappedKey> kept = rows.get(Tables.KEYS, id);
            if (kept.isEmpty()) {
                rows.insert(Tables.KEYS, id, key);
            }
            return kept.orElse(key);
        });
    }

    @Override
    public Optional<WrappedKey> get(String account, String leadId) {
        return reading.ask(session -> new Rows(session).get(Tables.KEYS, new StreamId(account, leadId)));
    }

    @Override
    public boolean destroy(String account, String leadId) {
        return writer.transaction(session -> new Rows(session).delete(Tables.KEYS, new StreamId(account, leadId)));
    }
}
