package dev.sluice.event;

import static java.util.Objects.requireNonNull;

import dev.sluice.delivery.Outcome;
import dev.sluice.store.StreamId;
import dev.sluice.types.Lead;
import dev.sluice.types.Obj;
import dev.sluice.types.Scope;
import dev.sluice.types.Value;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened to a lead, and all of the lead's data at that moment. Immutable; events share what did not
 * change between them.
 *
 * <p>Which facts an event holds depends on its type; the table is in core's README.
 */
public final class Event {
    /** The version of this form; readers keep members that they do not know. */
    public static final int VERSION = 1;

    private static final int NANOS_PER_MILLI = 1_000_000;

    private final StreamId stream;
    private final long seq;
    private final EventType type;
    private final Instant at;
    private final Context context;
    private final @Nullable String step;
    private final @Nullable String entity;
    private final int generation;
    private final int attempt;
    private final @Nullable Outcome outcome;
    private final @Nullable String reason;
    private final @Nullable BigDecimal cost;
    private final @Nullable BigDecimal revenue;
    private final long durationMs;
    private final @Nullable String next;
    private final Scope snapshot;
    private final @Nullable Scope before;
    private final Supplier<Obj> facts;
    /** What {@link #facts} gave when it was first asked; threads that race for it get equal ones. */
    private @Nullable Obj knownFacts;

    private final Obj detail;
    private final @Nullable Lead input;
    private final Set<String> secretNames;
    private final Set<String> personalNames;

    private Event(Builder builder) {
        this.stream = builder.stream;
        this.seq = builder.seq;
        this.type = builder.type;
        this.at = wholeMillis(builder.at);
        this.context = builder.context;
        this.step = builder.step;
        this.entity = builder.entity;
        this.generation = builder.generation;
        this.attempt = builder.attempt;
        this.outcome = builder.outcome;
        this.reason = builder.reason;
        this.cost = builder.cost;
        this.revenue = builder.revenue;
        this.durationMs = builder.durationMs;
        this.next = builder.next;
        this.snapshot = builder.snapshot;
        this.before = builder.before;
        this.facts = builder.facts;
        this.detail = builder.detail;
        this.input = builder.input;
        this.secretNames = builder.secretNames;
        this.personalNames = builder.personalNames;
    }

    /** Most moments are whole already. */
    private static Instant wholeMillis(Instant moment) {
        return moment.getNano() % NANOS_PER_MILLI == 0 ? moment : moment.truncatedTo(ChronoUnit.MILLIS);
    }

    /**
     * What all events of a lead have in common.
     *
     * @param flow the flow's id
     * @param revision the number of the flow's revision
     * @param flowHash the hash of its definition
     * @param source the source's id
     * @param test whether it is a test lead
     * @param engine versions of the library and its tables, for replays
     */
    public record Context(String flow, long revision, String flowHash, String source, boolean test, String engine) {
        public Context {
            requireNonNull(flow, "flow");
            requireNonNull(flowHash, "flowHash");
            requireNonNull(source, "source");
            requireNonNull(engine, "engine");
        }
    }

    /** Starts the event with number {@code seq} of {@code stream}. */
    public static Builder of(StreamId stream, long seq, EventType type, Instant at) {
        return new Builder(stream, seq, type, at);
    }

    /**
     * Whether a value of the lead stands as what was erased, or purged. A source can send such a value, too: what must not be
     * believed of it, the account's events tell.
     */
    public boolean isErased() {
        return Erased.isIn(snapshot);
    }

    /** Unique in the account: stream and number. */
    public String id() {
        return "evt_" + stream.id() + "_" + seq;
    }

    public StreamId stream() {
        return stream;
    }

    /** The number in the stream, from 1 without gaps. */
    public long seq() {
        return seq;
    }

    public EventType type() {
        return type;
    }

    /** When, in whole milliseconds; never before the event with the number below. */
    public Instant at() {
        return at;
    }

    /** The lead that it happened to. */
    public String leadId() {
        return stream.id();
    }

    public Context context() {
        return context;
    }

    /** The step's id, or the buyer's in a distribution. */
    public Optional<String> step() {
        return Optional.ofNullable(step);
    }

    /** The id of the step's entity, else of the source's. */
    public Optional<String> entity() {
        return Optional.ofNullable(entity);
    }

    /** How often the step was started on purpose: 1 and up, 0 outside deliveries. */
    public int generation() {
        return generation;
    }

    /** The try of a delivery, from 1; 0 outside deliveries. */
    public int attempt() {
        return attempt;
    }

    public Optional<Outcome> outcome() {
        return Optional.ofNullable(outcome);
    }

    /** Why, when it did not succeed; never holds personal values. */
    public Optional<String> reason() {
        return Optional.ofNullable(reason);
    }

    /** What it cost: the purchase price at acceptance, a look-up's price. */
    public Optional<BigDecimal> cost() {
        return Optional.ofNullable(cost);
    }

    /** What it earned: the sale price of a delivery. */
    public Optional<BigDecimal> revenue() {
        return Optional.ofNullable(revenue);
    }

    /** The time that the step took, in milliseconds. */
    public long durationMs() {
        return durationMs;
    }

    /** Where the journey goes on after the step that this event ends: a step's id, or {@code end}. */
    public Optional<String> next() {
        return Optional.ofNullable(next);
    }

    /** All data of the lead at this moment. */
    public Scope snapshot() {
        return snapshot;
    }

    /** The snapshot of the event before; empty when this event is stored in full. */
    public Optional<Scope> before() {
        return Optional.ofNullable(before);
    }

    /** What is special to the type: {@code rule_set}, {@code rules_evaluated}, {@code integration}, {@code validation}. */
    public Obj facts() {
        Obj known = knownFacts;
        if (known == null) {
            known = facts.get();
            knownFacts = known;
        }
        return known;
    }

    /**
     * What is valid in the lead's fields, and what is wrong with those that are not: {@code {email: {valid, problem}}}. Of
     * {@code source.accepted} and {@code source.rejected}; read from the snapshot. Blank fields are left out.
     */
    public Obj validation() {
        return Validation.of(snapshot);
    }

    /** Requests, responses, texts of faults: what may go sooner than the event. */
    public Obj detail() {
        return detail;
    }

    /** What the source sent, unparsed; only in {@code source.submitted}. */
    public Optional<Lead> input() {
        return Optional.ofNullable(input);
    }

    /** Names, in the input and in the snapshot's sections, whose values a log may keep as masks only; empty by default. */
    public Set<String> secretNames() {
        return secretNames;
    }

    /** Fields of the lead that are personal although their types are not: stores that seal, seal them too. Empty by default. */
    public Set<String> personalNames() {
        return personalNames;
    }

    /** This event as somebody sees it, stored in full. */
    Event seen(Scope data, @Nullable Lead given, Obj more) {
        return copy(seq, at, given, more).snapshot(data, null).build();
    }

    /**
     * This event with the number behind that of another one, and no earlier than it.
     *
     * @param data the snapshot, which is stored as the difference to the other's
     */
    public Event behind(Event other, Scope data) {
        return copy(other.seq + 1, at.isBefore(other.at) ? other.at : at, input, detail)
                .snapshot(data, other.snapshot)
                .build();
    }

    private Builder copy(long number, Instant when, @Nullable Lead given, Obj more) {
        return of(stream, number, type, when)
                .context(context)
                .step(step)
                .entity(entity)
                .generation(generation)
                .attempt(attempt)
                .outcome(outcome)
                .reason(reason)
                .cost(cost)
                .revenue(revenue)
                .durationMs(durationMs)
                .next(next)
                .factsLater(facts)
                .detail(more)
                .input(given)
                .secretNames(secretNames)
                .personalNames(personalNames);
    }

    @Override
    public String toString() {
        return type + " " + seq + " of " + stream.id();
    }

    /** Collects the parts of an event. Not safe for several threads. */
    public static final class Builder {
        private static final Supplier<Obj> NO_FACTS = () -> Obj.EMPTY;
        private static final Context NOWHERE = new Context("", 0, "", "", false, "");

        private final StreamId stream;
        private long seq;
        private EventType type;
        private Instant at;
        private Context context = NOWHERE;
        private @Nullable String step;
        private @Nullable String entity;
        private int generation;
        private int attempt;
        private @Nullable Outcome outcome;
        private @Nullable String reason;
        private @Nullable BigDecimal cost;
        private @Nullable BigDecimal revenue;
        private long durationMs;
        private @Nullable String next;
        private Scope snapshot = Scope.EMPTY;
        private @Nullable Scope before;
        private Supplier<Obj> facts = NO_FACTS;
        private Obj detail = Obj.EMPTY;
        private @Nullable Lead input;
        private Set<String> secretNames = Set.of();
        private Set<String> personalNames = Set.of();

        private Builder(StreamId stream, long seq, EventType type, Instant at) {
            this.stream = requireNonNull(stream, "stream");
            this.seq = seq;
            this.type = requireNonNull(type, "type");
            this.at = requireNonNull(at, "at");
        }

        /**
         * Starts another event of the same stream, with the same context and private names and nothing else: saves a builder
         * where many events are made.
         */
        public Builder another(long number, EventType kind, Instant when) {
            seq = number;
            type = requireNonNull(kind, "kind");
            at = requireNonNull(when, "when");
            generation(0).attempt(0).durationMs(0).snapshot(Scope.EMPTY, null).input(null);
            step(null)
                    .entity(null)
                    .outcome(null)
                    .reason(null)
                    .cost(null)
                    .revenue(null)
                    .next(null);
            return facts(Obj.EMPTY).detail(Obj.EMPTY);
        }

        public Builder context(Context common) {
            this.context = requireNonNull(common, "common");
            return this;
        }

        public Builder step(@Nullable String id) {
            this.step = id;
            return this;
        }

        public Builder entity(@Nullable String id) {
            this.entity = id;
            return this;
        }

        public Builder generation(int number) {
            this.generation = number;
            return this;
        }

        public Builder attempt(int number) {
            this.attempt = number;
            return this;
        }

        public Builder outcome(@Nullable Outcome how) {
            this.outcome = how;
            return this;
        }

        public Builder reason(@Nullable String why) {
            this.reason = why;
            return this;
        }

        public Builder cost(@Nullable BigDecimal amount) {
            this.cost = amount;
            return this;
        }

        public Builder revenue(@Nullable BigDecimal amount) {
            this.revenue = amount;
            return this;
        }

        public Builder durationMs(long millis) {
            this.durationMs = millis;
            return this;
        }

        public Builder next(@Nullable String id) {
            this.next = id;
            return this;
        }

        /** The data now, and at the event before; null there stores it in full. */
        public Builder snapshot(Scope now, @Nullable Scope then) {
            this.snapshot = requireNonNull(now, "now");
            this.before = then;
            return this;
        }

        public Builder facts(Obj all) {
            requireNonNull(all, "all");
            return factsLater(all.size() == 0 ? NO_FACTS : () -> all);
        }

        /** Facts that are made when they are first read, on any thread, always the same: of what does not change. */
        public Builder factsLater(Supplier<Obj> all) {
            this.facts = requireNonNull(all, "all");
            return this;
        }

        public Builder fact(String name, Value value) {
            return facts(facts.get().with(name, value));
        }

        public Builder detail(Obj all) {
            this.detail = requireNonNull(all, "all");
            return this;
        }

        public Builder input(@Nullable Lead lead) {
            this.input = lead;
            return this;
        }

        /** Names that the flow declares secret; values of types that are secret by themselves need no mention. */
        public Builder secretNames(Set<String> names) {
            this.secretNames = Set.copyOf(names);
            return this;
        }

        /** Fields that the flow declares personal against what their types say. */
        public Builder personalNames(Set<String> names) {
            this.personalNames = Set.copyOf(names);
            return this;
        }

        public Event build() {
            return new Event(this);
        }
    }
}
