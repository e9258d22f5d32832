package dev.sluice.export.firehose;

import static java.util.Objects.requireNonNull;

import dev.sluice.event.Reader;
import dev.sluice.event.Role;
import java.time.Duration;

/**
 * One stream of a firehose. Immutable.
 *
 * @param name unique in the account; its place in the log is kept under it
 * @param sink where it goes
 * @param query which events, as {@link dev.sluice.json.EventQueryText} reads it, without paging
 * @param reader who sees them
 * @param events a batch leaves with so many events
 * @param bytes or when it has so many bytes as JSON
 * @param age or when its oldest event is so old
 * @param tries after so many a batch becomes a dead letter
 * @param firstPause after the first try that failed; twice that after the next, and so on
 * @param longestPause the longest of them
 * @param timeout how long a try may take
 */
public record FirehoseStream(
        String name,
        Sink sink,
        String query,
        Reader reader,
        int events,
        long bytes,
        Duration age,
        int tries,
        Duration firstPause,
        Duration longestPause,
        Duration timeout) {
    /** Batches are kept in memory while they are on their way. */
    private static final int MOST_EVENTS = 10_000;

    public FirehoseStream {
        requireNonNull(sink, "sink");
        requireNonNull(query, "query");
        requireNonNull(reader, "reader");
        if (reader.lacksPseudonyms()) {
            throw new IllegalArgumentException(
                    "hashes and tokens need a key: give the reader .with(Pseudonyms.keyed(..))");
        }
        if (!name.matches("[A-Za-z0-9_-]{1,64}")) {
            throw new IllegalArgumentException("a stream's name has 1 to 64 letters, digits, dashes and underlines");
        }
        if (events < 1 || events > MOST_EVENTS || bytes < 1 || tries < 1) {
            throw new IllegalArgumentException(
                    "a batch has 1 to " + MOST_EVENTS + " events, a byte or more, and one try or more");
        }
        if (age.isNegative() || firstPause.isNegative() || longestPause.isNegative() || timeout.toMillis() < 1) {
            throw new IllegalArgumentException("times are not negative, and a try may take a millisecond or more");
        }
    }

    /**
     * A stream of all events with masks: batches of 500 events, 5 MB or a minute, ten tries with pauses from a second to five
     * minutes, each of at most half a minute.
     */
    public static Builder to(String name, Sink sink) {
        return new Builder(name, sink);
    }

    Duration pause(int failed) {
        Duration pause = firstPause.multipliedBy(1L << Math.min(failed - 1, 20));
        return pause.compareTo(longestPause) < 0 ? pause : longestPause;
    }

    /** Collects settings. Not safe for several threads. */
    public static final class Builder {
        private final String name;
        private final Sink sink;
        private String query = "";
        private Reader reader = Reader.of("firehose", Role.OPERATOR);
        private int events = 500;
        private long bytes = 5_000_000;
        private Duration age = Duration.ofMinutes(1);
        private int tries = 10;
        private Duration firstPause = Duration.ofSeconds(1);
        private Duration longestPause = Duration.ofMinutes(5);
        private Duration timeout = Duration.ofSeconds(30);

        private Builder(String name, Sink sink) {
            this.name = requireNonNull(name, "name");
            this.sink = requireNonNull(sink, "sink");
        }

        /** Which events, {@code flow_id=solar&type=recipient.*}; all by default. */
        public Builder query(String text) {
            this.query = text;
            return this;
        }

        /** Who sees them; somebody who sees masks of personal values, by default. */
        public Builder reader(Reader who) {
            this.reader = who;
            return this;
        }

        /** A batch leaves with so many events, so many bytes as JSON, or when its oldest event is so old. */
        public Builder batch(int most, long size, Duration oldest) {
            this.events = most;
            this.bytes = size;
            this.age = oldest;
            return this;
        }

        /** After so many tries a batch becomes a dead letter; the pause between them doubles from first to longest. */
        public Builder tries(int most, Duration first, Duration longest) {
            this.tries = most;
            this.firstPause = first;
            this.longestPause = longest;
            return this;
        }

        /** How long a try may take; half a minute by default. */
        public Builder timeout(Duration longest) {
            this.timeout = longest;
            return this;
        }

        public FirehoseStream build() {
            return new FirehoseStream(
                    name, sink, query, reader, events, bytes, age, tries, firstPause, longestPause, timeout);
        }
    }
}
