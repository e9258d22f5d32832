package dev.sluice.audit;

import static java.util.Objects.requireNonNull;

import dev.sluice.Sluice;
import dev.sluice.event.EventType;
import dev.sluice.store.Cursor;
import dev.sluice.store.Page;
import dev.sluice.store.Part;
import dev.sluice.store.StoredEvent;
import dev.sluice.store.StoredLog;
import dev.sluice.store.StreamId;
import dev.sluice.store.Subjects;
import dev.sluice.types.Moment;
import dev.sluice.types.Obj;
import dev.sluice.types.Value;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Removes whole events whose time is over, so that their rows are gone and the log still verifies. The log is cut behind a seal that
 * is older than everything is kept: streams before it go, but for those that are held, on their way, or younger. A signed {@link Cutoff}
 * says so from then on, and an event of the account tells of it. One instance a store, over all its accounts: events of an
 * account without a {@link Retention} stay, and so do connections, which are what their events say.
 */
public final class Removal {
    private static final int PAGE = 1_000;

    private final Sluice sluice;
    private final StoredLog log;
    private final Subjects subjects;
    private final SealDocs docs;
    private final SealSigner signer;
    private final Map<String, Retention> accounts = new HashMap<>();

    private Removal(Sluice sluice, StoredLog log, Subjects subjects, SealSigner signer, List<Retention> accounts) {
        this.sluice = sluice;
        this.log = log;
        this.subjects = subjects;
        this.docs = new SealDocs(sluice.store(), sluice.account());
        this.signer = signer;
        accounts.forEach(retention -> this.accounts.put(retention.account(), retention));
    }

    /**
     * Removal from the store of {@code sluice}, whose account keeps the seals.
     *
     * @param signer the one of the seals
     * @param accounts how long each account keeps what
     * @throws IllegalArgumentException if there is no account, or the store keeps everything in memory
     */
    public static Removal over(Sluice sluice, SealSigner signer, List<Retention> accounts) {
        if (accounts.isEmpty()) {
            throw new IllegalArgumentException("say of at least one account how long it keeps what");
        }
        StoredLog log = sluice.store()
                .log()
                .orElseThrow(() -> new IllegalArgumentException("events in memory leave with their process"));
        Subjects subjects = sluice.store()
                .subjects()
                .orElseThrow(() -> new IllegalArgumentException("events in memory leave with their process"));
        return new Removal(sluice, log, subjects, requireNonNull(signer, "signer"), accounts);
    }

    /**
     * Purges, and removes what is over and sealed; what a crash cut off before is done first. Nothing is removed of a log that does
     * not verify: a removal would hide what was done to it.
     *
     * @return the cut as it is now; empty as long as there was none
     * @throws IllegalStateException if the log does not verify
     */
    public Optional<Cutoff> remove() {
        accounts.values().forEach(Retention::purge);
        Optional<Cutoff> before = docs.cutoff();
        before.ifPresent(this::finish);
        Optional<Seal> last = last(before);
        if (last.isPresent()) {
            verified();
            cut(last.get(), before);
        }
        return docs.cutoff();
    }

    /** The last seal that is old enough and that the host has; the one of the last cut when no later one is. */
    private Optional<Seal> last(Optional<Cutoff> before) {
        Instant old = sluice.time().instant().minus(longest());
        long no = before.map(Cutoff::seal).orElse(0L);
        long handed = docs.handed();
        boolean isOld = true;
        while (isOld && no < handed) {
            isOld = docs.seal(no + 1).filter(seal -> !seal.at().isAfter(old)).isPresent();
            no += isOld ? 1 : 0;
        }
        return no == 0 ? Optional.empty() : docs.seal(no);
    }

    private Duration longest() {
        return accounts.values().stream()
                .map(Retention::longest)
                .max(Duration::compareTo)
                .orElseThrow();
    }

    private void verified() {
        LogCheck check = LogCheck.of(log, docs, Optional.of(signer), Optional.empty());
        if (!check.isIntact()) {
            throw new IllegalStateException("nothing is removed of a log that is not as it was written: "
                    + check.breaches().get(0));
        }
    }

    private void cut(Seal last, Optional<Cutoff> before) {
        Map<StreamId, Row> rows = before(last.to());
        Map<StreamId, Cutoff.Head> heads = new LinkedHashMap<>();
        before.ifPresent(cutoff -> cutoff.heads().stream()
                .filter(head -> !head.stays() && goesOn(head.stream(), head.seq()))
                .forEach(head -> heads.put(head.stream(), head)));
        long left = 0;
        for (Row row : rows.values()) {
            boolean leaves = leaves(row.last);
            if (!leaves || goesOn(row.last.stream(), row.last.seq())) {
                heads.put(row.last.stream(), row.head(!leaves));
            }
            left += leaves ? 0 : row.count;
        }
        long removed = sealed(last) - left;
        if (removed > before.map(Cutoff::removed).orElse(0L)) {
            Cutoff cutoff = cutoff(last, removed, List.copyOf(heads.values()));
            tell(cutoff, removed - before.map(Cutoff::removed).orElse(0L), last.at());
            finish(cutoff);
        }
    }

    private Cutoff cutoff(Seal last, long removed, List<Cutoff.Head> heads) {
        Instant at = sluice.time().instant().truncatedTo(ChronoUnit.MILLIS);
        return new Cutoff(last.no(), last.to(), removed, heads, at, signer.key(), new byte[0]).signed(signer);
    }

    /** How many events were sealed up to here. */
    private long sealed(Seal last) {
        long all = 0;
        for (long no = 1; no <= last.no(); no++) {
            all += docs.seal(no).map(Seal::count).orElse(0L);
        }
        return all;
    }

    private boolean leaves(StoredEvent event) {
        Retention retention = accounts.get(event.stream().account());
        return retention != null && retention.lets(event);
    }

    private boolean goesOn(StreamId stream, long seq) {
        List<StoredEvent> events = log.stream(stream);
        return !events.isEmpty() && events.get(events.size() - 1).seq() > seq;
    }

    private void tell(Cutoff cutoff, long removed, Instant before) {
        Obj facts = Obj.EMPTY
                .with("seals", Value.number(cutoff.seal()))
                .with("removed", Value.number(removed))
                .with("kept_streams", Value.number(cutoff.heads().size()))
                .with(Horizon.BEFORE, Moment.of(before));
        docs.put(cutoff, new AccountStream(sluice), EventType.RETENTION_REMOVED, facts);
    }

    /** Removes what a cut says is gone; again changes nothing. */
    private void finish(Cutoff cutoff) {
        Map<StreamId, Cutoff.Head> heads = new HashMap<>();
        cutoff.heads().forEach(head -> heads.put(head.stream(), head));
        Map<StreamId, Long> whole = new LinkedHashMap<>();
        Map<StreamId, Long> beginnings = new LinkedHashMap<>();
        before(cutoff.to()).forEach((stream, row) -> {
            Cutoff.Head head = heads.get(stream);
            if (head == null) {
                whole.put(stream, row.last.seq());
            } else if (!head.stays()) {
                beginnings.put(stream, head.seq());
            }
        });
        if (!whole.isEmpty() || !beginnings.isEmpty()) {
            subjects.remove(whole, beginnings);
            subjects.scrub();
        }
    }

    /** Of each stream that has rows up to here the last of them. */
    private Map<StreamId, Row> before(Cursor to) {
        Optional<StoredEvent> behind = log.after(to, 1).events().stream().findFirst();
        Map<StreamId, Row> rows = new LinkedHashMap<>();
        Page<StoredEvent> page = log.after(Cursor.START, PAGE);
        boolean isMore = true;
        while (isMore && !page.events().isEmpty()) {
            for (StoredEvent event : page.events()) {
                isMore = isMore && !(behind.isPresent() && LogCheck.isSame(behind.get(), event));
                if (isMore) {
                    rows.merge(event.stream(), Row.of(event), Row::and);
                }
            }
            page = isMore ? log.after(page.next(), PAGE) : page;
        }
        return rows;
    }

    /** The rows of a stream before the cut. */
    private record Row(StoredEvent last, long count, boolean emptied) {
        static Row of(StoredEvent event) {
            boolean emptied = List.of(Part.values()).stream().anyMatch(event::isGone);
            return new Row(event, 1, emptied);
        }

        Row and(Row next) {
            return new Row(next.last, count + next.count, emptied || next.emptied);
        }

        Cutoff.Head head(boolean stays) {
            return new Cutoff.Head(last.stream(), last.seq(), last.hash(), stays, emptied);
        }
    }
}
