package dev.sluice.store.codec;

import static java.util.Objects.requireNonNull;

import dev.sluice.delivery.Outcome;
import dev.sluice.event.Erased;
import dev.sluice.event.Event;
import dev.sluice.event.EventType;
import dev.sluice.store.Part;
import dev.sluice.store.StoreException;
import dev.sluice.store.StoredEvent;
import dev.sluice.store.StreamId;
import dev.sluice.store.codec.Sealing.Sealer;
import dev.sluice.types.FieldType;
import dev.sluice.types.FieldTypes;
import dev.sluice.types.Obj;
import dev.sluice.types.Scope;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
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
        Sealer sealer = sealing == null || run.isEmpty() ? null : sealing.of(run.get(0).stream());
        Event previous = null;
        for (Event event : run) {
            encoded.add(encode(event, previous, sealer));
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

    private EncodedEvent encode(Event event, @Nullable Event previous, @Nullable Sealer sealer) {
        Columns columns = Columns.of(event);
        EventWriter.Parts parts = EventWriter.of(event, columns.exact(), previous, sealer != null);
        byte[] sealed = sealed(event, sealer, Part.SEALED, parts.sealed());
        byte[] detail = sealed(event, sealer, Part.DETAIL, EventWriter.detail(event));
        StoredEvent stored =
                new StoredEvent(event.stream(), event.seq(), columns.columns(), parts.clear(), sealed, detail, NOTHING);
        if (sealing == null || sealer == null || sealed.length + detail.length == 0) {
            return new EncodedEvent(stored, null, List.of());
        }
        return new EncodedEvent(stored, sealer.unstoredKey(event.seq()).orElse(null), sealing.tokens(event));
    }

    private static byte[] sealed(Event event, @Nullable Sealer sealer, Part part, byte[] text) {
        return sealer == null || text.length == 0 ? text : sealer.seal(event.seq(), part, text);
    }

    /** What stands in a part; empty when it cannot be opened. What was written before anything was sealed is as it is. */
    private Optional<byte[]> opened(StreamId stream, long seq, Part part, byte[] bytes) {
        boolean isClear = bytes.length == 0 || bytes[0] == '{';
        if (isClear) {
            return Optional.of(bytes);
        }
        return sealing == null ? Optional.empty() : sealing.open(stream, seq, part, bytes);
    }

    /**
     * A stream, from its first event on.
     *
     * @throws StoreException if an event cannot be read; the message names it
     */
    public List<Event> decode(List<StoredEvent> stream) {
        Fold fold = new Fold();
        return stream.stream().map(fold::event).toList();
    }

    /**
     * Some events of many streams, in their order.
     *
     * @param past what is needed of the events before these, where they do not stand in {@code page} themselves
     */
    public List<Event> decode(List<StoredEvent> page, Past past) {
        Map<StreamId, List<StoredEvent>> wanted = new LinkedHashMap<>();
        page.forEach(event ->
                wanted.computeIfAbsent(event.stream(), s -> new ArrayList<>()).add(event));
        Map<StoredEvent, Event> decoded = new IdentityHashMap<>();
        wanted.values().forEach(rows -> decode(rows, past, decoded));
        return page.stream().map(row -> requireNonNull(decoded.get(row))).toList();
    }

    private void decode(List<StoredEvent> unsorted, Past past, Map<StoredEvent, Event> decoded) {
        List<StoredEvent> rows = new ArrayList<>(unsorted);
        rows.sort(Comparator.comparingLong(StoredEvent::seq));
        Fold fold = new Fold();
        for (StoredChange change : before(rows, past)) {
            if (change.seq() == rows.get(0).seq()) {
                decoded.put(rows.get(0), fold.event(rows.remove(0)));
            } else {
                fold.add(change);
            }
        }
        rows.forEach(row -> decoded.put(row, fold.event(row)));
    }

    /** Of the events before the last of these rows those that it takes to know every row's snapshot. */
    private static List<StoredChange> before(List<StoredEvent> rows, Past past) {
        boolean isKnown = isWhole(rows)
                || (rows.size() == 1 && BodyReader.isFull(rows.get(0).clear()));
        if (isKnown) {
            return List.of();
        }
        List<StoredChange> changes =
                past.before(rows.get(0).stream(), rows.get(rows.size() - 1).seq());
        return changes.subList(lastFull(changes, rows.get(0).seq()), changes.size());
    }

    /** Whether these are the first events of a stream, without gaps. */
    private static boolean isWhole(List<StoredEvent> rows) {
        return IntStream.range(0, rows.size()).allMatch(i -> rows.get(i).seq() == i + 1);
    }

    /** The index of the last event, up to the one with this number, that says all by itself. */
    private static int lastFull(List<StoredChange> stream, long seq) {
        int last = 0;
        for (int i = stream.size() - 1; i > 0 && last == 0; i--) {
            StoredChange change = stream.get(i);
            last = change.seq() <= seq && BodyReader.isFull(change.clear()) ? i : 0;
        }
        return last;
    }

    /** Adds event to event, so that each has the whole snapshot. */
    private final class Fold {
        private Scope snapshot = Scope.EMPTY;
        private Event.Context context = NOWHERE;

        Event event(StoredEvent stored) {
            Body body = body(StoredChange.of(stored));
            Event event = read(stored, body, snapshot, context);
            snapshot = event.snapshot();
            context = event.context();
            return event;
        }

        /** Only what the next ones need to know of it. */
        void add(StoredChange change) {
            Body body = body(change);
            snapshot = body.applyTo(snapshot);
            context = context(body, Map.of(), context);
        }
    }

    private Body body(StoredChange change) {
        try {
            Body body = BodyReader.clear(change.clear(), types);
            Optional<byte[]> sealed = opened(change.stream(), change.seq(), Part.SEALED, change.sealed());
            if (sealed.isPresent() && sealed.get().length > 0) {
                BodyReader.sealedInto(body, sealed.get(), types);
            }
            return body;
        } catch (IOException | DateTimeException | IllegalArgumentException broken) {
            throw broken(change.stream(), change.seq(), broken);
        }
    }

    private static StoreException broken(StreamId stream, long seq, Exception why) {
        return new StoreException(
                "event " + seq + " of " + stream.id() + " cannot be read: check the stream with verify", why);
    }

    private Event read(StoredEvent stored, Body body, Scope before, Event.Context previous) {
        try {
            Map<String, String> row = new HashMap<>(stored.columns());
            row.putAll(body.exact);
            return event(stored, body, row, before, previous);
        } catch (IOException | DateTimeException | IllegalArgumentException broken) {
            throw broken(stored.stream(), stored.seq(), broken);
        }
    }

    private Event event(StoredEvent stored, Body body, Map<String, String> row, Scope before, Event.Context previous)
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
                .detail(detail(stored))
                .input(body.lead())
                .build();
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

    private Obj detail(StoredEvent stored) throws IOException {
        if (stored.isGone(Part.DETAIL)) {
            return Erased.VALUE;
        }
        Optional<byte[]> text = opened(stored.stream(), stored.seq(), Part.DETAIL, stored.detail());
        return text.isPresent() ? BodyReader.detail(text.get(), types) : Erased.VALUE;
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
