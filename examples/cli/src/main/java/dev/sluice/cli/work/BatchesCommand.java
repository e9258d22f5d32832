package dev.sluice.cli.work;

import dev.sluice.Sluice;
import dev.sluice.Time;
import dev.sluice.batches.BatchStatus;
import dev.sluice.batches.Batches;
import dev.sluice.batches.Download;
import dev.sluice.batches.SentFile;
import dev.sluice.batches.Settings;
import dev.sluice.cli.frame.Arguments;
import dev.sluice.cli.frame.Columns;
import dev.sluice.cli.frame.Command;
import dev.sluice.cli.frame.Failure;
import dev.sluice.cli.frame.Streams;
import dev.sluice.cli.frame.Usage;
import dev.sluice.cli.frame.UsageException;
import dev.sluice.cli.open.Stores;
import dev.sluice.cli.open.Ways;
import dev.sluice.json.ValueJson;
import dev.sluice.store.Store;
import dev.sluice.types.Obj;
import dev.sluice.types.Value;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;

/** {@code sluice batches}: what waits in batches of a store and what was sent; sending now or again, downloads, pausing. */
public final class BatchesCommand implements Command {
    private static final String ACCOUNT = "--account";
    private static final String FILES = "--files";
    private static final String NOW = "--now";
    private static final String PAUSE = "--pause";
    private static final String RESUME = "--resume";
    private static final String REDELIVER = "--redeliver";
    private static final String AS_DEFINED = "--as-defined";
    private static final String DOWNLOAD = "--download";
    private static final String DUE = "--due";
    private static final String FOLDER = "--folder";
    private static final String TO = "--to";
    private static final String ARCHIVE = "--archive";
    private static final String TABLE = "--table";
    private static final int MOST_BATCHES = 1_000;
    private static final int MOST_FILES = 1_000;

    /** It ends no copy here: who does due work does. */
    private static final Duration ANY_TIME = Duration.ofDays(1);

    private final Time time;

    public BatchesCommand(Time time) {
        this.time = time;
    }

    @Override
    public Usage usage() {
        return Usage.of("batches", "BATCH..", "how batches stand, or the files that they have sent")
                .option(Stores.OPTION, Stores.ADDRESS, "the store, such as jdbc:sqlite:leads.db; needed")
                .option(ACCOUNT, "ID", "whose batches; 'default' when left out")
                .flag(FILES, "the files that were sent, the last first")
                .flag(NOW, "want a file of all that waits; who does due work makes it")
                .flag(PAUSE, "collect only")
                .flag(RESUME, "make files again")
                .option(REDELIVER, "NUMBER", "want this sent file again, as it was; who does due work sends it")
                .flag(AS_DEFINED, "with --redeliver: by the batch's definition of today")
                .option(DOWNLOAD, "NUMBER", "write this sent file to the one that --to names")
                .option(TO, "FILE", "where --download writes; must not be there yet")
                .flag(
                        DUE,
                        "make and send the files of all batches that are due, and do nothing else; those of the transport 'folder' go below --folder")
                .option(FOLDER, "FOLDER", "the folder of the transport 'folder'; where one is when left out")
                .option(ARCHIVE, "FOLDER", "where the host keeps copies of sent files")
                .flag(TABLE, "a table for people");
    }

    @Override
    public int run(Arguments arguments, Streams streams) {
        List<String> ids = arguments.operands(1, MOST_BATCHES);
        String url = arguments
                .value(Stores.OPTION)
                .orElseThrow(() -> new UsageException("sluice batches needs --store, where rows are kept"));
        try (Store store = Stores.open(url);
                Sluice sluice = sluice(store, arguments)) {
            Batches batches = Batches.over(sluice);
            ids.forEach(id -> act(batches, id, arguments));
            if (arguments.has(DUE)) {
                streams.err().println("sluice: " + ExportsCommand.due(batches::runDue) + " pieces of work done");
            }
            return arguments.has(FILES)
                    ? files(batches, ids, arguments.has(TABLE), streams)
                    : standing(batches, ids, arguments.has(TABLE), streams);
        }
    }

    /** With formats and transports by their usual names. */
    private Sluice sluice(Store store, Arguments arguments) {
        Sluice.Builder sluice = Sluice.builder()
                .store(store)
                .account(arguments.value(ACCOUNT).orElse("default"))
                .time(time);
        Ways.wire(sluice, Path.of(arguments.value(FOLDER).orElse(".")));
        arguments.value(ARCHIVE).ifPresent(folder -> sluice.archive(Path.of(folder), ANY_TIME));
        return sluice.build();
    }

    private static void act(Batches batches, String id, Arguments arguments) {
        status(batches, id);
        arguments.value(REDELIVER).ifPresent(number -> redeliver(batches, id, number, arguments.has(AS_DEFINED)));
        arguments.value(DOWNLOAD).ifPresent(number -> download(batches, id, number, arguments));
        if (arguments.has(PAUSE)) {
            batches.pause(id);
        }
        if (arguments.has(RESUME)) {
            batches.resume(id);
        }
        if (arguments.has(NOW)) {
            batches.deliverNow(id);
        }
    }

    private static void redeliver(Batches batches, String id, String number, boolean asDefined) {
        if (!batches.redeliver(id, number(number), asDefined ? Settings.AS_DEFINED : Settings.AS_SENT)) {
            throw new Failure("batch '" + id + "' has sent no file " + number);
        }
    }

    private static void download(Batches batches, String id, String number, Arguments arguments) {
        Path file = Path.of(
                arguments.value(TO).orElseThrow(() -> new UsageException("say where the file goes: --to leads.csv")));
        Download download;
        try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW)) {
            download = batches.download(id, number(number), out);
        } catch (IOException fault) {
            throw new Failure("the file cannot be written: " + fault);
        }
        if (download != Download.WRITTEN) {
            delete(file);
            throw new Failure(
                    download == Download.UNKNOWN
                            ? "batch '" + id + "' has sent no file " + number
                            : "no copy of file " + number + " is kept, and it cannot be made as it was");
        }
    }

    /** What was made for a file that is none. */
    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException fault) {
            throw new Failure("the empty file cannot be deleted: " + fault);
        }
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException none) {
            throw new UsageException("'" + text + "' is no number of a file; --files lists them");
        }
    }

    private static BatchStatus status(Batches batches, String id) {
        return batches.status(id)
                .orElseThrow(() -> new Failure("no batch is called '" + id + "' in this account of the store"));
    }

    private static int standing(Batches batches, List<String> ids, boolean table, Streams streams) {
        if (table) {
            streams.out().print(row("batch", "pending", "rows", "files", "state"));
        }
        for (String id : ids) {
            BatchStatus status = status(batches, id);
            streams.out().print(table ? row(id, status) : ValueJson.write(json(id, status)) + "\n");
        }
        return 0;
    }

    private static Obj json(String id, BatchStatus status) {
        return Obj.EMPTY
                .with("batch", Value.text(id))
                .with("pending", Value.number(status.pending()))
                .with("rows", Value.number(status.rows()))
                .with("files", Value.number(status.files()))
                .with("state", Value.text(state(status)));
    }

    private static String state(BatchStatus status) {
        if (status.paused()) {
            return "paused";
        }
        if (!status.definition().enabled()) {
            return "disabled";
        }
        return status.sending() ? "sending" : "collecting";
    }

    private static String row(String id, BatchStatus status) {
        return row(
                id,
                Long.toString(status.pending()),
                Long.toString(status.rows()),
                Long.toString(status.files()),
                state(status));
    }

    private static String row(String batch, String pending, String rows, String files, String state) {
        return Columns.left(batch, 24)
                + Columns.right(pending, 10)
                + Columns.right(rows, 10)
                + Columns.right(files, 8)
                + "  "
                + state
                + "\n";
    }

    private static int files(Batches batches, List<String> ids, boolean table, Streams streams) {
        if (table) {
            streams.out().print(file("sent at", "rows", "bytes", "name", "sha256"));
        }
        for (String id : ids) {
            for (SentFile file : batches.sent(id, MOST_FILES)) {
                streams.out().print(table ? file(file) : ValueJson.write(json(file)) + "\n");
            }
        }
        return 0;
    }

    private static String file(SentFile file) {
        return file(
                file.sentAt().toString(),
                Long.toString(file.rows()),
                Long.toString(file.size()),
                file.name(),
                file.sha256().substring(0, 12));
    }

    private static String file(String sentAt, String rows, String bytes, String name, String sha256) {
        return Columns.left(sentAt, 26)
                + Columns.right(rows, 8)
                + Columns.right(bytes, 12)
                + "  "
                + Columns.left(sha256, 14)
                + name
                + "\n";
    }

    private static Obj json(SentFile file) {
        return Obj.EMPTY
                .with("batch", Value.text(file.batch()))
                .with("file", Value.number(file.number()))
                .with("name", Value.text(file.name()))
                .with("rows", Value.number(file.rows()))
                .with("bytes", Value.number(file.size()))
                .with("sha256", Value.text(file.sha256()))
                .with("sent_at", Value.text(file.sentAt().toString()))
                .with("place", Value.text(file.place()))
                .with("repeats", file.repeats() == 0 ? Value.missing() : Value.number(file.repeats()))
                .with("archived", file.archived() ? Value.bool(true) : Value.missing());
    }
}
