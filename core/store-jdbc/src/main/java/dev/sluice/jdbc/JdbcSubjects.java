package dev.sluice.jdbc;

import dev.sluice.jdbc.internal.sql.EventTable;
import dev.sluice.jdbc.internal.sql.Link;
import dev.sluice.jdbc.internal.sql.Session;
import dev.sluice.jdbc.internal.table.LeadIndex;
import dev.sluice.jdbc.internal.table.LeadTable;
import dev.sluice.jdbc.internal.table.Rows;
import dev.sluice.jdbc.internal.table.Tables;
import dev.sluice.jdbc.internal.write.Writer;
import dev.sluice.store.LeadKeys;
import dev.sluice.store.Part;
import dev.sluice.store.StoredEvent;
import dev.sluice.store.StreamId;
import dev.sluice.store.Subjects;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** People's leads in a database. */
record JdbcSubjects(Link reading, Writer writer, Optional<LeadKeys> keys) implements Subjects {

    @Override
    public boolean isSealing() {
        return keys.isPresent();
    }

    @Override
    public List<StreamId> having(String account, String type, String normal) {
        LeadKeys known = keys.orElseThrow(
                () -> new IllegalStateException("people are found by keyed hashes: open the store with keys"));
        return reading.ask(session -> new LeadIndex(session).having(account, known.token(account, type, normal)));
    }

    @Override
    public int forget(List<StreamId> leads) {
        int forgotten = writer.transaction(session -> {
            int any = 0;
            for (StreamId lead : leads) {
                any += forget(session, lead) ? 1 : 0;
            }
            new LeadIndex(session).remove(leads);
            return any;
        });
        leads.forEach(lead -> keys.ifPresent(known -> known.forget(lead)));
        return forgotten;
    }

    private static boolean forget(Session session, StreamId lead) {
        Rows rows = new Rows(session);
        boolean hadKey = rows.delete(Tables.KEYS, lead);
        boolean hadCopy = rows.delete(Tables.COPIES, lead);
        boolean hadClear = !hadKey && empty(session, lead, EnumSet.allOf(Part.class), true);
        return hadKey || hadCopy || hadClear;
    }

    @Override
    public void empty(List<StreamId> streams, Set<Part> parts) {
        writer.transaction(session -> {
            streams.forEach(stream -> empty(session, stream, parts, false));
            return true;
        });
    }

    @Override
    public void empty(Map<StreamId, Set<Long>> events, Set<Part> parts) {
        writer.transaction(session -> {
            EventTable table = new EventTable(session);
            events.forEach((stream, numbers) -> table.stream(stream).stream()
                    .filter(event -> numbers.contains(event.seq()))
                    .forEach(event -> table.empty(event.without(parts))));
            return true;
        });
    }

    /** @param onlyUnsealed leaves alone what nobody can read any more */
    private static boolean empty(Session session, StreamId stream, Set<Part> parts, boolean onlyUnsealed) {
        EventTable table = new EventTable(session);
        boolean any = false;
        for (StoredEvent event : table.stream(stream)) {
            StoredEvent rest = event.without(parts);
            boolean isOpen = !onlyUnsealed || event.sealed().length == 0;
            if (isOpen && rest.gone().length > event.gone().length) {
                table.empty(rest);
                any = true;
            }
        }
        return any;
    }

    @Override
    public void remove(Map<StreamId, Long> whole, Map<StreamId, Long> beginnings) {
        writer.transaction(session -> {
            EventTable events = new EventTable(session);
            LeadTable leads = new LeadTable(session);
            whole.forEach((stream, last) -> {
                if (events.tail(stream).head().seq() == last) {
                    events.remove(stream, last);
                    leads.removeWithoutEvents(stream);
                }
            });
            beginnings.forEach(events::remove);
            return true;
        });
    }

    @Override
    public boolean scrub() {
        return writer.scrub();
    }
}
