package dev.sluice.internal.record;

import dev.sluice.event.Event;
import dev.sluice.store.Changes;
import dev.sluice.store.Holder;
import dev.sluice.store.Ownership;
import dev.sluice.store.Reads;
import dev.sluice.store.Sealed;
import dev.sluice.store.Store;
import dev.sluice.store.StreamId;
import dev.sluice.store.View;
import dev.sluice.store.Write;
import dev.sluice.store.Written;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Writes one lead: its events, what is to change together with each of them, and who works on it for how long. Used by
 * one thread.
 */
public final class LeadWriter {
    private final Store store;
    private final Journal journal;
    private final Tenure tenure;
    private final RunClock clock;
    private final List<Settlement> settlements = new ArrayList<>(0);
    private final List<Holder> holders = new ArrayList<>(0);
    private Reads further = Reads.NONE;
    private Duration expected = Tenure.SLACK;
    private Supplier<Optional<Sealed>> copy = Optional::empty;
    private boolean changed;
    private boolean copied;
    private boolean owned;
    private @Nullable Written<?> last;
    private @Nullable Instant parkedUntil;

    public LeadWriter(Store store, Journal journal, Tenure tenure, RunClock clock) {
        this.store = store;
        this.journal = journal;
        this.tenure = tenure;
        this.clock = clock;
        this.owned = tenure.isTakenOver();
    }

    /** A change that belongs to the event with number {@code seq}, which is yet to be made. */
    private record Settlement(int seq, Object about, Change change) {
        Settlement later(int more) {
            return new Settlement(seq + more, about, change);
        }
    }

    /** What a settlement does together with the event of this number. */
    private interface Change {
        void make(View view, Changes changes, long seq);
    }

    public void settle(List<Holder> holders, Consumer<Changes> change) {
        this.holders.addAll(holders);
        settlements.add(new Settlement(journal.size() + 1, this, (view, changes, seq) -> change.accept(changes)));
    }

    /** Adds what is decided together with the event that comes next, of what is known before this write. */
    public void decide(Addition addition) {
        int before = (int) settlements.stream()
                .filter(each -> each.about().equals(addition.about()))
                .count();
        further = further.and(addition.reads());
        settlements.add(new Settlement(
                journal.size() + 1,
                addition.about(),
                (view, changes, seq) -> addition.decide(view, changes, journal.stream(), seq, before)));
    }

    /** What is decided together with an event of a lead. */
    public interface Addition {
        /** What it is about; several in one write do not see each other. */
        Object about();

        /** What it looks at. */
        Reads reads();

        /**
         * Decides; pure, may run again.
         *
         * @param seq the number of the event
         * @param before how many about the same come before it in this write
         */
        void decide(View view, Changes changes, StreamId lead, long seq, int before);
    }

    /** Keeps this from the first write to the last, where there is anything to keep. */
    public void keep(Supplier<Optional<Sealed>> what) {
        copy = what;
    }

    /** What is kept has changed: the next write keeps it anew. */
    public void keepAnew() {
        changed = true;
    }

    /** A copy may have been kept before. */
    public void hasCopy() {
        copied = true;
    }

    public void expect(Duration effect) {
        expected = expected.plus(effect);
    }

    /** A decision that looks at counters sees what the lead has given back before: that is written first. */
    public <R> Written<R> write(Reads reads, BiFunction<View, Changes, R> decide, Predicate<R> isEnd) {
        if (!settlements.isEmpty() && !reads.counters().isEmpty()) {
            writeAll(Reads.NONE, (view, changes) -> Boolean.TRUE, no -> false);
        }
        return writeAll(reads, decide, isEnd);
    }

    private <R> Written<R> writeAll(Reads reads, BiFunction<View, Changes, R> decide, Predicate<R> isEnd) {
        Reads all = (holders.isEmpty() ? reads : reads.and(Reads.holders(holders))).and(further);
        Handed<R> handed = isBeside() ? besideOthers(all, decide, isEnd) : handed(all, decide, isEnd);
        settlements.clear();
        holders.clear();
        further = Reads.NONE;
        written(handed.written(), handed.entries());
        return handed.written();
    }

    /** A write, and what it entered. */
    private record Handed<R>(Written<R> written, Entries entries) {}

    private <R> Handed<R> handed(Reads all, BiFunction<View, Changes, R> decide, Predicate<R> isEnd) {
        Entries entries = new Entries();
        Written<R> written = store.write(new Write<>() {
            @Override
            public Reads reads() {
                return all;
            }

            @Override
            public R decide(View view, Changes changes) {
                entries.append(view, changes);
                R decided = decide.apply(view, changes);
                if (isEnd.test(decided)) {
                    entries.close(changes);
                } else {
                    entries.own(changes);
                }
                return decided;
            }
        });
        return new Handed<>(written, entries);
    }

    /** Whether something was written of a lead that others may have added to since. */
    private boolean isBeside() {
        return tenure.beside() && last != null;
    }

    /** What has begun must not get lost: it comes behind what others have added. */
    private <R> Handed<R> besideOthers(Reads all, BiFunction<View, Changes, R> decide, Predicate<R> isEnd) {
        while (true) {
            try {
                Handed<R> handed = handed(all, decide, isEnd);
                handed.written().decided();
                return handed;
            } catch (IllegalStateException gap) {
                if (!catchUp()) {
                    throw gap;
                }
            }
        }
    }

    /** Takes in what others have added to the lead; false when they have not. */
    private boolean catchUp() {
        store.write(new Nothing()).durable();
        int more = journal.catchUp(store.events().stream(journal.stream()));
        settlements.replaceAll(each -> each.later(more));
        return more > 0;
    }

    public <R> Written<Optional<R>> writeUnless(
            Reads reads, Function<View, Optional<R>> objection, Consumer<Changes> change) {
        Entries entries = new Entries();
        Written<Optional<R>> written = store.write(new Write<>() {
            @Override
            public Reads reads() {
                return reads;
            }

            @Override
            public Optional<R> decide(View view, Changes changes) {
                Optional<R> objected = objection.apply(view);
                if (objected.isEmpty()) {
                    change.accept(changes);
                    entries.append(view, changes);
                    entries.own(changes);
                }
                return objected;
            }
        });
        if (written.decided().isEmpty()) {
            written(written, entries);
        } else {
            last = written;
        }
        return written;
    }

    private void written(Written<?> written, Entries entries) {
        journal.allWritten();
        copied |= entries.toKeep.isPresent();
        changed = false;
        expected = Tenure.SLACK;
        owned = true;
        last = written;
    }

    /** Writes all that is unwritten; nobody is to go on with the lead until then. */
    public void park(Instant until) {
        parkedUntil = until;
        try {
            writeAll(Reads.NONE, (view, changes) -> Boolean.TRUE, end -> false);
        } finally {
            parkedUntil = null;
        }
    }

    public void awaitDurable() {
        if (last != null) {
            last.durable();
        }
    }

    /** Once this is durable, all that was decided before it can be read. */
    private record Nothing() implements Write<Boolean> {
        @Override
        public Reads reads() {
            return Reads.NONE;
        }

        @Override
        public Boolean decide(View view, Changes changes) {
            return Boolean.TRUE;
        }
    }

    /** What one write is to enter; its decision may run again, on another thread. */
    private final class Entries {
        private final List<Event> unwritten = journal.unwritten();
        private final List<Settlement> settled = List.copyOf(settlements);
        private final Ownership ownership =
                tenure.of(journal.stream(), parkedUntil == null ? clock.wall().plus(expected) : parkedUntil);
        private final boolean isOwned = owned;
        private final Optional<Sealed> toKeep = owned && !changed ? Optional.empty() : copy.get();
        private final boolean isCopied = copied;

        /** Each settlement right before its event. */
        void append(View view, Changes changes) {
            if (settled.isEmpty()) {
                changes.append(journal.stream(), unwritten);
                return;
            }
            int appended = 0;
            for (Settlement settlement : settled) {
                int before = appended;
                while (appended < unwritten.size() && unwritten.get(appended).seq() < settlement.seq()) {
                    appended++;
                }
                changes.append(journal.stream(), unwritten.subList(before, appended));
                settlement.change().make(view, changes, settlement.seq());
            }
            changes.append(journal.stream(), unwritten.subList(appended, unwritten.size()));
        }

        void own(Changes changes) {
            if (tenure.owner() != null) {
                changes.own(ownership);
                toKeep.ifPresent(changes::put);
            }
        }

        /** A lead that came and ended in one write was never anybody's. */
        void close(Changes changes) {
            if (tenure.owner() != null && isOwned) {
                changes.close(ownership);
                if (isCopied) {
                    changes.discard(journal.stream());
                }
            }
        }
    }
}
