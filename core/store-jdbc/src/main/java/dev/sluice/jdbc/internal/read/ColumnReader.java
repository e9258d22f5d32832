package dev.sluice.jdbc.internal.read;

import dev.sluice.delivery.Outcome;
import dev.sluice.event.Event;
import dev.sluice.event.EventType;
import dev.sluice.store.StreamId;
import dev.sluice.store.codec.EventCodec;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Makes events of what is searched of them. The clear part is read where it holds facts that are wanted, or money to the last
 * digit; not for the revenue of a whole lead, which nobody adds up again. For one thread and one reading: what follows one
 * another is often of the same stream.
 */
final class ColumnReader {
    private static final String COLUMNS =
            "stream, seq, type, at, flow, rev, source, test, step, entity, generation, attempt,"
                    + " outcome, reason, cost, revenue, duration_ms";
    private static final int CLEAR = 18;

    private final EventCodec codec;
    private final String account;
    private final Set<EventType> factsOf;
    private final Map<String, EventType> types = new HashMap<>();
    private StreamId stream = new StreamId("", "");
    private Event.Context context = new Event.Context("", 0, "", "", false, "");

    ColumnReader(EventCodec codec, String account, Set<EventType> factsOf) {
        this.codec = codec;
        this.account = account;
        this.factsOf = factsOf;
    }

    /** What {@link #read} wants first; the types whose facts are wanted stand for its question marks. */
    static String columns(Set<EventType> factsOf) {
        String facts = factsOf.isEmpty()
                ? ""
                : factsOf.stream().map(type -> "?").collect(Collectors.joining(", ", " or type in (", ")"));
        return COLUMNS + ", case when cost is not null or (revenue is not null and type <> 'flow.completed')" + facts
                + " then clear end as clear";
    }

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
        return codec.columns(event, row.getString(15), row.getString(16), clear, factsOf.contains(type));
    }

    private StreamId stream(String id) {
        if (!stream.id().equals(id)) {
            stream = new StreamId(account, id);
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
}
