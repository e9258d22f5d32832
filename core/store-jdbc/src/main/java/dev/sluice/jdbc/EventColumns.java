package dev.sluice.jdbc;

import dev.sluice.delivery.Outcome;
import dev.sluice.event.Event;
import dev.sluice.event.EventType;
import dev.sluice.store.Selection;
import dev.sluice.store.StreamId;
import dev.sluice.store.codec.EventCodec;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is searched of events. The clear part is read where it holds facts that are wanted, or money to the last digit; not
 * for the revenue of a whole lead, which nobody adds up again.
 */
final class EventColumns extends SelectedEvents<Event> {
    private static final String COLUMNS =
            "stream, seq, type, at, flow, rev, source, test, step, entity, generation, attempt,"
                    + " outcome, reason, cost, revenue, duration_ms";
    private static final int CLEAR = 18;

    private final EventCodec codec;
    private final Selection what;
    private final Map<String, EventType> types = new HashMap<>();
    private StreamId stream = new StreamId("", "");
    private Event.Context context = new Event.Context("", 0, "", "", false, "");

    EventColumns(Link reading, EventCodec codec, Selection what) {
        super(reading, what, "select " + COLUMNS + ", " + clear(what) + " from event where account = ?" + filter(what));
        this.codec = codec;
        this.what = what;
    }

    private static String clear(Selection what) {
        String facts = what.factsOf().isEmpty() ? "" : " or type in (" + marks(what.factsOf()) + ")";
        return "case when cost is not null or (revenue is not null and type <> 'flow.completed')" + facts
                + " then clear end";
    }

    @Override
    List<Object> values() {
        List<Object> values = new ArrayList<>(texts(what.factsOf()));
        values.add(what.account());
        values.addAll(filterValues());
        return values;
    }

    @Override
    Event read(ResultSet row) throws SQLException {
        EventType type = types.computeIfAbsent(row.getString(3), EventType::named);
        Event.Builder event = Event.of(
                        stream(row.getString(1)), row.getLong(2), type, Instant.ofEpochMilli(row.getLong(4)))
                .context(context(row.getString(5), row.getLong(6), row.getString(7), row.getLong(8) != 0))
                .step(row.getString(9))
                .entity(row.getString(10))
                .generation((int) row.getLong(11))
                .attempt((int) row.getLong(12))
                .outcome(outcome(row.getString(13)))
                .reason(row.getString(14))
                .durationMs(row.getLong(17));
        byte[] clear = row.getBytes(CLEAR);
        return codec.columns(
                event,
                row.getString(15),
                row.getString(16),
                clear,
                what.factsOf().contains(type));
    }

    private StreamId stream(String id) {
        if (!stream.id().equals(id)) {
            stream = new StreamId(what.account(), id);
        }
        return stream;
    }

    /** Events of a lead have the same. */
    private Event.Context context(@Nullable String flow, long revision, @Nullable String source, boolean test) {
        String ofFlow = flow == null ? "" : flow;
        String from = source == null ? "" : source;
        boolean same = context.flow().equals(ofFlow)
                && context.source().equals(from)
                && context.revision() == revision
                && context.test() == test;
        if (!same) {
            context = new Event.Context(ofFlow, revision, "", from, test, "");
        }
        return context;
    }

    private static @Nullable Outcome outcome(@Nullable String text) {
        return text == null ? null : Outcome.named(text).orElse(null);
    }

    @Override
    String streamOf(Event row) {
        return row.stream().id();
    }

    @Override
    long seqOf(Event row) {
        return row.seq();
    }

    @Override
    List<Event> events(List<Event> rows) {
        return rows;
    }
}
