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
    private static final BiFunction<View, Changes, Boolean> NOTHING = (view, changes) -> Boolean.TRUE;

    private final Store store;
    private final Journal journal;
    private final Tenure tenure;
    private final RunClock clock;
    private List<Settlement> settlements = List.of();
    private List<Holder> holders = List.of();
    private Reads further = Reads.NONE;
    private Duration expected = Tenure.SLACK;
    private Supplier<Optional<Sealed>> copy = Optional::empty;
    private boolean changed;
    private boolean copied;
    private boolean owned;
    private @Nullable Ownership held;
    private @Nullable Written<?> last;

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

    /** A change that looks at nothing. */
    private record Plain(Consumer<Changes> change) implements Change {
        @Override
        public void make(View view, Changes changes, long seq) {
            change.accept(changes);
        }
    }

    public void settle(List<Holder> settled, Consumer<Changes> change) {
        holders = joined(holders, settled);
        add(this, new Plain(change));
    }

    private static <T> List<T> joined(List<T> some, List<T> more) {
        if (some.isEmpty()) {
            return more;
        }
        List<T> all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }

    private void add(Object about, Change change) {
        settlements = joined(settlements, List.of(new Settlement(journal.size() + 1, about, change)));
    }

    /** Adds what is decided together with the event that comes next, of what is known before this write. */
    public void decide(Addition addition) {
        int before = (int) settlements.stream()
                .filter(each -> each.about().equals(addition.about()))
                .count();
        further = further.and(addition.reads());
        add(addition.about(), (view, changes, seq) -> addition.decide(view, changes, journal.stream(), seq, before));
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
            enter(Reads.NONE, NOTHING, no -> false, owning());
        }
        return enter(reads, decide, isEnd, owning());
    }

    /** Writes all that is unwritten, at the lead's end. */
    public void writeLast() {
        enter(Reads.NONE, NOTHING, end -> true, held == null ? owning() : held);
    }

    /** Writes all that is unwritten; nobody is to go on with the lead until then. */
    public void park(Instant until) {
        enter(Reads.NONE, NOTHING, end -> false, tenure.of(journal.stream(), until));
    }

    /** Whose the lead is as long as what comes next may take. */
    private Ownership owning() {
        return tenure.of(journal.stream(), clock.wall().plus(expected));
    }

    private <R> Written<R> enter(
            Reads reads, BiFunction<View, Changes, R> decide, Predicate<R> isEnd, Ownership ownership) {
        Reads all = (holders.isEmpty() ? reads : reads.and(Reads.holders(holders))).and(further);
        Written<R> entered = isBeside()
                ? besideOthers(() -> new Decision<>(all, decide, isEnd, ownership))
                : entered(new Decision<>(all, decide, isEnd, ownership));
        settlements = List.of();
        holders = List.of();
        further = Reads.NONE;
        return entered;
    }

    private <R> Written<R> entered(Entering<R> entering) {
        Written<R> entered = store.write(entering);
        entering.behind(entered);
        return entered;
    }

    /** Whether something was written of a lead that others may have added to since. */
    private boolean isBeside() {
        return tenure.beside() && last != null;
    }

    /** What has begun must not get lost: it comes behind what others have added. */
    private <R> Written<R> besideOthers(Supplier<Decision<R>> decision) {
        while (true) {
            try {
                Decision<R> next = decision.get();
                Written<R> entered = store.write(next);
                entered.decided();
                next.behind(entered);
                return entered;
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
        settlements =
                settlements.stream().map(settlement -> settlement.later(more)).toList();
        return more > 0;
    }

    public <R> Written<Optional<R>> writeUnless(
            Reads reads, Function<View, Optional<R>> objection, Consumer<Changes> change) {
        Entering<Optional<R>> entering = new Objection<>(reads, objection, change, owning());
        Written<Optional<R>> written = store.write(entering);
        if (written.decided().isEmpty()) {
            entering.behind(written);
        } else {
            last = written;
        }
        return written;
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

    /** What one write enters beside what it decides; it may run again, on another thread. */
    private abstract class Entering<R> implements Write<R> {
        private final Reads reads;
        private final Ownership ownership;
        private final List<Event> unwritten = journal.unwritten();
        private final List<Settlement> settled = settlements;
        private final boolean isOwned = owned;
        private final Optional<Sealed> toKeep = owned && !changed ? Optional.empty() : copy.get();
        private final boolean isCopied = copied;

        Entering(Reads reads, Ownership ownership) {
            this.reads = reads;
            this.ownership = ownership;
        }

        @Override
        public Reads reads() {
            return reads;
        }

        /** The settlements, then the events that they belong to. */
        void append(View view, Changes changes) {
            for (int i = 0; i < settled.size(); i++) {
                Settlement settlement = settled.get(i);
                settlement.change().make(view, changes, settlement.seq());
            }
            changes.append(journal.stream(), unwritten);
        }

        void own(Changes changes) {
            if (tenure.owner() != null) {
                changes.own(ownership);
                if (toKeep.isPresent()) {
                    changes.put(toKeep.get());
                }
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

        /** The store has been given all this. */
        void behind(Written<R> written) {
            journal.allWritten();
            copied |= toKeep.isPresent();
            changed = false;
            expected = Tenure.SLACK;
            owned = true;
            held = ownership;
            last = written;
        }
    }

    /** A decision, after which the lead may have come to its end. */
    private final class Decision<R> extends Entering<R> {
        private final BiFunction<View, Changes, R> decide;
        private final Predicate<R> isEnd;

        Decision(Reads reads, BiFunction<View, Changes, R> decide, Predicate<R> isEnd, Ownership ownership) {
            super(reads, ownership);
            this.decide = decide;
            this.isEnd = isEnd;
        }

        @Override
        public R decide(View view, Changes changes) {
            append(view, changes);
            R decided = decide.apply(view, changes);
            if (isEnd.test(decided)) {
                close(changes);
            } else {
                own(changes);
            }
            return decided;
        }
    }

    /** All or nothing: what is unwritten together with a change, unless something speaks against it. */
    private final class Objection<R> extends Entering<Optional<R>> {
        private final Function<View, Optional<R>> objection;
        private final Consumer<Changes> change;

        Objection(Reads reads, Function<View, Optional<R>> objection, Consumer<Changes> change, Ownership ownership) {
            super(reads, ownership);
            this.objection = objection;
            this.change = change;
        }

        @Override
        public Optional<R> decide(View view, Changes changes) {
            Optional<R> objected = objection.apply(view);
            if (objected.isEmpty()) {
                change.accept(changes);
                append(view, changes);
                own(changes);
            }
            return objected;
        }
    }
}
