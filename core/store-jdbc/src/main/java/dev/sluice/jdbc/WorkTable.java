package dev.sluice.jdbc;

import dev.sluice.store.WorkId;
import dev.sluice.store.WorkItem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Planned work, row by row. */
final class WorkTable {
    private final Session session;

    WorkTable(Session session) {
        this.session = session;
    }

    /** Plans the work anew, taken by nobody, or ends it. */
    void put(WorkId id, Optional<WorkItem> work) {
        if (work.isEmpty()) {
            session.update("delete from work where account = ? and id = ?", id.account(), id.id());
            return;
        }
        session.update(
                "insert into work (account, id, kind, due_at, attempts, ref) values (?, ?, ?, ?, ?, ?)"
                        + " on conflict (account, id) do update set kind = excluded.kind, due_at = excluded.due_at,"
                        + " attempts = excluded.attempts, ref = excluded.ref, owner = null, lease_until = null",
                id.account(),
                id.id(),
                work.get().kind(),
                work.get().dueAt().toEpochMilli(),
                work.get().attempts(),
                work.get().ref());
    }

    List<WorkItem> take(Instant now, int limit, Duration lease) {
        List<WorkItem> due = session.list(
                "select account, id, kind, due_at, attempts + 1, ref from work"
                        + " where due_at <= ? and (lease_until is null or lease_until <= ?)"
                        + " order by due_at, account, id limit ?",
                WorkTable::read,
                now.toEpochMilli(),
                now.toEpochMilli(),
                limit);
        long until = now.plus(lease).toEpochMilli();
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
