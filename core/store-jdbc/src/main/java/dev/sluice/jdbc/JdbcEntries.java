package dev.sluice.jdbc;

import dev.sluice.store.Entries;
import dev.sluice.store.EntryKey;
import dev.sluice.store.GroupCommit;
import java.time.Instant;
import java.util.List;

/** Lists as they were committed. */
final class JdbcEntries implements Entries {
    private final Reading reading;
    private final GroupCommit<Job> commit;

    JdbcEntries(Reading reading, GroupCommit<Job> commit) {
        this.reading = reading;
        this.commit = commit;
    }

    @Override
    public long count(String account, String list, Instant moment) {
        return reading.read(session -> session.first(
                        "select count(*) from entry where account = ? and list = ?"
                                + " and (expires_at is null or expires_at > ?)",
                        row -> row.getLong(1),
                        account,
                        list,
                        moment.toEpochMilli())
                .orElse(0L));
    }

    /** What is in the writer's memory of a removed entry has expired, too, and is passed over by all who read it. */
    @Override
    public int prune(String account, Instant moment, int limit) {
        return Exclusive.run(commit, session -> {
            List<EntryKey> expired = session.list(
                    "select list, token from entry where account = ? and expires_at <= ? order by expires_at limit ?",
                    row -> new EntryKey(account, row.getString(1), row.getString(2)),
                    account,
                    moment.toEpochMilli(),
                    limit);
            expired.forEach(key -> session.update(
                    "delete from entry where account = ? and list = ? and token = ? and expires_at <= ?",
                    account,
                    key.list(),
                    key.token(),
                    moment.toEpochMilli()));
            return expired.size();
        });
    }
}
