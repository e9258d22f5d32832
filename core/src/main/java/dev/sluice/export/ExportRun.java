package dev.sluice.export;

import dev.sluice.Time;
import dev.sluice.delivery.Deadline;
import dev.sluice.delivery.FileTokens;
import dev.sluice.delivery.OutgoingFile;
import dev.sluice.delivery.RowFormat;
import dev.sluice.delivery.Transport;
import dev.sluice.delivery.TransportRequest;
import dev.sluice.delivery.TransportResult;
import dev.sluice.event.EventType;
import dev.sluice.export.internal.Patience;
import dev.sluice.export.internal.Place;
import dev.sluice.export.internal.Sent;
import dev.sluice.export.internal.TooManyColumnsException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One export on its way. Each file is written beside the store first, then brought away, then noted together with the place
 * where the next one begins: after a crash the same file is made again, byte by byte, and a transport knows it.
 */
final class ExportRun {
    private static final int MOST_TRIES = 6;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

    private final Jobs jobs;
    private final Wired wired;
    private final Content content;
    private Job job;

    /** What an export needs of its host. */
    record Wired(RowFormat format, Path spool, Patience patience, Time time) {}

    ExportRun(Jobs jobs, Wired wired, Content content, Job job) {
        this.jobs = jobs;
        this.wired = wired;
        this.content = content;
        this.job = job;
    }

    /** Goes on for about {@code budget}; what is left is planned. */
    Job files(Transport transport, Duration budget) {
        long end = wired.time().nanos() + budget.toNanos();
        boolean goesOn = true;
        while (goesOn && !job.state().isFinal()) {
            goesOn = step(transport) && wired.time().nanos() - end < 0;
        }
        return job;
    }

    /** Does the next piece, and tells whether another one can follow at once. */
    private boolean step(Transport transport) {
        try {
            if (job.knownColumns().isEmpty()) {
                return keep(job.with(columns()), Duration.ZERO, null);
            }
            return file(transport, job.knownColumns().get());
        } catch (TooManyColumnsException forGood) {
            return keep(job.ended(ExportState.FAILED, forGood.getMessage()), Duration.ZERO, EventType.EXPORT_FAILED);
        } catch (IOException fault) {
            return again("the file cannot be written: " + fault.getClass().getName());
        }
    }

    List<String> columns() throws IOException {
        return content.columns();
    }

    private boolean file(Transport transport, List<String> columns) throws IOException {
        Path spool = Files.createTempFile(wired.spool(), "sluice-export-", ".part");
        try {
            return file(transport, columns, spool);
        } finally {
            Files.deleteIfExists(spool);
        }
    }

    private boolean file(Transport transport, List<String> columns, Path spool) throws IOException {
        String named = name() + "." + wired.format().extension();
        ExportFile file;
        Filling.Filled filled;
        try (Sent sent = new Sent(new BufferedOutputStream(Files.newOutputStream(spool)))) {
            filled = fill(job.next(), columns, sent, named);
            file = new ExportFile(
                    job.request().compression().named(named), filled.rows(), sent.bytes(), sent.sha256Text());
        }
        if (filled.stopped()) {
            return keep(job.ended(ExportState.CANCELLED, null), Duration.ZERO, EventType.EXPORT_CANCELLED);
        }
        boolean isEmptyTail = filled.rows() == 0 && !job.files().isEmpty();
        return isEmptyTail ? done() : bring(transport, file, filled, spool);
    }

    /** How it ends when everything has arrived. */
    ExportState last() {
        return content.isTruncated() ? ExportState.TRUNCATED : ExportState.DONE;
    }

    private boolean done() {
        return keep(job.ended(last(), null), Duration.ZERO, EventType.EXPORT_COMPLETED);
    }

    private boolean bring(Transport transport, ExportFile file, Filling.Filled filled, Path spool) {
        TransportResult result = wired.patience().put(transport, request(file, spool));
        if (result instanceof TransportResult.Failed failed) {
            return failed.retryable()
                    ? again(failed.reason())
                    : keep(job.ended(ExportState.FAILED, failed.reason()), Duration.ZERO, EventType.EXPORT_FAILED);
        }
        Job next = job.with(file, filled, last());
        return keep(next, Duration.ZERO, next.state().isFinal() ? EventType.EXPORT_COMPLETED : null);
    }

    private TransportRequest request(ExportFile file, Path spool) {
        return new TransportRequest(
                new OutgoingFile(
                        file.name(),
                        job.request().compression().mediaType(wired.format().mediaType()),
                        file.bytes(),
                        file.sha256(),
                        () -> Files.newInputStream(spool)),
                job.request().config(),
                tokens(file),
                job.id() + "/" + file.name(),
                Deadline.in(wired.patience().timeout(), wired.time()::nanos));
    }

    private FileTokens tokens(ExportFile file) {
        String plan = job.request().plan();
        return FileTokens.of(
                job.asOf().atZone(job.request().zone()), plan.isEmpty() ? "export" : plan, job.id(), file.rows());
    }

    private String name() {
        String own = job.request().name();
        return String.format(
                Locale.ROOT,
                "%s_part_%03d",
                own.isEmpty() ? job.id() : own,
                job.files().size() + 1);
    }

    Filling.Filled fill(Place from, List<String> columns, OutputStream out, String named) throws IOException {
        return content.fill(from, columns, out, named);
    }

    /** Tries again later, or gives up. */
    private boolean again(String why) {
        Job next = job.triedInVain(why);
        if (next.tries() >= MOST_TRIES) {
            return keep(next.ended(ExportState.FAILED, why), Duration.ZERO, EventType.EXPORT_FAILED);
        }
        keep(next, pause(next.tries()), null);
        return false;
    }

    private static Duration pause(int tries) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(tries - 1, 16));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }

    /** Where somebody else changed the export, theirs holds, and nothing goes on here. */
    private boolean keep(Job next, Duration pause, @Nullable EventType told) {
        Optional<Job> kept = jobs.save(next, pause, told);
        job = kept.or(() -> jobs.find(next.id())).orElse(next);
        return kept.isPresent();
    }
}
