package dev.sluice.audit;

import dev.sluice.audit.Breach.Kind;
import dev.sluice.store.StoredEvent;
import dev.sluice.store.StoredLog;
import dev.sluice.store.StreamId;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether before a cut there is what was left there, and nothing else. Is shown the events of the log in their order. */
final class CutStreams {
    private final Optional<Cutoff> cutoff;
    private final Optional<StoredEvent> behind;
    private final Found found;
    private final Map<StreamId, Cutoff.Head> staying = new HashMap<>();
    private final Map<StreamId, Cutoff.Head> unseen = new HashMap<>();
    /** Streams that should be gone. One that went on while it was about to leave was left; the next cut will say so. */
    private final Map<StreamId, Long> stray = new HashMap<>();

    private boolean isBehind;
    private long left;

    /** Is told of what does not fit. */
    interface Found {
        void breach(Kind kind, String place, String text);
    }

    private CutStreams(Optional<Cutoff> cutoff, Optional<StoredEvent> behind, Found found) {
        this.cutoff = cutoff;
        this.behind = behind;
        this.found = found;
        this.isBehind = cutoff.isEmpty();
        cutoff.ifPresent(cut ->
                cut.heads().stream().filter(Cutoff.Head::stays).forEach(head -> staying.put(head.stream(), head)));
        unseen.putAll(staying);
    }

    static CutStreams of(StoredLog log, Optional<Cutoff> cutoff, Found found) {
        Optional<StoredEvent> behind =
                cutoff.flatMap(cut -> log.after(cut.to(), 1).events().stream().findFirst());
        return new CutStreams(cutoff, behind, found);
    }

    /** The number of the last seal whose piece was cut; 0 for none. */
    long seal() {
        return cutoff.map(Cutoff::seal).orElse(0L);
    }

    /** Streams whose first events were removed. */
    List<Cutoff.Head> goingOn() {
        return cutoff.map(cut ->
                        cut.heads().stream().filter(head -> !head.stays()).toList())
                .orElse(List.of());
    }

    /** How many events stand before the cut. */
    long left() {
        return left;
    }

    /** Looks at the next event; tells whether it was on record at the cut why parts of it are empty. */
    boolean passes(StoredEvent event) {
        isBehind = isBehind || (behind.isPresent() && LogCheck.isSame(behind.get(), event));
        if (isBehind) {
            stray.remove(event.stream());
        }
        return !isBehind && wasLeft(event);
    }

    private boolean wasLeft(StoredEvent event) {
        Cutoff.Head head = staying.get(event.stream());
        if (head == null || event.seq() > head.seq()) {
            stray.put(event.stream(), event.seq());
            return false;
        }
        left++;
        if (event.seq() == head.seq()) {
            unseen.remove(event.stream());
            if (!MessageDigest.isEqual(event.hash(), head.hash())) {
                found.breach(
                        Kind.CHANGED, place(event.stream(), event.seq()), "is not the one that was left at the cut");
            }
        }
        return head.emptied();
    }

    void end() {
        stray.forEach((stream, seq) ->
                found.breach(Kind.MISPLACED, place(stream, seq), "stands in a piece that was removed"));
        unseen.forEach((stream, head) ->
                found.breach(Kind.MISPLACED, place(stream, head.seq()), "was left at the cut, and is gone"));
    }

    private static String place(StreamId stream, long seq) {
        return stream.account() + " " + stream.id() + " " + seq;
    }
}
