package dev.sluice.export.firehose;

import static java.util.Objects.requireNonNull;

import dev.sluice.Sluice;
import dev.sluice.delivery.Deadline;
import dev.sluice.event.Event;
import dev.sluice.event.FieldPrivacy;
import dev.sluice.export.internal.Patience;
import dev.sluice.export.internal.Source;
import dev.sluice.export.internal.Sources;
import dev.sluice.store.WorkItem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Events as they come, in batches, to where a host wants them. Each stream is a place in the log that the store keeps: nothing
 * stands beside the log that could be lost. {@link Sluice#runDue} sends what is due, in any process that wired the same
 * streams; after a crash the same batch comes again. Immutable and safe on any thread.
 */
public final class Firehose {
    /** Well below {@link dev.sluice.DueWork#LEASE_MINUTES}, so that nobody else takes what is being done. */
    private static final Duration AT_A_TIME = Duration.ofMinutes(2);

    private final Sluice sluice;
    private final Map<String, FirehoseStream> streams;
    private final Map<String, FieldPrivacy> fields;
    private final @Nullable Executor executor;
    private final Hoses hoses;

    private Firehose(Builder builder) {
        this.sluice = builder.sluice;
        this.streams = Map.copyOf(builder.streams);
        this.fields = Map.copyOf(builder.fields);
        this.executor = builder.executor;
        this.hoses = new Hoses(sluice);
        streams.values().forEach(this::source);
        streams.keySet().forEach(this::begin);
        sluice.dueWork(Hoses.KIND, this::due);
    }

    /** Starts with the streams of this account. */
    public static Builder over(Sluice sluice) {
        return new Builder(requireNonNull(sluice, "sluice"));
    }

    /** A stream that was never seen begins with the first event of the log; others go on where they are. */
    private void begin(String stream) {
        Hose hose = hoses.find(stream);
        if (hose.version() == 0) {
            hoses.save(stream, hose, Duration.ZERO, null);
        }
    }

    /**
     * Sends what is ready to leave on this thread, as {@link Sluice#runDue} does for streams that are due.
     *
     * @throws IllegalArgumentException if there is no such stream
     */
    public FirehoseHealth run(String stream) {
        run(known(stream)).run(AT_A_TIME);
        return health(stream);
    }

    /**
     * How a stream does.
     *
     * @throws IllegalArgumentException if there is no such stream
     */
    public FirehoseHealth health(String stream) {
        return hoses.find(known(stream).name()).health(stream);
    }

    /**
     * Batches that were given up, the first first.
     *
     * @throws IllegalArgumentException if there is no such stream
     */
    public List<DeadLetter> deadLetters(String stream) {
        long dead = hoses.find(known(stream).name()).dead();
        List<DeadLetter> letters = new ArrayList<>();
        for (long number = 1; number <= dead; number++) {
            hoses.grave(stream, number).map(Grave::letter).ifPresent(letters::add);
        }
        return letters;
    }

    /**
     * Sends a dead letter again, as the batch that it was, on this thread.
     *
     * @throws IllegalArgumentException if there is no such stream or letter, or the letter was sent already
     */
    public SinkResult redeliver(String stream, long number) {
        Grave grave = hoses.grave(known(stream).name(), number)
                .filter(letter -> !letter.letter().redelivered())
                .orElseThrow(() -> new IllegalArgumentException(
                        "stream '" + stream + "' has no dead letter " + number + " that waits"));
        return run(known(stream)).redeliver(grave);
    }

    /**
     * Tries whether the way of a stream is open, without an event, on this thread: for those who set one up.
     *
     * @throws IllegalArgumentException if there is no such stream
     */
    public SinkResult verify(String stream) {
        FirehoseStream known = known(stream);
        Deadline deadline = Deadline.in(known.timeout(), sluice.time()::nanos);
        return new Patience(executor, known.timeout())
                .call(() -> known.sink().verify(deadline), SinkResult::failed, SinkResult::failed);
    }

    private void due(WorkItem item) {
        FirehoseStream stream = streams.get(item.ref());
        if (stream == null) {
            throw new IllegalStateException("nobody here knows the stream '" + item.ref() + "'");
        }
        run(stream).run(AT_A_TIME);
    }

    private HoseRun run(FirehoseStream stream) {
        Patience patience = new Patience(executor, stream.timeout());
        return new HoseRun(hoses, stream, source(stream), stream.reader().of(fields), patience, sluice.time());
    }

    private Source<Event> source(FirehoseStream stream) {
        return new Sources(sluice.store().events(), sluice.account())
                .stream(stream.query(), stream.reader(), stream.events());
    }

    private FirehoseStream known(String name) {
        FirehoseStream stream = streams.get(name);
        if (stream == null) {
            throw new IllegalArgumentException("there is no stream '" + name + "'; there are "
                    + streams.keySet().stream().sorted().toList());
        }
        return stream;
    }

    /** Collects streams. Not safe for several threads. */
    public static final class Builder {
        private final Sluice sluice;
        private final Map<String, FirehoseStream> streams = new LinkedHashMap<>();
        private final Map<String, FieldPrivacy> fields = new HashMap<>();
        private @Nullable Executor executor;

        private Builder(Sluice sluice) {
            this.sluice = sluice;
        }

        /** One more stream. */
        public Builder stream(FirehoseStream stream) {
            if (streams.putIfAbsent(stream.name(), stream) != null) {
                throw new IllegalArgumentException("there are two streams '" + stream.name() + "'");
            }
            return this;
        }

        /** How private fields are that are not as their types say. */
        public Builder fields(Map<String, FieldPrivacy> declared) {
            fields.putAll(declared);
            return this;
        }

        /** Runs sinks, so that a hanging one is given up; without one, they are only told their deadline. */
        public Builder executor(Executor calls) {
            this.executor = requireNonNull(calls, "calls");
            return this;
        }

        /**
         * From now on, {@link Sluice#runDue} sends what is due.
         *
         * @throws dev.sluice.event.InvalidQueryException if a stream's query is none
         */
        public Firehose build() {
            return new Firehose(this);
        }
    }
}
