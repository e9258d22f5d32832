package dev.sluice.jdbc.internal.table;

import dev.sluice.jdbc.internal.sql.Session;
import dev.sluice.jdbc.internal.sql.Times;
import dev.sluice.store.LeadSummary;
import dev.sluice.store.Ownership;
import dev.sluice.store.StreamId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Who works on which lead, and the leads' working copies. */
public final class LeadTable {
    private final Session session;

    public LeadTable(Session session) {
        this.session = session;
    }

    /** Forgets a lead whose events have left the log. */
    public void removeWithoutEvents(StreamId lead) {
        session.update(
                "delete from lead where account = ? and lead_id = ? and not exists"
                        + " (select 1 from event where event.account = lead.account and event.stream = lead.lead_id)",
                lead.account(),
                lead.id());
    }

    public Tenure tenure(StreamId lead) {
        return tenure(lead, "");
    }

    /** The same, and nobody else can change it until this transaction ends. */
    public Tenure tenureLocked(StreamId lead) {
        return tenure(lead, session.dialect().forUpdate());
    }

    private Tenure tenure(StreamId lead, String lock) {
        return session.first(
                        "select owner, epoch, busy_until from lead where account = ? and lead_id = ?" + lock,
                        LeadTable::last,
                        lead.account(),
                        lead.id())
                .orElse(Tenure.NONE);
    }

    private static Tenure last(ResultSet row) throws SQLException {
        String owner = row.getString(1);
        return owner == null ? Tenure.NONE : new Tenure(owner, row.getLong(2), Times.read(row, 3));
    }

    public List<Ownership> open(String account, Instant moment, int limit) {
        return list(account, moment, limit, "");
    }

    private List<Ownership> list(String account, Instant moment, int limit, String lock) {
        return session.list(
                "select account, lead_id, owner, epoch, busy_until from lead"
                        + " where account = ? and busy_until <= ? order by busy_until, lead_id limit ?" + lock,
                LeadTable::read,
                account,
                Times.millis(moment),
                limit);
    }

    public List<Ownership> open(String account) {
        return session.list(
                "select account, lead_id, owner, epoch, busy_until from lead"
                        + " where account = ? and busy_until is not null",
                LeadTable::read,
                account);
    }

    /** The rows of leads that have events. */
    public List<LeadSummary> summaries(String account) {
        return session.list(
                "select lead_id, flow, rev, source, state, outcome, reason, submitted_at, completed_at, cost, revenue,"
                        + " last_seq from lead where account = ? and last_seq > 0",
                LeadTable::summary,
                account);
    }

    private static LeadSummary summary(ResultSet row) throws SQLException {
        return new LeadSummary(
                row.getString(1),
                row.getString(2),
                row.getLong(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                Times.read(row, 8),
                Times.read(row, 9),
                row.getLong(10),
                row.getLong(11),
                row.getLong(12));
    }

    private static Ownership read(ResultSet row) throws SQLException {
        return new Ownership(
                new StreamId(row.getString(1), row.getString(2)),
                row.getString(3),
                row.getLong(4),
                Instant.ofEpochMilli(row.getLong(5)));
    }

    public List<Ownership> takeOver(String account, Instant now, String owner, Instant busyUntil, int limit) {
        List<Ownership> taken = list(account, now, limit, session.dialect().skipLocked()).stream()
                .map(free -> free.takenOverBy(owner, busyUntil))
                .toList();
        taken.forEach(each -> session.update(
                "update lead set owner = ?, epoch = ?, busy_until = ? where account = ? and lead_id = ?",
                owner,
                each.epoch(),
                Times.millis(busyUntil),
                each.lead().account(),
                each.lead().id()));
        return taken;
    }

    public Optional<Ownership> reopen(Ownership wanted, Instant now) {
        Tenure before = tenureLocked(wanted.lead());
        Optional<Ownership> next = before.reopened(wanted, now);
        next.ifPresent(owner -> {
            LeadRow row = new LeadRow(owner.lead());
            row.owned(Tenure.of(owner), before.epoch());
            if (!row.update(session)) {
                LeadRow.insert(session, List.of(row));
            }
        });
        return next;
    }

    /** Nobody works on anything: whoever did has ended. */
    public int freeAll() {
        return session.update("update lead set busy_until = 0 where busy_until > 0");
    }
}
