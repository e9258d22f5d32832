package dev.sluice.store.codec;

import static java.util.Objects.requireNonNull;

import dev.sluice.delivery.Outcome;
import dev.sluice.event.Event;
import dev.sluice.event.EventType;
import dev.sluice.store.Part;
import dev.sluice.store.StoreException;
import dev.sluice.store.StoredEvent;
import dev.sluice.store.StreamId;
import dev.sluice.types.FieldType;
import dev.sluice.types.FieldTypes;
import dev.sluice.types.Obj;
import dev.sluice.types.Scope;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Events and their stored form. An event that follows another is stored as the difference of its snapshot, by names;
 * reading folds the differences of a stream. Typed values are stored with all their parts and are never parsed again;
 * secret ones are stored as their mask. Safe on any thread.
 */
public final class EventCodec {
    private static final Event.Context NOWHERE = new Event.Context("", 0, "", "", false, "");
    private static final byte[] NOTHING = new byte[0];

    private final Function<String, Optional<FieldType>> types;
    private final @Nullable Sealing sealing;

    private EventCodec(Function<String, Optional<FieldType>> types, @Nullable Sealing sealing) {
        this.types = types;
        this.sealing = sealing;
    }

    /** A codec whose values get the types that {@code types} knows by name; others get a type that parses nothing. */
    public static EventCodec of(Function<String, Optional<FieldType>> types) {
        return new EventCodec(requireNonNull(types, "types"), null);
    }

    /** A codec that knows the built-in types. */
    public static EventCodec standard() {
        return of(FieldTypes.standard()::named);
    }

    /** This codec, which seals personal values and opens them again. */
    public EventCodec sealing(Sealing with) {
        return new EventCodec(types, requireNonNull(with, "with"));
    }

    /** Events that are appended together to one stream, in its order. Never fails on what leads hold. */
    public List<EncodedEvent> encode(List<Event> run) {
        List<EncodedEvent> encoded = new ArrayList<>(run.size());
        Event previous = null;
        for (Event event : run) {
            encoded.add(encode(event, previous));
            previous = event;
        }
        return encoded;
    }

    /** Begins to encode what a write appends, each stream a run of its own. */
    public Encoding encoding(Map<StreamId, List<Event>> runs) {
        return new Encoding(runs, this);
    }

    /** What of an event stands in columns of its row, by their names: texts, digits, and amounts in millionths. */
    public static Map<String, String> columns(Event event) {
        return Map.copyOf(Columns.of(event).columns());
    }

    private EncodedEvent encode(Event event, @Nullable Event previous) {
        Columns columns = Columns.of(event);
        EventWriter.Parts parts = EventWriter.of(event, columns.exact(), previous, sealing != null);
        byte[] sealed = sealed(event, Part.SEALED, parts.sealed());
        byte[] detail = sealed(event, Part.DETAIL, EventWriter.detail(event));
        StoredEvent stored =
                new StoredEvent(event.stream(), event.seq(), columns.columns(), parts.clear(), sealed, detail, NOTHING);
        if (sealing == null || sealed.length + detail.length == 0) {
            return new EncodedEvent(stored, null, List.of());
        }
        return new EncodedEvent(
                stored, sealing.unstoredKey(event.stream(), event.seq()).orElse(null), sealing.tokens(event));
    }

    private byte[] sealed(Event event, Part part, byte[] text) {
        return sealing == null || text.length == 0 ? text : sealing.seal(event.stream(), event.seq(), part, text);
    }

    /** What stands in a part; empty when it cannot be opened. What was written before anything was sealed is as it is. */
    private Optional<byte[]> opened(StoredEvent stored, Part part) {
        byte[] bytes = stored.part(part);
        boolean isClear = bytes.length == 0 || bytes[0] == '{';
        if (isClear) {
            return stored.isGone(part) ? Optional.empty() : Optional.of(bytes);
        }
        return sealing == null ? Optional.empty() : sealing.open(stored.stream(), stored.seq(), part, bytes);
    }

    /**
     * A stream, from its first event on.
     *
     * @throws StoreException if an event cannot be read; the message names it
     */
    public List<Event> decode(List<StoredEvent> stream) {
        List<Event> events = new ArrayList<>(stream.size());
        Scope snapshot = Scope.EMPTY;
        Event.Context context = NOWHERE;
        for (StoredEvent stored : stream) {
            Event event = decode(stored, snapshot, context, true);
            snapshot = event.snapshot();
            context = event.context();
            events.add(event);
        }
        return events;
    }

    /**
     * Some events of many streams, in their order.
     *
     * @param streams gives a stream from its first event on, at least up to the events in {@code page}
     */
    public List<Event> decode(List<StoredEvent> page, Function<StreamId, List<StoredEvent>> streams) {
        Map<StreamId, List<StoredEvent>> wanted = new LinkedHashMap<>();
        page.forEach(event ->
                wanted.computeIfAbsent(event.stream(), s -> new ArrayList<>()).add(event));
        Map<StoredEvent, Event> decoded = new IdentityHashMap<>();
        wanted.forEach((stream, rows) -> decode(rows, isWhole(rows) ? rows : streams.apply(stream), decoded));
        return page.stream().map(row -> requireNonNull(decoded.get(row))).toList();
    }

    /** Whether these are the first events of a stream, without gaps. */
    private static boolean isWhole(List<StoredEvent> rows) {
        return IntStream.range(0, rows.size()).allMatch(i -> rows.get(i).seq() == i + 1);
    }

    /**
     * Ends an event that is made of columns alone, without its snapshot, detail and input.
     *
     * @param event everything but money and facts
     * @param cost the column
     * @param revenue the column
     * @param clear the clear part, if it was read: money is exact where it is
     * @param withFacts whether the event's facts are wanted
     * @throws StoreException if it cannot be read; the message names it
     */
    public Event columns(
            Event.Builder event,
            @Nullable String cost,
            @Nullable String revenue,
            byte @Nullable [] clear,
            boolean withFacts) {
        if (clear == null) {
            return event.cost(amount(cost)).revenue(amount(revenue)).build();
        }
        try {
            Body body = withFacts ? BodyReader.facts(clear, types) : BodyReader.exact(clear, types);
            String exactCost = body.exact.get("cost");
            String exactRevenue = body.exact.get("revenue");
            return event.cost(exactCost == null ? amount(cost) : new BigDecimal(exactCost))
                    .revenue(exactRevenue == null ? amount(revenue) : new BigDecimal(exactRevenue))
                    .facts(body.facts)
                    .build();
        } catch (IOException | IllegalArgumentException broken) {
            throw new StoreException(event.build() + " cannot be read: check the stream with verify", broken);
        }
    }

    private static @Nullable BigDecimal amount(@Nullable String millionths) {
        return millionths == null ? null : Money.amount(millionths);
    }

    /** Folds what comes before the wanted events only as far as they need it. */
    private void decode(List<StoredEvent> wanted, List<StoredEvent> stream, Map<StoredEvent, Event> decoded) {
        Map<Long, StoredEvent> bySeq = new HashMap<>();
        wanted.forEach(row -> bySeq.put(row.seq(), row));
        int last = (int) wanted.stream().mapToLong(StoredEvent::seq).max().orElse(0);
        int first = (int) wanted.stream().mapToLong(StoredEvent::seq).min().orElse(1);
        Scope snapshot = Scope.EMPTY;
        Event.Context context = NOWHERE;
        for (StoredEvent stored : stream.subList(lastFull(stream, first), Math.min(last, stream.size()))) {
            Event event = decode(stored, snapshot, context, bySeq.containsKey(stored.seq()));
            snapshot = event.snapshot();
            context = event.context();
            StoredEvent row = bySeq.get(stored.seq());
            if (row != null) {
                decoded.put(row, event);
            }
        }
    }

    /** The index of the last event, up to the one with this number, that says all by itself. */
    private static int lastFull(List<StoredEvent> stream, int seq) {
        for (int i = Math.min(seq, stream.size()) - 1; i > 0; i--) {
            if (BodyReader.isFull(stream.get(i).clear())) {
                return i;
            }
        }
        return 0;
    }

    private Event decode(StoredEvent stored, Scope before, Event.Context previous, boolean withDetail) {
        try {
            Body body = BodyReader.clear(stored.clear(), types);
            Optional<byte[]> sealed = opened(stored, Part.SEALED);
            if (sealed.isPresent() && sealed.get().length > 0) {
                BodyReader.sealedInto(body, sealed.get(), types);
            }
            Map<String, String> row = new HashMap<>(stored.columns());
            row.putAll(body.exact);
            return event(stored, body, row, before, previous, withDetail);
        } catch (IOException | DateTimeException | IllegalArgumentException broken) {
            throw new StoreException(
                    "event " + stored.seq() + " of " + stored.stream().id()
                            + " cannot be read: check the stream with verify",
                    broken);
        }
    }

    private Event event(
            StoredEvent stored,
            Body body,
            Map<String, String> row,
            Scope before,
            Event.Context previous,
            boolean withDetail)
            throws IOException {
        Instant at = Instant.ofEpochMilli(number(row, "at"));
        return Event.of(stored.stream(), stored.seq(), EventType.named(row.getOrDefault("type", "")), at)
                .context(context(body, row, previous))
                .step(row.get("step"))
                .entity(row.get("entity"))
                .generation((int) number(row, "generation"))
                .attempt((int) number(row, "attempt"))
                .outcome(Outcome.named(row.getOrDefault("outcome", "")).orElse(null))
                .reason(row.get("reason"))
                .cost(Columns.amount("cost", stored.columns(), body.exact))
                .revenue(Columns.amount("revenue", stored.columns(), body.exact))
                .durationMs(number(row, "duration_ms"))
                .next(body.next)
                .snapshot(body.applyTo(before), body.full ? null : before)
                .facts(body.facts)
                .detail(withDetail ? detail(stored) : Obj.EMPTY)
                .input(body.lead())
                .build();
    }

    private Obj detail(StoredEvent stored) throws IOException {
        Optional<byte[]> text = opened(stored, Part.DETAIL);
        return text.isPresent() ? BodyReader.detail(text.get(), types) : Body.ERASED;
    }

    private static Event.Context context(Body body, Map<String, String> row, Event.Context previous) {
        return new Event.Context(
                row.getOrDefault("flow", ""),
                number(row, "rev"),
                body.flowHash == null ? previous.flowHash() : body.flowHash,
                row.getOrDefault("source", ""),
                row.containsKey("test"),
                body.engine == null ? previous.engine() : body.engine);
    }

    private static long number(Map<String, String> row, String column) {
        String digits = row.get(column);
        return digits == null ? 0 : Long.parseLong(digits);
    }
}
