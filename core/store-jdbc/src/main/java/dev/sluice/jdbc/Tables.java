package dev.sluice.jdbc;

import dev.sluice.store.Counter;
import dev.sluice.store.CounterKey;
import dev.sluice.store.Doc;
import dev.sluice.store.DocKey;
import dev.sluice.store.Entry;
import dev.sluice.store.EntryKey;
import dev.sluice.store.Hold;
import dev.sluice.store.Holder;
import dev.sluice.store.StreamHead;
import dev.sluice.store.StreamId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What writes look at, row by row: counters, holds, entries, documents, heads of streams. */
final class Tables {
    private final Session session;

    Tables(Session session) {
        this.session = session;
    }

    Counter counter(CounterKey key) {
        return session.first(
                        "select committed, reserved from counter where account = ? and \"key\" = ? and \"window\" = ?",
                        row -> new Counter(row.getLong(1), row.getLong(2)),
                        key.account(),
                        key.key(),
                        key.window())
                .orElse(Counter.ZERO);
    }

    void put(CounterKey key, Counter counter) {
        session.update(
                "insert into counter (account, \"key\", \"window\", committed, reserved) values (?, ?, ?, ?, ?)"
                        + " on conflict (account, \"key\", \"window\")"
                        + " do update set committed = excluded.committed, reserved = excluded.reserved",
                key.account(),
                key.key(),
                key.window(),
                counter.committed(),
                counter.reserved());
    }

    Hold hold(Holder holder) {
        return session.first(
                        "select items from hold where account = ? and holder = ?",
                        row -> HoldText.read(row.getString(1)),
                        holder.account(),
                        holder.id())
                .orElse(Hold.NONE);
    }

    void put(Holder holder, Hold hold) {
        if (hold.isEmpty()) {
            session.update("delete from hold where account = ? and holder = ?", holder.account(), holder.id());
            return;
        }
        session.update(
                "insert into hold (account, holder, items) values (?, ?, ?)"
                        + " on conflict (account, holder) do update set items = excluded.items",
                holder.account(),
                holder.id(),
                HoldText.of(hold));
    }

    Optional<Entry> entry(EntryKey key) {
        return session.first(
                "select lead_id, at, expires_at from entry where account = ? and list = ? and token = ?",
                row -> new Entry(key, row.getString(1), Instant.ofEpochMilli(row.getLong(2)), Times.read(row, 3)),
                key.account(),
                key.list(),
                key.token());
    }

    void put(EntryKey key, Optional<Entry> entry) {
        if (entry.isEmpty()) {
            session.update(
                    "delete from entry where account = ? and list = ? and token = ?",
                    key.account(),
                    key.list(),
                    key.token());
            return;
        }
        Instant expires = entry.get().expiresAt();
        session.update(
                "insert into entry (account, list, token, lead_id, at, expires_at) values (?, ?, ?, ?, ?, ?)"
                        + " on conflict (account, list, token) do update"
                        + " set lead_id = excluded.lead_id, at = excluded.at, expires_at = excluded.expires_at",
                key.account(),
                key.list(),
                key.token(),
                entry.get().leadId(),
                entry.get().at().toEpochMilli(),
                expires == null ? null : expires.toEpochMilli());
    }

    Optional<Doc> doc(DocKey key) {
        return session.first(
                "select version, body from doc where account = ? and kind = ? and id = ?",
                row -> new Doc(key, row.getLong(1), row.getString(2)),
                key.account(),
                key.kind(),
                key.id());
    }

    void put(Doc doc) {
        session.update(
                "insert into doc (account, kind, id, version, body) values (?, ?, ?, ?, ?)"
                        + " on conflict (account, kind, id)"
                        + " do update set version = excluded.version, body = excluded.body",
                doc.key().account(),
                doc.key().kind(),
                doc.key().id(),
                doc.version(),
                doc.body());
    }

    StreamHead head(StreamId stream) {
        return session.first(
                        "select seq from event where account = ? and stream = ? order by seq desc limit 1",
                        row -> new StreamHead(row.getLong(1)),
                        stream.account(),
                        stream.id())
                .orElse(StreamHead.NONE);
    }

    Map<CounterKey, Counter> counters(String account) {
        Map<CounterKey, Counter> counters = new HashMap<>();
        session.list(
                "select \"key\", \"window\", committed, reserved from counter where account = ?",
                row -> counters.put(
                        new CounterKey(account, row.getString(1), row.getString(2)),
                        new Counter(row.getLong(3), row.getLong(4))),
                account);
        return counters;
    }

    Map<Holder, Hold> holds(String account) {
        Map<Holder, Hold> holds = new HashMap<>();
        session.list(
                "select holder, items from hold where account = ?",
                row -> holds.put(new Holder(account, row.getString(1)), HoldText.read(row.getString(2))),
                account);
        return holds;
    }

    List<Entry> entries(String account) {
        return session.list(
                "select list, token, lead_id, at, expires_at from entry where account = ?",
                row -> new Entry(
                        new EntryKey(account, row.getString(1), row.getString(2)),
                        row.getString(3),
                        Instant.ofEpochMilli(row.getLong(4)),
                        Times.read(row, 5)),
                account);
    }
}
