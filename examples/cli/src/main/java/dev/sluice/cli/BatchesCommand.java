package dev.sluice.cli;

import dev.sluice.Sluice;
import dev.sluice.Time;
import dev.sluice.batches.BatchStatus;
import dev.sluice.batches.Batches;
import dev.sluice.batches.SentFile;
import dev.sluice.cli.run.Columns;
import dev.sluice.json.ValueJson;
import dev.sluice.store.Store;
import dev.sluice.types.Obj;
import dev.sluice.types.Value;
import java.util.List;

/** {@code sluice batches}: what waits in batches of a store and what was sent; sending now, pausing. */
final class BatchesCommand implements Command {
    private static final String ACCOUNT = "--account";
    private static final String FILES = "--files";
    private static final String NOW = "--now";
    private static final String PAUSE = "--pause";
    private static final String RESUME = "--resume";
    private static final String TABLE = "--table";
    private static final int MOST_BATCHES = 1_000;
    private static final int MOST_FILES = 1_000;

    private final Time time;

    BatchesCommand(Time time) {
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
                .flag(TABLE, "a table for people");
    }

    @Override
    public int run(Arguments arguments, Streams streams) {
        List<String> ids = arguments.operands(1, MOST_BATCHES);
        String url = arguments
                .value(Stores.OPTION)
                .orElseThrow(() -> new UsageException("sluice batches needs --store, where rows are kept"));
        try (Store store = Stores.open(url);
                Sluice sluice = Sluice.builder()
                        .store(store)
                        .account(arguments.value(ACCOUNT).orElse("default"))
                        .time(time)
                        .build()) {
            Batches batches = Batches.over(sluice);
            ids.forEach(id -> act(batches, id, arguments));
            return arguments.has(FILES)
                    ? files(batches, ids, arguments.has(TABLE), streams)
                    : standing(batches, ids, arguments.has(TABLE), streams);
        }
    }

    private static void act(Batches batches, String id, Arguments arguments) {
        status(batches, id);
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
                .with("place", Value.text(file.place()));
    }
}
