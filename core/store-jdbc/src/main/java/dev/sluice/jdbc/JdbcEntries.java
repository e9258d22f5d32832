package dev.sluice.jdbc;

import dev.sluice.jdbc.internal.sql.Link;
import dev.sluice.jdbc.internal.sql.Times;
import dev.sluice.jdbc.internal.write.Writer;
import dev.sluice.store.Entries;
import dev.sluice.store.EntryKey;
import java.time.Instant;
import java.util.List;

/** Lists as they were committed. */
record JdbcEntries(Link reading, Writer writer) implements Entries {

    @Override
    public long count(String account, String list, Instant moment) {
        return reading.ask(session -> session.first(
                        "select count(*) from entry where account = ? and list = ?"
                                + " and (expires_at is null or expires_at > ?)",
                        row -> row.getLong(1),
                        account,
                        list,
                        Times.millis(moment))
                .orElse(0L));
    }

    /** What is in a writer's memory of a removed entry has expired, too, and is passed over by all who read it. */
    @Override
    public int prune(String account, Instant moment, int limit) {
        long millis = Times.millis(moment);
        return writer.transaction(session -> {
            List<EntryKey> expired = session.list(
                    "select list, token from entry where account = ? and expires_at <= ? order by expires_at limit ?"
                            + session.dialect().skipLocked(),
                    row -> new EntryKey(account, row.getString(1), row.getString(2)),
                    account,
                    millis,
                    limit);
            expired.forEach(key -> session.update(
                    "delete from entry where account = ? and list = ? and token = ? and expires_at <= ?",
                    account,
                    key.list(),
                    key.token(),
                    millis));
            return expired.size();
        });
    }
}
