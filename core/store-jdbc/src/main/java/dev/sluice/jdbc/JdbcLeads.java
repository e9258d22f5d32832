package dev.sluice.jdbc;

import dev.sluice.jdbc.internal.sql.Link;
import dev.sluice.jdbc.internal.table.LeadTable;
import dev.sluice.jdbc.internal.write.Writer;
import dev.sluice.store.Leads;
import dev.sluice.store.Ownership;
import dev.sluice.store.StreamId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Open leads, as they were committed. */
record JdbcLeads(Link reading, Writer writer) implements Leads {

    @Override
    public List<Ownership> open(String account, Instant moment, int limit) {
        return reading.ask(session -> new LeadTable(session).open(account, moment, limit));
    }

    @Override
    public List<Ownership> takeOver(String account, Instant now, String owner, Instant busyUntil, int limit) {
        return writer.takeOver(account, now, owner, busyUntil, limit);
    }

    @Override
    public Optional<Ownership> reopen(StreamId lead, Instant now, String owner, Instant busyUntil) {
        return writer.reopen(new Ownership(lead, owner, Ownership.FIRST, busyUntil), now);
    }
}
