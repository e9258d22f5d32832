package dev.sluice.alert;

import dev.sluice.types.Arr;
import dev.sluice.types.Num;
import dev.sluice.types.Obj;
import dev.sluice.types.Text;
import dev.sluice.types.Value;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a rule remembers of one group: counts by minute as far back as it looks, and what came last. For one thread. */
final class Track {
    private static final int MOST_SEEN = 1_000;

    private final TreeMap<Long, long[]> minutes = new TreeMap<>();
    private final Set<String> seen = new LinkedHashSet<>();
    private long inARow;
    private long count;
    private @Nullable Instant last;
    private @Nullable Instant pending;
    private @Nullable Instant told;

    /** Events, hits and milliseconds of some minutes. */
    record Sum(long events, long hits, long millis) {}

    void add(Instant at, boolean hit, long millis) {
        long[] minute = minutes.computeIfAbsent(minute(at), key -> new long[3]);
        minute[0]++;
        minute[1] += hit ? 1 : 0;
        minute[2] += millis;
        inARow = hit ? inARow + 1 : 0;
        count++;
        last = last == null || last.isBefore(at) ? at : last;
    }

    private static long minute(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), 60L);
    }

    /** The minutes after {@code from} up to {@code to}. */
    Sum between(Instant from, Instant to) {
        long[] sum = new long[3];
        for (long[] minute :
                minutes.subMap(minute(from), false, minute(to), true).values()) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += minute[i];
            }
        }
        return new Sum(sum[0], sum[1], sum[2]);
    }

    void forgetBefore(Instant moment) {
        minutes.headMap(minute(moment)).clear();
    }

    /** Whether the word is new; remembers it, and no more than there is room for. */
    boolean isNew(String word) {
        return !seen.contains(word) && seen.size() < MOST_SEEN && seen.add(word);
    }

    long inARow() {
        return inARow;
    }

    long count() {
        return count;
    }

    @Nullable Instant last() {
        return last;
    }

    void pendingSince(@Nullable Instant moment) {
        pending = moment == null || pending == null ? moment : pending;
    }

    @Nullable Instant pending() {
        return pending;
    }

    @Nullable Instant told() {
        return told;
    }

    void toldAt(Instant moment) {
        told = moment;
    }

    Obj written() {
        Obj slots = Obj.EMPTY;
        for (Map.Entry<Long, long[]> minute : minutes.entrySet()) {
            long[] sums = minute.getValue();
            slots = slots.with(
                    Long.toString(minute.getKey()),
                    Value.list(List.of(Num.of(sums[0]), Num.of(sums[1]), Num.of(sums[2]))));
        }
        Obj all = Obj.EMPTY
                .with("minutes", slots)
                .with("seen", Value.list(seen.stream().map(Text::new).toList()))
                .with("row", Num.of(inARow))
                .with("count", Num.of(count));
        all = put(all, "last", last);
        all = put(all, "pending", pending);
        return put(all, "told", told);
    }

    private static Obj put(Obj all, String name, @Nullable Instant moment) {
        return moment == null ? all : all.with(name, new Text(moment.toString()));
    }

    static Track read(Value written) {
        Track track = new Track();
        if (written.part("minutes") instanceof Obj slots) {
            slots.members()
                    .forEach((minute, sums) -> track.minutes.put(
                            Long.parseLong(minute), new long[] {number(sums, 0), number(sums, 1), number(sums, 2)}));
        }
        if (written.part("seen") instanceof Arr words) {
            words.values().forEach(word -> track.seen.add(word.text()));
        }
        track.inARow = whole(written.part("row"));
        track.count = whole(written.part("count"));
        track.last = moment(written.part("last"));
        track.pending = moment(written.part("pending"));
        track.told = moment(written.part("told"));
        return track;
    }

    private static long number(Value sums, int place) {
        return sums instanceof Arr arr && place < arr.size() ? whole(arr.at(place)) : 0;
    }

    private static long whole(Value value) {
        return value instanceof Num number ? number.value().longValue() : 0;
    }

    private static @Nullable Instant moment(Value value) {
        return value instanceof Text text ? Instant.parse(text.value()) : null;
    }
}
