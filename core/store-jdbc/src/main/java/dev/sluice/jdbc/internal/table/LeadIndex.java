package dev.sluice.jdbc.internal.table;

import dev.sluice.jdbc.internal.sql.Session;
import dev.sluice.jdbc.internal.sql.Values;
import dev.sluice.store.StreamId;
import dev.sluice.store.codec.Sealing;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** By which keyed hashes leads are found. */
public final class LeadIndex {
    private static final int AT_ONCE = 500;
    private static final List<String> COLUMNS = List.of("account", "path", "token", "lead_id");

    private final Session session;

    public LeadIndex(Session session) {
        this.session = session;
    }

    public record Row(StreamId lead, Sealing.Token token) {}

    public void insert(Collection<Row> rows) {
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

    public List<StreamId> having(String account, Sealing.Token token) {
        return session.list(
                "select lead_id from lead_index where account = ? and path = ? and token = ?",
                row -> new StreamId(account, row.getString(1)),
                account,
                token.type(),
                token.hash());
    }

    /** All that these leads are found by: rows stand in the order of their hashes, so each call looks at every row. */
    public void remove(List<StreamId> leads) {
        for (int from = 0; from < leads.size(); from += AT_ONCE) {
            List<StreamId> some = leads.subList(from, Math.min(from + AT_ONCE, leads.size()));
            some.stream().map(StreamId::account).distinct().forEach(account -> remove(account, some));
        }
    }

    /** Always as many marks, so that there is one statement. */
    private void remove(String account, List<StreamId> leads) {
        Values values = new Values().add(account);
        for (int i = 0; i < AT_ONCE; i++) {
            StreamId lead = leads.get(Math.min(i, leads.size() - 1));
            values.add(lead.account().equals(account) ? lead.id() : null);
        }
        session.update(
                "delete from lead_index where account = ? and lead_id in (?" + ", ?".repeat(AT_ONCE - 1) + ")",
                values.array());
    }
}
