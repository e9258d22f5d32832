package dev.sluice.cli.log;

import dev.sluice.Sluice;
import dev.sluice.Time;
import dev.sluice.batch.FolderTransport;
import dev.sluice.cli.frame.Arguments;
import dev.sluice.cli.frame.Columns;
import dev.sluice.cli.frame.Command;
import dev.sluice.cli.frame.Failure;
import dev.sluice.cli.frame.PacedProgress;
import dev.sluice.cli.frame.Progress;
import dev.sluice.cli.frame.Shifted;
import dev.sluice.cli.frame.Streams;
import dev.sluice.cli.frame.Terminals;
import dev.sluice.cli.frame.Usage;
import dev.sluice.cli.frame.UsageException;
import dev.sluice.cli.open.Formats;
import dev.sluice.cli.open.KeyFile;
import dev.sluice.cli.open.Stores;
import dev.sluice.event.InvalidQueryException;
import dev.sluice.export.ExportJob;
import dev.sluice.export.ExportRequest;
import dev.sluice.export.ExportState;
import dev.sluice.export.Exports;
import dev.sluice.export.PlainDates;
import dev.sluice.report.InvalidReportException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Optional;

/** {@code sluice export}: leads and events of a store as files, or on standard output. */
public final class ExportCommand implements Command {
    private static final String TO = "--to";
    private static final String RESUME = "--resume";
    private static final String CANCEL = "--cancel";
    private static final String STATUS = "--status";

    private final Time time;

    public ExportCommand(Time time) {
        this.time = time;
    }

    @Override
    public Usage usage() {
        return ExportOptions.named(
                Usage.of("export", "", "leads, events or a report of a store as CSV, JSON and the like")
                        .option(Stores.OPTION, Stores.ADDRESS, "the store, such as jdbc:sqlite:leads.db")
                        .option(KeyFile.OPTION, "FILE", "the keys that its personal values were sealed with")
                        .option(TO, "FOLDER", "files go there; without it, rows go to standard output")
                        .option(RESUME, "ID", "goes on with an export that was cut off")
                        .option(CANCEL, "ID", "stops an export")
                        .option(STATUS, "ID", "tells how far an export is"));
    }

    /** Status 1 when the export did not end well. */
    @Override
    public int run(Arguments arguments, Streams streams) {
        arguments.operands(0, 0);
        if (arguments.value(Stores.OPTION).isEmpty()) {
            throw new UsageException("say where the leads are: --store jdbc:sqlite:leads.db");
        }
        Progress progress = Terminals.err()
                ? PacedProgress.bar(streams.err(), time::nanos, "rows")
                : PacedProgress.lines(streams.err(), time::nanos, "rows");
        try (Sluice sluice = Sluice.builder()
                .store(Stores.open(arguments))
                .time(Shifted.of(arguments, time))
                .account(arguments.value("--account").orElse("default"))
                .build()) {
            return run(arguments, streams, exports(sluice, arguments, progress), progress);
        } catch (InvalidQueryException faults) {
            throw new UsageException("the query cannot be asked\n" + faults.getMessage());
        } catch (InvalidReportException invalid) {
            throw new UsageException(String.valueOf(invalid.getMessage()));
        } catch (IOException fault) {
            throw new Failure("the rows cannot be written: " + fault.getMessage());
        }
    }

    private static Exports exports(Sluice sluice, Arguments arguments, Progress progress) {
        Exports.Builder exports = ExportOptions.over(sluice, arguments)
                .transport(
                        "files",
                        FolderTransport.below(Path.of(arguments.value(TO).orElse("."))))
                .listener((rows, share) -> progress.advance(share));
        Formats.BY_NAME.forEach((name, format) ->
                exports.format(name, format).format(name + Formats.PLAIN, PlainDates.in(ZoneOffset.UTC, format)));
        return exports.build();
    }

    private int run(Arguments arguments, Streams streams, Exports exports, Progress progress) throws IOException {
        Optional<String> status = arguments.value(STATUS);
        if (status.isPresent()) {
            return told(known(exports, status.get()), streams);
        }
        if (arguments.value(CANCEL).isPresent()) {
            return told(
                    exports.cancel(known(exports, arguments.value(CANCEL).get()).id()), streams);
        }
        if (arguments.value(RESUME).isPresent()) {
            ExportJob job = known(exports, arguments.value(RESUME).get());
            return ended(exports.run(job.id()), streams, progress);
        }
        return asked(
                ExportOptions.request(arguments, Shifted.of(arguments, time)), arguments, streams, exports, progress);
    }

    private static int asked(
            ExportRequest request, Arguments arguments, Streams streams, Exports exports, Progress progress)
            throws IOException {
        if (arguments.value(TO).isEmpty()) {
            ExportJob job = exports.write(request, streams.out());
            if (streams.out().checkError()) {
                throw new Failure("nobody takes the rows: standard output is closed");
            }
            progress.end();
            say(job, streams);
            return 0;
        }
        ExportJob job = exports.start(request);
        streams.err().println("sluice: export " + job.id() + "; if it is cut off: --resume " + job.id());
        return ended(exports.run(job.id()), streams, progress);
    }

    private static ExportJob known(Exports exports, String id) {
        return exports.job(id).orElseThrow(() -> new Failure("there is no export '" + id + "' in this store"));
    }

    private static int ended(ExportJob job, Streams streams, Progress progress) {
        progress.end();
        say(job, streams);
        return told(job, streams);
    }

    private static int told(ExportJob job, Streams streams) {
        streams.out().print(ExportOptions.json(job) + "\n");
        return job.state() == ExportState.FAILED || job.why().isPresent() ? 1 : 0;
    }

    private static void say(ExportJob job, Streams streams) {
        String marked = job.marked() == 0 ? "" : ", " + Columns.grouped(job.marked()) + " values marked";
        streams.err()
                .println("sluice: export " + job.id() + " is " + job.state().text() + ": "
                        + Columns.grouped(job.rows()) + " rows" + marked
                        + job.why().map(why -> "; " + why).orElse(""));
    }
}
