package dev.sluice.internal.batch;

import static java.util.Objects.requireNonNull;

import dev.sluice.Time;
import dev.sluice.delivery.TransportResult;
import dev.sluice.flow.BatchDefinition;
import dev.sluice.internal.batch.Ledger.Standing;
import dev.sluice.json.BatchJson;
import dev.sluice.schedule.Waiting;
import dev.sluice.store.Doc;
import dev.sluice.store.DocKey;
import dev.sluice.store.Reads;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The writes of a file's way, each of which leaves the batch as a crash may find it. A write that comes too late, because
 * another process has taken the file over, changes nothing.
 */
final class Progress {
    private static final int RETRIES = 3;
    private static final Duration RETRY_AFTER = Duration.ofMinutes(15);
    private static final Duration WITHOUT_TIMES = Duration.ofHours(1);

    private final Ledger ledger;
    private final Time time;
    private final String sender;
    private final Duration lease;
    private final Archive archive;

    Progress(Ledger ledger, Time time, String sender, Duration lease, Archive archive) {
        this.archive = archive;
        this.ledger = ledger;
        this.time = time;
        this.sender = sender;
        this.lease = lease;
    }

    /**
     * A file in the hands of this process.
     *
     * @param doubted whether a try before this one may have arrived
     * @param sameBytes whether it has the bytes of that try
     */
    record Begun(BatchDefinition batch, OpenFile file, boolean doubted, boolean sameBytes) {
        Built built() {
            return requireNonNull(file.built(), "built");
        }

        String id() {
            return "batch_" + batch.id() + "-" + file.number();
        }
    }

    /** Takes the file that is due or was left, or plans when to look again; empty when there is nothing to send. */
    Optional<Begun> begin(BatchKeys keys) {
        Instant now = time.instant();
        Standing before = ledger.standing(keys, now);
        Waiting waiting = waiting(keys, before);
        return ledger.change(Ledger.reads(keys).and(wanted(keys, before)), (view, changes) -> {
            Standing standing = Ledger.standing(view, keys, now);
            if (standing.definition().isEmpty()) {
                changes.done(keys.work());
                return Optional.empty();
            }
            Step step = new Step(keys, standing.definition().get(), standing, view, changes, now);
            OpenFile left = standing.state().file();
            if (left != null) {
                return taken(step, left);
            }
            if (standing.state().version() != before.state().version()) {
                step.lookAgainAt(now);
                return Optional.empty();
            }
            if (!standing.state().again().isEmpty() && !step.onlyCollects()) {
                return again(step, standing.state().again().get(0));
            }
            return fresh(step, standing.rows() == before.rows() ? waiting : grown(waiting, standing, now));
        });
    }

    /** The file that is wanted again, if any. */
    private static Reads wanted(BatchKeys keys, Standing standing) {
        List<DocKey> files = standing.state().again().stream()
                .limit(1)
                .map(wish -> keys.file(wish.file()))
                .toList();
        return new Reads(List.of(), List.of(), files, List.of(), List.of());
    }

    private Waiting waiting(BatchKeys keys, Standing standing) {
        Instant since = standing.state().since();
        if (standing.pending() < 1) {
            return Waiting.nothing(since);
        }
        long first = standing.state().next();
        Instant oldest = ledger.rows(keys, first, first).get(0).at();
        Instant newest =
                ledger.rows(keys, standing.rows(), standing.rows()).get(0).at();
        return new Waiting(standing.pending(), standing.pendingBytes(), oldest, newest, since);
    }

    /** What waits when rows have come since it was looked at. */
    private static Waiting grown(Waiting waiting, Standing standing, Instant now) {
        Instant oldest = waiting.rows() == 0 ? now : waiting.oldest();
        return new Waiting(standing.pending(), standing.pendingBytes(), oldest, now, waiting.since());
    }

    private Optional<Begun> taken(Step step, OpenFile file) {
        if (step.now().isBefore(file.until())) {
            step.lookAgainAt(file.until());
            return Optional.empty();
        }
        OpenFile mine = file.heldBy(sender, step.now().plus(lease));
        step.save(step.state().with(mine));
        return Optional.of(new Begun(mine.madeBy(step.batch()), mine, file.doubtful(), true));
    }

    private Optional<Begun> fresh(Step step, Waiting waiting) {
        if (!step.isDue(waiting)) {
            step.planNext(waiting);
            return Optional.empty();
        }
        BatchState state = step.state();
        OpenFile file = new OpenFile(
                state.files() + 1,
                state.part(),
                state.next(),
                step.standing().rows(),
                step.standing().weight(),
                state.moment(step.now()),
                0,
                step.now().plus(lease),
                sender,
                null,
                false,
                0,
                null);
        step.save(state.begun(file));
        return Optional.of(new Begun(step.batch(), file, false, true));
    }

    /** Begins a file that was sent before, as a new one with its rows and its name. */
    private Optional<Begun> again(Step step, Again wish) {
        Doc sent = step.view().doc(step.keys().file(wish.file())).orElseThrow();
        OpenFile before = SentFiles.file(sent);
        OpenFile file = new OpenFile(
                step.state().files() + 1,
                before.part(),
                before.from(),
                before.to(),
                0,
                wish.asSent() ? before.at() : step.now(),
                0,
                step.now().plus(lease),
                sender,
                null,
                false,
                before.named(),
                wish.asSent() ? SentFiles.definition(sent) : null);
        step.save(step.state().begunAgain(file));
        return Optional.of(new Begun(file.madeBy(step.batch()), file, false, true));
    }

    /** Holds the file for another while; empty when it is in other hands by now. */
    Optional<Begun> held(BatchKeys keys, Begun begun) {
        return whileMine(keys, begun, step -> {
            OpenFile held = requireNonNull(step.state().file())
                    .heldBy(sender, step.now().plus(lease));
            step.save(step.state().with(held));
            return new Begun(begun.batch(), held, begun.doubted(), begun.sameBytes());
        });
    }

    /** Notes what was made before it leaves, and holds it until it has; empty when the file is in other hands by now. */
    Optional<Begun> built(BatchKeys keys, Begun begun, Built built) {
        return whileMine(keys, begun, step -> {
            OpenFile file = requireNonNull(step.state().file());
            Built earlier = file.built();
            boolean same =
                    !begun.doubted() || earlier == null || earlier.sha256().equals(built.sha256());
            OpenFile sending = file.sending(built, BatchJson.write(begun.batch()))
                    .heldBy(sender, step.now().plus(lease));
            Begun next = new Begun(begun.batch(), sending, begun.doubted(), same);
            step.save(step.state().with(sending));
            step.append(BatchEvents.built(step, next));
            return next;
        });
    }

    /** Ends the file: its rows are no longer pending. */
    void sent(BatchKeys keys, Begun begun, TransportResult.Delivered delivered, boolean archived) {
        whileMine(keys, begun, step -> {
            step.append(BatchEvents.sent(step, begun, delivered, archived));
            step.put(SentFiles.doc(keys, begun, delivered.place(), archived, step.now()));
            step.save(
                    begun.file().isAgain()
                            ? step.state().with(null)
                            : step.state().sent(begun.file(), begun.built().more()));
            step.changes().schedule(keys.arrivals(step.now()));
            if (archived) {
                archive.plan(keys, begun.file().number(), step.now(), step.changes());
            }
            step.lookAgainAt(step.now());
            return begun;
        });
    }

    /** Notes why it was not sent, and when that is tried again. Rows of a file that never arrived wait anew in the end. */
    void failed(BatchKeys keys, Begun begun, TransportResult.Failed failed) {
        whileMine(keys, begun, step -> {
            boolean doubtful = begun.doubted() || failed.mayHaveArrived();
            OpenFile left = requireNonNull(step.state().file()).left(doubtful, step.now());
            boolean retried = failed.retryable() && left.attempts() <= RETRIES;
            Instant next = retried ? step.now().plus(RETRY_AFTER) : afterAll(begun.batch(), step.now());
            step.append(BatchEvents.failed(step, begun, failed, next));
            step.save(after(step.state(), left, retried, next));
            step.lookAgainAt(left.isAgain() && !retried ? step.now() : next);
            return begun;
        });
    }

    /** A file that was sent before is given up in the end: whoever wants it can ask again. */
    private static BatchState after(BatchState state, OpenFile left, boolean retried, Instant next) {
        if (retried || left.doubtful() && !left.isAgain()) {
            return state.with(left);
        }
        return left.isAgain() ? state.with(null) : state.released(next);
    }

    private static Instant afterAll(BatchDefinition batch, Instant now) {
        return batch.schedule().nextTime(now).orElse(now.plus(WITHOUT_TIMES));
    }

    /** A write that happens only while the file is this process's. */
    private Optional<Begun> whileMine(BatchKeys keys, Begun begun, Function<Step, Begun> change) {
        Instant now = time.instant();
        return ledger.change(Ledger.reads(keys), (view, changes) -> {
            Standing standing = Ledger.standing(view, keys, now);
            OpenFile open = standing.state().file();
            boolean mine = open != null
                    && open.number() == begun.file().number()
                    && open.sender().equals(sender)
                    && open.until().equals(begun.file().until());
            return mine
                    ? Optional.of(change.apply(new Step(keys, begun.batch(), standing, view, changes, now)))
                    : Optional.empty();
        });
    }
}
