package dev.sluice.jdbc;

import dev.sluice.store.WorkId;
import dev.sluice.store.WorkItem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Planned work that is due. */
final class WorkTable {
    private final Session session;

    WorkTable(Session session) {
        this.session = session;
    }

    List<WorkItem> take(Instant now, int limit, Duration lease) {
        List<WorkItem> due = session.list(
                "select account, id, kind, due_at, attempts + 1, ref from work"
                        + " where due_at <= ? and (lease_until is null or lease_until <= ?)"
                        + " order by due_at, account, id limit ?"
                        + session.dialect().skipLocked(),
                WorkTable::read,
                Times.millis(now),
                Times.millis(now),
                limit);
        long until = Times.millis(now.plus(lease));
        due.forEach(item -> session.update(
                "update work set lease_until = ?, attempts = ? where account = ? and id = ?",
                until,
                item.attempts(),
                item.id().account(),
                item.id().id()));
        return due;
    }

    private static WorkItem read(ResultSet row) throws SQLException {
        return new WorkItem(
                new WorkId(row.getString(1), row.getString(2)),
                row.getString(3),
                Instant.ofEpochMilli(row.getLong(4)),
                row.getInt(5),
                row.getString(6));
    }
}
