package dev.sluice.jdbc.internal.table;

import dev.sluice.jdbc.internal.sql.Session;
import dev.sluice.jdbc.internal.sql.Times;
import dev.sluice.store.Wanted;
import dev.sluice.store.WorkId;
import dev.sluice.store.WorkItem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Planned work that is due. */
public final class WorkTable {
    private final Session session;

    public WorkTable(Session session) {
        this.session = session;
    }

    public List<WorkItem> take(Wanted wanted, Instant now, int limit, Duration lease) {
        List<Object> values = new ArrayList<>(List.of(wanted.account()));
        values.addAll(wanted.kinds());
        values.addAll(List.of(Times.millis(now), Times.millis(now), limit));
        List<WorkItem> due = session.list(
                "select account, id, kind, due_at, attempts + 1, ref from work where account = ? and kind in ("
                        + String.join(", ", Collections.nCopies(wanted.kinds().size(), "?"))
                        + ") and due_at <= ? and (lease_until is null or lease_until <= ?)"
                        + " order by due_at, account, id limit ?"
                        + session.dialect().skipLocked(),
                WorkTable::read,
                values.toArray());
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
