package dev.sluice.jdbc;

import dev.sluice.store.StreamId;
import dev.sluice.store.codec.Sealing;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** By which keyed hashes leads are found. */
final class LeadIndex {
    private static final List<String> COLUMNS = List.of("account", "path", "token", "lead_id");

    private final Session session;

    LeadIndex(Session session) {
        this.session = session;
    }

    record Row(StreamId lead, Sealing.Token token) {}

    void insert(Collection<Row> rows) {
        List<@Nullable Object[]> all = new ArrayList<>(rows.size());
        for (Row row : rows) {
            all.add(new Values()
                    .add(row.lead().account())
                    .add(row.token().type())
                    .add(row.token().hash())
                    .add(row.lead().id())
                    .array());
        }
        session.batch(session.dialect().insertUnlessThere("lead_index", COLUMNS), all);
    }

    List<StreamId> having(String account, Sealing.Token token) {
        return session.list(
                "select lead_id from lead_index where account = ? and path = ? and token = ?",
                row -> new StreamId(account, row.getString(1)),
                account,
                token.type(),
                token.hash());
    }

    void remove(StreamId lead) {
        session.update("delete from lead_index where account = ? and lead_id = ?", lead.account(), lead.id());
    }
}
