package dev.sluice.audit;

import static java.util.Objects.requireNonNull;

import dev.sluice.Sluice;
import dev.sluice.event.Event;
import dev.sluice.event.EventQuery;
import dev.sluice.event.EventType;
import dev.sluice.store.Page;
import dev.sluice.store.Part;
import dev.sluice.store.StoredEvent;
import dev.sluice.store.StreamId;
import dev.sluice.store.Subjects;
import dev.sluice.store.WorkId;
import dev.sluice.store.WorkItem;
import dev.sluice.types.Arr;
import dev.sluice.types.Moment;
import dev.sluice.types.Obj;
import dev.sluice.types.Scope;
import dev.sluice.types.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Empties leads whose time is over: their data, requests and responses go for good, and so do their keys; type, time, outcome, reason
 * and money of each event stay, and the log verifies. A lead's time begins with its last event, so one that is answered or
 * given feedback stays; one that is held or still on its way stays, too. Each purge is an event of the account. Of some types of events
 * requests, responses and texts of faults may go sooner, see {@link #details}. Whole events leave with {@link Removal}. Immutable.
 */
public final class Retention {
    /** How long leads are kept unless the host says otherwise. */
    public static final Duration STANDARD = Duration.ofDays(30);

    private static final String KIND = "purge";
    private static final int PAGE = 500;
    private static final Set<EventType> ENDS =
            Set.of(EventType.FLOW_COMPLETED, EventType.SOURCE_REJECTED, EventType.PING_RECEIVED);

    private final Sluice sluice;
    private final Subjects subjects;
    private final AccountStream account;
    private final Holds holds;
    private final Duration kept;
    private final Map<StreamKind, Duration> others;
    private final Map<String, Duration> details;
    private final Archive archive;

    private Retention(
            Sluice sluice,
            Subjects subjects,
            Duration kept,
            Map<StreamKind, Duration> others,
            Map<String, Duration> details,
            Archive archive) {
        this.sluice = sluice;
        this.archive = archive;
        this.others = others;
        this.details = details;
        this.subjects = subjects;
        this.account = new AccountStream(sluice);
        this.holds = Holds.over(sluice);
        this.kept = kept;
    }

    /**
     * Retention of the leads of the account of {@code sluice}.
     *
     * @param kept from the last event of a lead on; {@link #STANDARD} is 30 days
     * @throws IllegalArgumentException if {@code kept} is not positive, or the store keeps everything in memory
     */
    public static Retention over(Sluice sluice, Duration kept) {
        requirePositive(kept);
        Subjects subjects = sluice.store()
                .subjects()
                .orElseThrow(() -> new IllegalArgumentException(
                        "a store in memory forgets with its process: retention needs one in a database"));
        return new Retention(requireNonNull(sluice, "sluice"), subjects, kept, Map.of(), Map.of(), Archive.none());
    }

    private static void requirePositive(Duration kept) {
        if (kept.isNegative() || kept.isZero()) {
            throw new IllegalArgumentException("events are kept for some time, not " + kept);
        }
    }

    /**
     * This, which also empties the detail of some events sooner than their leads: requests, responses and texts of faults. It
     * stays while its lead is held or on its way.
     *
     * @param types a type or a pattern, {@code recipient.*}; again replaces what was said
     * @param time from each event on
     * @throws IllegalArgumentException if {@code time} is not positive, or {@code types} is no type
     */
    public Retention details(String types, Duration time) {
        requirePositive(time);
        EventQuery.builder().type(types).build();
        Map<String, Duration> more = new TreeMap<>(details);
        more.put(types, time);
        return new Retention(sluice, subjects, kept, others, Map.copyOf(more), archive);
    }

    /**
     * This, which keeps events that are not of leads for another time than {@link #STANDARD}; they leave with {@link Removal}
     * alone, as they hold nothing that could be emptied.
     *
     * @param time from each event on, of pings from the answer on
     * @throws IllegalArgumentException if {@code time} is not positive, or {@code kind} is one that has no time: leads have the one of
     *     {@link #over}, connections stay
     */
    public Retention keeping(StreamKind kind, Duration time) {
        requirePositive(time);
        if (kind == StreamKind.LEAD || kind == StreamKind.CONNECTION) {
            throw new IllegalArgumentException("leads are kept as Retention.over says, and connections stay");
        }
        Map<StreamKind, Duration> more = new EnumMap<>(StreamKind.class);
        more.putAll(others);
        more.put(kind, time);
        return new Retention(sluice, subjects, kept, Map.copyOf(more), details, archive);
    }

    /** This, which has leads kept elsewhere before they are emptied; nowhere by default. */
    public Retention archiving(Archive elsewhere) {
        return new Retention(sluice, subjects, kept, others, details, requireNonNull(elsewhere, "elsewhere"));
    }

    String account() {
        return sluice.account();
    }

    private Duration kept(StreamKind kind) {
        return kind == StreamKind.LEAD ? kept : others.getOrDefault(kind, STANDARD);
    }

    Duration longest() {
        return Stream.of(StreamKind.values())
                .filter(kind -> kind != StreamKind.CONNECTION)
                .map(this::kept)
                .max(Duration::compareTo)
                .orElse(kept);
    }

    /** Whether this event of the account, and those before it in its stream, may leave the log. */
    boolean lets(StoredEvent event) {
        StreamKind kind = StreamKind.of(event.stream());
        Instant last = sluice.time().instant().minus(kept(kind));
        return switch (kind) {
            case CONNECTION -> false;
            case LEAD, PING -> isOver(event.stream(), last);
            case BATCH, ACCOUNT ->
                !Instant.ofEpochMilli(Long.parseLong(event.columns().getOrDefault("at", "0")))
                        .isAfter(last);
        };
    }

    /**
     * Purges what is over now.
     *
     * @return the leads that were emptied
     */
    public List<StreamId> purge() {
        List<StreamId> all = purgeLeads();
        details.forEach(this::purgeDetails);
        return all;
    }

    private List<StreamId> purgeLeads() {
        Instant last = sluice.time().instant().minus(kept);
        EventQuery query = EventQuery.builder()
                .account(sluice.account())
                .type(EventType.FLOW_COMPLETED)
                .type(EventType.SOURCE_REJECTED)
                .type(EventType.PING_RECEIVED)
                .end(last)
                .limit(PAGE)
                .build();
        List<StreamId> all = new ArrayList<>();
        boolean isMore = true;
        while (isMore) {
            Page<Event> page = sluice.store().events().find(query);
            List<StreamId> over = page.events().stream()
                    .filter(event -> !event.snapshot().equals(Scope.EMPTY))
                    .map(Event::stream)
                    .filter(stream -> isOver(stream, last))
                    .toList();
            purge(over, last);
            all.addAll(over);
            isMore = !page.next().equals(query.after());
            query = query.after(page.next());
        }
        return all;
    }

    private void purgeDetails(String types, Duration time) {
        EventQuery query = EventQuery.builder()
                .account(sluice.account())
                .type(types)
                .end(sluice.time().instant().minus(time))
                .limit(PAGE)
                .build();
        boolean isMore = true;
        while (isMore) {
            Page<Event> page = sluice.store().events().find(query);
            Map<StreamId, Set<Long>> over = new LinkedHashMap<>();
            page.events().stream()
                    .filter(event -> hasDetail(event) && isFree(event.stream()))
                    .forEach(event -> over.computeIfAbsent(event.stream(), stream -> new TreeSet<>())
                            .add(event.seq()));
            emptyDetails(types, over);
            isMore = !page.next().equals(query.after());
            query = query.after(page.next());
        }
    }

    private static boolean hasDetail(Event event) {
        return !event.detail().isBlank() && event.detail().get("erased").isMissing();
    }

    private boolean isFree(StreamId stream) {
        return isEnded(sluice.store().events().stream(stream))
                && holds.reason(stream.id()).isEmpty();
    }

    private void emptyDetails(String types, Map<StreamId, Set<Long>> over) {
        if (over.isEmpty()) {
            return;
        }
        Obj facts = Obj.EMPTY
                .with(Explained.LEADS, ids(over.keySet()))
                .with(Explained.PART, Value.text(Explained.DETAIL))
                .with("types", Value.text(types));
        account.tell(EventType.RETENTION_PURGED, facts);
        subjects.empty(over, EnumSet.of(Part.DETAIL));
    }

    private static Arr ids(Collection<StreamId> leads) {
        return Arr.of(leads.stream().<Value>map(lead -> Value.text(lead.id())).toList());
    }

    private static boolean isEnded(List<Event> events) {
        return events.stream().anyMatch(event -> ENDS.contains(event.type()));
    }

    private boolean isOver(StreamId stream, Instant last) {
        List<Event> events = sluice.store().events().stream(stream);
        return isEnded(events)
                && !events.get(events.size() - 1).at().isAfter(last)
                && holds.reason(stream.id()).isEmpty();
    }

    /** What was emptied and not told of is emptied again, which changes nothing, and told of. */
    private void purge(List<StreamId> leads, Instant last) {
        if (leads.isEmpty()) {
            return;
        }
        leads.forEach(lead -> archive.keep(sluice.store().events().stream(lead)));
        Obj facts = Obj.EMPTY.with(Explained.LEADS, ids(leads)).with(Horizon.BEFORE, Moment.of(last));
        account.tell(EventType.RETENTION_PURGED, facts);
        subjects.empty(leads, EnumSet.allOf(Part.class));
        subjects.forget(leads);
    }

    /** Purges as due work of {@link Sluice#runDue}, every {@code pause} from now on; again is fine. */
    public Retention every(Duration pause) {
        WorkId id = new WorkId(sluice.account(), KIND);
        sluice.dueWork(KIND, item -> {
            purge();
            subjects.scrub();
            plan(id, pause);
        });
        plan(id, Duration.ZERO);
        return this;
    }

    private void plan(WorkId id, Duration pause) {
        WorkItem item = new WorkItem(id, KIND, sluice.time().instant().plus(pause), 0, "");
        account.change((view, changes) -> changes.schedule(item));
    }
}
