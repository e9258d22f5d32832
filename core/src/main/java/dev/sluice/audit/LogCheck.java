package dev.sluice.audit;

import dev.sluice.audit.Breach.Kind;
import dev.sluice.store.Cursor;
import dev.sluice.store.Page;
import dev.sluice.store.Part;
import dev.sluice.store.Store;
import dev.sluice.store.StoreException;
import dev.sluice.store.StoredEvent;
import dev.sluice.store.StoredLog;
import dev.sluice.store.StreamId;
import dev.sluice.store.codec.Chain;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What came of verifying a log: every event against the one before it in its stream, and every sealed piece against its
 * seal. What it can prove, and what needs a seal that was kept outside, is told in core/docs/guides/tamper-evidence.md.
 *
 * @param events how many were read
 * @param streams how many streams they belong to
 * @param seals how many seals there are
 * @param sealed how many events they cover
 * @param emptied how many events have parts that were emptied
 * @param breaches everything that does not fit; a hundred at most
 */
public record LogCheck(long events, long streams, long seals, long sealed, long emptied, List<Breach> breaches) {
    private static final int PAGE = 1_000;
    private static final int MOST = 100;

    public LogCheck {
        breaches = List.copyOf(breaches);
    }

    /** Whether everything fits. */
    public boolean isIntact() {
        return breaches.isEmpty();
    }

    /**
     * Checks a store without the key of its seals, so that their signatures are not looked at.
     *
     * @param kept the seal that the host kept outside the store, if it did
     * @throws IllegalArgumentException if the store keeps events in memory
     */
    public static LogCheck of(Store store, String account, Optional<SealSigner> signer, Optional<Seal> kept) {
        StoredLog log = store.log()
                .orElseThrow(() -> new IllegalArgumentException("events in memory have no hashes to verify"));
        return of(log, new SealDocs(store, account), signer, kept);
    }

    static LogCheck of(StoredLog log, SealDocs docs, Optional<SealSigner> signer, Optional<Seal> kept) {
        List<Seal> seals = new ArrayList<>();
        List<Breach> breaches = new ArrayList<>();
        long last = docs.last();
        for (long no = 1; no <= last && breaches.size() < MOST; no++) {
            Optional<Seal> seal = docs.seal(no);
            seal.ifPresent(seals::add);
            if (seal.isEmpty()) {
                breaches.add(new Breach(Kind.SEAL, "seal " + no, "is gone or cannot be read"));
            }
        }
        Optional<Cutoff> cutoff = docs.cutoff();
        if (cutoff.isEmpty() && docs.isCut()) {
            breaches.add(new Breach(Kind.SEAL, "cut", "what says where the log was cut off cannot be read"));
        }
        LogCheck checked = of(log, seals, cutoff, signer, kept);
        breaches.addAll(checked.breaches);
        return new LogCheck(
                checked.events, checked.streams, checked.seals, checked.sealed, checked.emptied, some(breaches));
    }

    private static List<Breach> some(List<Breach> breaches) {
        return breaches.subList(0, Math.min(breaches.size(), MOST));
    }

    /** Checks a log against seals that come from anywhere. */
    public static LogCheck of(StoredLog log, List<Seal> seals, Optional<SealSigner> signer, Optional<Seal> kept) {
        return of(log, seals, Optional.empty(), signer, kept);
    }

    private static LogCheck of(
            StoredLog log,
            List<Seal> seals,
            Optional<Cutoff> cutoff,
            Optional<SealSigner> signer,
            Optional<Seal> kept) {
        Run run = new Run(log, cutoff);
        run.chains();
        cutoff.ifPresent(cut -> run.cut(cut, seals, signer));
        run.seals(seals, signer);
        kept.ifPresent(seal -> run.kept(seal, seals));
        return new LogCheck(run.events, run.tails.size(), seals.size(), run.sealed, run.emptied, some(run.breaches));
    }

    static boolean isSame(StoredEvent one, StoredEvent other) {
        return one.seq() == other.seq() && one.stream().equals(other.stream());
    }

    private static final class Run {
        private final StoredLog log;
        private final CutStreams cut;
        private final List<Breach> breaches = new ArrayList<>();
        private final Map<StreamId, Tail> tails = new HashMap<>();
        private final Explained explained = new Explained();
        private final Map<StreamId, Long> unexplained = new HashMap<>();
        private final Map<StreamId, Long> unexplainedDetails = new HashMap<>();
        private long events;
        private long sealed;
        private long emptied;

        /** The last event of a stream so far. */
        private record Tail(long seq, byte[] hash) {}

        Run(StoredLog log, Optional<Cutoff> cutoff) {
            this.log = log;
            this.cut = CutStreams.of(log, cutoff, this::found);
            cut.goingOn().forEach(head -> tails.put(head.stream(), new Tail(head.seq(), head.hash())));
        }

        void chains() {
            Cursor place = Cursor.START;
            try {
                Page<StoredEvent> page = log.after(place, PAGE);
                while (!page.events().isEmpty()) {
                    page.events().forEach(this::event);
                    place = page.next();
                    page = log.after(place, PAGE);
                }
            } catch (StoreException | IllegalArgumentException broken) {
                found(Kind.UNREADABLE, "after " + place.text(), "the log cannot be read on");
            }
            cut.end();
            unexplainedDetails.keySet().removeIf(explained::namesDetail);
            unexplained.keySet().removeIf(explained::names);
            unexplainedDetails.forEach(unexplained::putIfAbsent);
            unexplained.forEach((stream, seq) ->
                    found(Kind.EMPTIED, place(stream, seq), "parts were emptied, and nothing on record says why"));
        }

        private void event(StoredEvent event) {
            events++;
            boolean isExplained = cut.passes(event);
            Tail before = tails.getOrDefault(event.stream(), new Tail(0, Chain.START));
            if (event.seq() != before.seq() + 1) {
                found(Kind.MISPLACED, place(event.stream(), event.seq()), "follows number " + before.seq());
            } else if (!Chain.fits(event, before.hash())) {
                found(Kind.CHANGED, place(event.stream(), event.seq()), "its hash is not that of its content");
            } else if (!event.isGoneInOrder()) {
                found(Kind.CHANGED, place(event.stream(), event.seq()), "its note of emptied parts was changed");
            }
            tails.put(event.stream(), new Tail(event.seq(), event.hash()));
            emptied(event, isExplained);
        }

        /** @param isExplained whether it was on record when the log was cut off why parts of its stream were emptied */
        private void emptied(StoredEvent event, boolean isExplained) {
            boolean ofLead = event.isGone(Part.CLEAR) || event.isGone(Part.SEALED);
            if (ofLead || event.isGone(Part.DETAIL)) {
                emptied++;
                if (!isExplained) {
                    (ofLead ? unexplained : unexplainedDetails).putIfAbsent(event.stream(), event.seq());
                }
            }
            explained.read(event);
        }

        /** A cut stands at the end of a sealed piece, is signed like it, and accounts for all that was sealed. */
        void cut(Cutoff cutoff, List<Seal> seals, Optional<SealSigner> signer) {
            List<Seal> through =
                    seals.stream().filter(seal -> seal.no() <= cutoff.seal()).toList();
            boolean fits = !through.isEmpty()
                    && through.get(through.size() - 1).no() == cutoff.seal()
                    && through.get(through.size() - 1).to().equals(cutoff.to())
                    && through.stream().mapToLong(Seal::count).sum() == cutoff.removed() + cut.left();
            boolean isSigned =
                    signer.isEmpty() || signer.get().isSigned(cutoff.key(), cutoff.material(), cutoff.signature());
            if (!fits || !isSigned) {
                found(
                        Kind.SEAL,
                        "cut behind seal " + cutoff.seal(),
                        isSigned
                                ? "does not account for what was sealed"
                                : "is not signed by " + signer.get().key());
            }
        }

        void seals(List<Seal> seals, Optional<SealSigner> signer) {
            Seal before = null;
            for (Seal seal : seals) {
                if (!follows(seal, before)) {
                    found(Kind.SEAL, "seal " + seal.no(), "does not follow the seal before it");
                }
                if (signer.isPresent() && !signer.get().isSigned(seal.key(), seal.material(), seal.signature())) {
                    found(
                            Kind.SEAL,
                            "seal " + seal.no(),
                            "is not signed by " + signer.get().key());
                }
                if (seal.no() > cut.seal()) {
                    piece(seal);
                }
                before = seal;
            }
        }

        private static boolean follows(Seal seal, @Nullable Seal before) {
            return before == null
                    ? seal.no() == 1 && seal.from().equals(Cursor.START) && seal.previous().length == 0
                    : seal.no() == before.no() + 1
                            && seal.from().equals(before.to())
                            && MessageDigest.isEqual(seal.previous(), before.digest());
        }

        /** Reads exactly as many events as were sealed, which must end where the seal ends. */
        private void piece(Seal seal) {
            MessageDigest root = Seal.sha256();
            Cursor place = seal.from();
            long left = Math.min(seal.count(), Long.MAX_VALUE);
            try {
                while (left > 0) {
                    Page<StoredEvent> page = log.after(place, (int) Math.min(PAGE, left));
                    if (page.events().isEmpty()) {
                        break;
                    }
                    page.events().forEach(event -> root.update(event.hash()));
                    left -= page.events().size();
                    place = page.next();
                }
            } catch (StoreException | IllegalArgumentException broken) {
                found(Kind.UNREADABLE, "seal " + seal.no(), "its piece of the log cannot be read");
                return;
            }
            sealed += seal.count() - left;
            boolean same = left == 0 && place.equals(seal.to()) && MessageDigest.isEqual(root.digest(), seal.root());
            if (!same) {
                found(
                        Kind.SEALED_PIECE,
                        "seal " + seal.no(),
                        "the log does not hold the " + seal.count() + " events that were sealed");
            }
        }

        void kept(Seal outside, List<Seal> seals) {
            Optional<Seal> inside =
                    seals.stream().filter(seal -> seal.no() == outside.no()).findFirst();
            boolean same =
                    inside.isPresent() && MessageDigest.isEqual(inside.get().digest(), outside.digest());
            if (!same) {
                found(
                        Kind.ROLLED_BACK,
                        "seal " + outside.no(),
                        inside.isPresent()
                                ? "is another one than was kept outside"
                                : "was kept outside and is not here");
            }
        }

        private void found(Kind kind, String place, String text) {
            if (breaches.size() < MOST) {
                breaches.add(new Breach(kind, place, text));
            }
        }

        private static String place(StreamId stream, long seq) {
            return stream.account() + " " + stream.id() + " " + seq;
        }
    }
}
