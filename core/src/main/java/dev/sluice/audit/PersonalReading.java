package dev.sluice.audit;

import static java.util.Objects.requireNonNull;

import dev.sluice.Flow;
import dev.sluice.Sluice;
import dev.sluice.event.Event;
import dev.sluice.event.EventQuery;
import dev.sluice.event.EventType;
import dev.sluice.event.Reader;
import dev.sluice.store.Cursor;
import dev.sluice.store.Events;
import dev.sluice.store.Page;
import dev.sluice.store.StreamId;
import dev.sluice.types.Obj;
import dev.sluice.types.Scope;
import dev.sluice.types.Value;
import java.util.List;

/**
 * The log as one reader sees it. Where his role sees personal values, each look is an event {@code access.personal} of the
 * account before he gets what he asked for.
 */
public final class PersonalReading implements Events {
    private final Reader reader;
    private final Events log;
    private final AccountStream account;

    private PersonalReading(Sluice sluice, Reader reader) {
        this.reader = reader;
        this.log = sluice.store().events();
        this.account = new AccountStream(sluice);
    }

    public static PersonalReading over(Sluice sluice, Reader reader) {
        return new PersonalReading(sluice, requireNonNull(reader, "reader"));
    }

    @Override
    public List<Event> stream(StreamId stream) {
        List<Event> events = log.stream(stream);
        note("stream " + stream.id(), personal(events));
        return events.stream().map(reader::of).toList();
    }

    @Override
    public Page<Event> after(Cursor cursor, int limit) {
        return seen("after " + cursor.text(), log.after(cursor, limit));
    }

    @Override
    public Page<Event> find(EventQuery query) {
        return seen("query", log.find(query));
    }

    /** A lead's way in words, as {@code flow} explains it, with as much of personal values as the reader sees. */
    public String explain(Flow flow, StreamId lead) {
        List<Event> events = log.stream(lead);
        note("explanation of " + lead.id(), events.size());
        return flow.explain(events, reader);
    }

    private Page<Event> seen(String what, Page<Event> page) {
        note(what, personal(page.events()));
        return new Page<>(page.events().stream().map(reader::of).toList(), page.next());
    }

    /** How many of them may hold somebody's values; such records as this one do not. */
    private static long personal(List<Event> events) {
        return events.stream()
                .filter(event -> !event.snapshot().equals(Scope.EMPTY)
                        || event.input().isPresent()
                        || !event.detail().isBlank())
                .count();
    }

    /**
     * Puts a look on record that was made otherwise; nothing for a role that sees no personal value, or no event.
     *
     * @param what was looked at, without personal values
     */
    public void note(String what, long events) {
        if (events > 0 && reader.role().seesPersonal()) {
            account.tell(
                    EventType.ACCESS_PERSONAL,
                    Obj.EMPTY
                            .with("reader", Value.text(reader.name()))
                            .with("role", Value.text(reader.role().name()))
                            .with("what", Value.text(what))
                            .with("events", Value.number(events)));
        }
    }
}
