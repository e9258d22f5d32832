package dev.sluice.audit;

import static java.util.Objects.requireNonNull;

import dev.sluice.Sluice;
import dev.sluice.store.Changes;
import dev.sluice.store.Cursor;
import dev.sluice.store.Page;
import dev.sluice.store.Reads;
import dev.sluice.store.StoredEvent;
import dev.sluice.store.StoredLog;
import dev.sluice.store.View;
import dev.sluice.store.WorkId;
import dev.sluice.store.WorkItem;
import dev.sluice.store.Write;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Seals a log piece by piece: each seal says which events stood where, and repeats the digest of the seal before. The host is
 * given every seal and keeps the last one outside the store; only against that one is it seen when the end of the log, or
 * the whole of it, was put back to an earlier state. One instance a store, over all its accounts; several processes may seal.
 */
public final class Seals {
    private static final String KIND = "seal";
    private static final int PAGE = 1_000;
    private static final long MOST = 100_000;

    private final Sluice sluice;
    private final StoredLog log;
    private final SealDocs docs;
    private final SealSigner signer;
    private final Consumer<Seal> host;

    private Seals(Sluice sluice, StoredLog log, SealSigner signer, Consumer<Seal> host) {
        this.sluice = sluice;
        this.log = log;
        this.docs = new SealDocs(sluice.store(), sluice.account());
        this.signer = signer;
        this.host = host;
    }

    /**
     * Seals of the log that {@code sluice} writes.
     *
     * @param host is given each seal in order, and may be given one again after a crash; keeps it elsewhere
     * @throws IllegalArgumentException if its store keeps events in memory, where there is nothing to prove
     */
    public static Seals over(Sluice sluice, SealSigner signer, Consumer<Seal> host) {
        StoredLog log = sluice.store()
                .log()
                .orElseThrow(() -> new IllegalArgumentException(
                        "events in memory have no hashes to seal: open the store in a database"));
        return new Seals(sluice, log, requireNonNull(signer, "signer"), requireNonNull(host, "host"));
    }

    /**
     * Seals what was written since, at most 100,000 events at once, and hands the host what it does not have yet. Empty
     * when nothing was written, or another process was faster.
     */
    public Optional<Seal> seal() {
        Optional<Seal> next = next(docs.last());
        Optional<Seal> kept = next.filter(docs::put);
        hand();
        return kept;
    }

    private Optional<Seal> next(long last) {
        Optional<Seal> before = last == 0 ? Optional.empty() : docs.seal(last);
        if (last > 0 && before.isEmpty()) {
            throw new IllegalStateException(
                    "seal " + last + " is gone from the store: verify it before it is sealed on");
        }
        Cursor from = before.map(Seal::to).orElse(Cursor.START);
        MessageDigest root = Seal.sha256();
        Cursor to = from;
        long count = 0;
        Page<StoredEvent> page = log.after(from, PAGE);
        while (!page.events().isEmpty()) {
            page.events().forEach(event -> root.update(event.hash()));
            count += page.events().size();
            to = page.next();
            page = count < MOST ? log.after(to, PAGE) : new Page<>(List.of(), to);
        }
        return count == 0 ? Optional.empty() : Optional.of(signed(last + 1, from, to, count, root.digest(), before));
    }

    private Seal signed(long no, Cursor from, Cursor to, long count, byte[] root, Optional<Seal> before) {
        byte[] previous = before.map(Seal::digest).orElse(new byte[0]);
        Instant at = sluice.time().instant().truncatedTo(ChronoUnit.MILLIS);
        Seal open = new Seal(no, from, to, count, root, previous, at, signer.key(), new byte[0]);
        return new Seal(no, from, to, count, root, previous, at, signer.key(), signer.sign(open.material()));
    }

    private void hand() {
        long last = docs.last();
        for (long no = docs.handed() + 1; no <= last; no++) {
            docs.seal(no).ifPresent(host);
            docs.handed(no);
        }
    }

    /** Seals as due work of {@link Sluice#runDue}, every {@code pause} from now on; again is fine. */
    public Seals every(Duration pause) {
        WorkId id = new WorkId(sluice.account(), KIND);
        sluice.dueWork(KIND, item -> {
            seal();
            plan(id, pause);
        });
        plan(id, Duration.ZERO);
        return this;
    }

    private void plan(WorkId id, Duration pause) {
        WorkItem item = new WorkItem(id, KIND, sluice.time().instant().plus(pause), 0, "");
        sluice.store()
                .write(new Write<Boolean>() {
                    @Override
                    public Reads reads() {
                        return Reads.NONE;
                    }

                    @Override
                    public Boolean decide(View view, Changes changes) {
                        changes.schedule(item);
                        return true;
                    }
                })
                .durable();
    }

    /** Checks the whole log, every seal, and the seal that the host kept outside; reads everything. */
    public LogCheck verify(Optional<Seal> kept) {
        return LogCheck.of(log, docs, Optional.of(signer), kept);
    }
}
