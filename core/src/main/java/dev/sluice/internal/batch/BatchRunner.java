package dev.sluice.internal.batch;

import dev.sluice.DueWork;
import dev.sluice.Time;
import dev.sluice.delivery.Deadline;
import dev.sluice.delivery.OutgoingFile;
import dev.sluice.delivery.RowFormat;
import dev.sluice.delivery.Transport;
import dev.sluice.delivery.TransportRequest;
import dev.sluice.delivery.TransportResult;
import dev.sluice.delivery.ZipEncryption;
import dev.sluice.flow.BatchDefinition;
import dev.sluice.internal.wiring.FileWiring;
import dev.sluice.store.WorkItem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Makes the file of a batch when it is time, and sends it. What is to be done next is always in the store before it is
 * done: which rows, under which name, with which digest. So after a crash the same file is made again under the same name,
 * and a transport that finds it at its place has nothing left to do.
 */
public final class BatchRunner implements DueWork {
    /** The kind of due work. */
    public static final String KIND = "batch";

    private static final Duration LEASE = Duration.ofMinutes(LEASE_MINUTES);
    private static final Duration TRANSPORT_TIME = LEASE.minusMinutes(1);

    private static final String NO_LONGER = "Leads of the file are gone; it cannot be made as it was";

    private final Ledger ledger;
    private final Progress progress;
    private final Archive archive;
    private final FileWiring wiring;
    private final Function<BatchDefinition, List<Column>> columns;
    private final Time time;

    /** @param sender the id of this run of the process */
    BatchRunner(
            Ledger ledger,
            FileWiring wiring,
            Function<BatchDefinition, List<Column>> columns,
            Time time,
            String sender,
            Archive archive) {
        this.ledger = ledger;
        this.archive = archive;
        this.progress = new Progress(ledger, time, sender, LEASE, archive);
        this.wiring = wiring;
        this.columns = columns;
        this.time = time;
    }

    @Override
    public void run(WorkItem item) {
        BatchKeys keys = ledger.keys(item.ref());
        Optional<Progress.Begun> begun = progress.begin(keys);
        begun.ifPresent(file -> send(keys, file));
    }

    private void send(BatchKeys keys, Progress.Begun begun) {
        BatchDefinition batch = begun.batch();
        RowFormat format = wiring.format(batch);
        Transport transport = wiring.transports().get(batch.transport());
        if (format == null || transport == null || !isOpenable(batch)) {
            progress.failed(keys, begun, new TransportResult.Failed(missing(batch, format, transport), true, false));
            return;
        }
        FileMaker maker = new FileMaker(ledger, keys, batch, format, columns.apply(batch), wiring.encryption());
        try (Spool spool = Spool.in(
                wiring.spool(),
                keys.account() + "-" + batch.id() + "-" + begun.file().number())) {
            Hold hold = new Hold(progress, keys, begun, time, LEASE);
            Optional<Built> built = maker.make(begun.file(), spool, hold::keep);
            if (built.isPresent() && isLessThanSent(keys, begun, built.get())) {
                progress.failed(keys, hold.file(), new TransportResult.Failed(NO_LONGER, false, false));
                return;
            }
            built.flatMap(made -> progress.built(keys, hold.file(), made))
                    .ifPresent(sending -> finish(keys, sending, put(transport, request(maker, sending, spool)), spool));
        } catch (IOException fault) {
            throw new UncheckedIOException("the file cannot be made in " + wiring.spool(), fault);
        }
    }

    private static String missing(BatchDefinition batch, @Nullable RowFormat format, @Nullable Transport transport) {
        if (format == null) {
            return "No format '" + batch.format() + "' that takes these settings is wired here";
        }
        return transport == null
                ? "No transport '" + batch.transport() + "' is wired here"
                : "The password of its archive is not there";
    }

    /** Whether whoever knows the password could open the file: without it, none is made. */
    private boolean isOpenable(BatchDefinition batch) {
        ZipEncryption encryption = wiring.encryption();
        return batch.password() == null
                || (encryption != null && encryption.check(batch.password()).isEmpty());
    }

    /** Whether a file that is to go as it was has lost leads since. */
    private boolean isLessThanSent(BatchKeys keys, Progress.Begun begun, Built built) {
        OpenFile file = begun.file();
        return file.isAgain()
                && file.settings() != null
                && ledger.file(keys, file.repeats())
                        .filter(sent -> built.rows() < sent.rows())
                        .isPresent();
    }

    private void finish(BatchKeys keys, Progress.Begun sending, TransportResult result, Spool spool) {
        if (result instanceof TransportResult.Delivered delivered) {
            boolean archived = archive.take(keys, sending.file().number(), spool.file());
            progress.sent(keys, sending, delivered, archived);
        } else {
            progress.failed(keys, sending, (TransportResult.Failed) result);
        }
    }

    private TransportRequest request(FileMaker maker, Progress.Begun sending, Spool spool) {
        Built built = sending.built();
        return new TransportRequest(
                new OutgoingFile(
                        built.name(),
                        maker.mediaType(),
                        built.size(),
                        sending.sameBytes() ? built.sha256() : null,
                        () -> Files.newInputStream(spool.file())),
                sending.batch().config(),
                maker.tokens(sending.file(), built.rows()),
                sending.id(),
                Deadline.in(TRANSPORT_TIME, time::nanos));
    }

    /** An exception says nothing about where the file is. */
    private static TransportResult put(Transport transport, TransportRequest request) {
        try {
            return transport.put(request);
        } catch (RuntimeException fault) {
            return TransportResult.unknown(
                    "The transport failed with " + fault.getClass().getSimpleName());
        }
    }
}
