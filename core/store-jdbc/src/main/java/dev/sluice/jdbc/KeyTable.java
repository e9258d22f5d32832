package dev.sluice.jdbc;

import dev.sluice.store.WrappedKey;
import java.util.Optional;

/** The wrapped keys of leads, row by row. */
final class KeyTable {
    private final Session session;

    KeyTable(Session session) {
        this.session = session;
    }

    WrappedKey putIfAbsent(WrappedKey key) {
        session.update(
                "insert into lead_key (account, lead_id, kek_id, wrapped) values (?, ?, ?, ?)"
                        + " on conflict (account, lead_id) do nothing",
                key.account(),
                key.leadId(),
                key.wrappedBy(),
                key.bytes());
        return get(key.account(), key.leadId()).orElse(key);
    }

    Optional<WrappedKey> get(String account, String leadId) {
        return session.first(
                "select kek_id, wrapped from lead_key where account = ? and lead_id = ?",
                row -> new WrappedKey(account, leadId, row.getString(1), row.getBytes(2)),
                account,
                leadId);
    }

    boolean destroy(String account, String leadId) {
        return session.update("delete from lead_key where account = ? and lead_id = ?", account, leadId) > 0;
    }
}
