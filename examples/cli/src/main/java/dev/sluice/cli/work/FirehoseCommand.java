package dev.sluice.cli.work;

import dev.sluice.Sluice;
import dev.sluice.Time;
import dev.sluice.batch.FolderTransport;
import dev.sluice.cli.frame.Arguments;
import dev.sluice.cli.frame.Command;
import dev.sluice.cli.frame.Streams;
import dev.sluice.cli.frame.Usage;
import dev.sluice.cli.frame.UsageException;
import dev.sluice.cli.log.ExportOptions;
import dev.sluice.cli.open.KeyFile;
import dev.sluice.cli.open.Roles;
import dev.sluice.cli.open.Stores;
import dev.sluice.cli.open.Web;
import dev.sluice.delivery.Transport;
import dev.sluice.event.InvalidQueryException;
import dev.sluice.event.Reader;
import dev.sluice.export.firehose.Envelope;
import dev.sluice.export.firehose.EventContent;
import dev.sluice.export.firehose.FileLayout;
import dev.sluice.export.firehose.FileSink;
import dev.sluice.export.firehose.Firehose;
import dev.sluice.export.firehose.FirehoseHealth;
import dev.sluice.export.firehose.FirehoseStream;
import dev.sluice.export.firehose.Sink;
import dev.sluice.export.firehose.SinkResult;
import dev.sluice.http.UploadTransport;
import dev.sluice.jdbc.JdbcSink;
import dev.sluice.json.ValueJson;
import dev.sluice.types.Obj;
import dev.sluice.types.Value;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** {@code sluice firehose}: sends what a store has recorded since the last call into a folder or a table. */
public final class FirehoseCommand implements Command {
    private static final Map<String, EventContent> CONTENTS = Map.of(
            "ndjson", EventContent.lines(Envelope.EVENT),
            "json", EventContent.array(Envelope.EVENT),
            "cloudevents", EventContent.lines(Envelope.CLOUD_EVENT));
    private static final Map<String, FileLayout> LAYOUTS = Map.of(
            "batches", FileLayout.BATCHES,
            "partitioned", FileLayout.PARTITIONED,
            "objects", FileLayout.OBJECTS);

    private static final String POST = "--post";

    private final Time time;

    public FirehoseCommand(Time time) {
        this.time = time;
    }

    @Override
    public Usage usage() {
        return Web.allowing(Usage.of("firehose", "", "sends what is new in a store into a folder, a table or over HTTP")
                .option(Stores.OPTION, Stores.ADDRESS, "the store, such as jdbc:sqlite:leads.db")
                .option(KeyFile.OPTION, "FILE", "the keys that its personal values were sealed with")
                .option("--to", "FOLDER", "files go there")
                .option("--into", "URL", "or rows into the table 'events' of this database")
                .option(POST, "URL", "or each batch there, by POST; batches of 100 events when left out")
                .option("--token", "NAME", "with --post: the secret of this name is the bearer token")
                .option("--stream", "NAME", "whose place in the log is kept; 'firehose' when left out")
                .option("--query", "TEXT", "which events: 'flow_id=solar&type=recipient.*'")
                .option("--format", "FORMAT", "of files: ndjson, json or cloudevents; ndjson when left out")
                .option("--layout", "LAYOUT", "of files: batches, partitioned or objects; batches when left out")
                .option("--compress", "HOW", "of files: gzip or zip")
                .option("--events", "N", "a batch has so many events at most; 500 when left out")
                .flag("--verify", "sends no event, but tries whether the way is open")
                .option("--role", "ROLE", "what is seen: auditor everything, operator masks, analyst nothing personal")
                .option("--account", "ID", "of this account; 'default' when left out"));
    }

    /** Status 1 when a try failed or was given up. */
    @Override
    public int run(Arguments arguments, Streams streams) {
        arguments.operands(0, 0);
        if (arguments.value(Stores.OPTION).isEmpty()) {
            throw new UsageException("say where the events are: --store jdbc:sqlite:leads.db");
        }
        try (Web web = Web.of(arguments)) {
            return run(stream(arguments, web), arguments, streams);
        }
    }

    private int run(FirehoseStream stream, Arguments arguments, Streams streams) {
        try (Sluice sluice = Sluice.builder()
                .store(Stores.open(arguments))
                .time(time)
                .account(arguments.value("--account").orElse("default"))
                .build()) {
            Firehose firehose = Firehose.over(sluice).stream(stream).build();
            if (arguments.has("--verify")) {
                return verified(firehose.verify(stream.name()), streams);
            }
            FirehoseHealth health = firehose.run(stream.name());
            streams.out().print(json(health) + "\n");
            return health.why().isPresent() ? 1 : 0;
        } catch (InvalidQueryException faults) {
            throw new UsageException("the query cannot be asked\n" + faults.getMessage());
        }
    }

    private static int verified(SinkResult result, Streams streams) {
        boolean isOpen = result instanceof SinkResult.Taken;
        streams.err()
                .println("sluice: "
                        + (result instanceof SinkResult.Failed failed ? failed.reason() : "the way is open"));
        return isOpen ? 0 : 1;
    }

    private static FirehoseStream stream(Arguments arguments, Web web) {
        try {
            int events = Integer.parseInt(
                    arguments.value("--events").orElse(arguments.value(POST).isPresent() ? "100" : "500"));
            return FirehoseStream.to(arguments.value("--stream").orElse("firehose"), sink(arguments, web))
                    .query(arguments.value("--query").orElse(""))
                    .reader(Reader.of("sluice firehose", Roles.of(arguments)))
                    .batch(events, Long.MAX_VALUE, Duration.ZERO)
                    .build();
        } catch (IllegalArgumentException senseless) {
            throw new UsageException(String.valueOf(senseless.getMessage()));
        }
    }

    private static Sink sink(Arguments arguments, Web web) {
        Optional<String> table = arguments.value("--into");
        if (table.isPresent()) {
            return JdbcSink.into(table.get(), "events");
        }
        Optional<String> post = arguments.value(POST);
        if (post.isPresent()) {
            return files(UploadTransport.over(web.webhook()), post(post.get(), arguments), arguments);
        }
        Path folder = arguments
                .value("--to")
                .map(Path::of)
                .orElseThrow(
                        () -> new UsageException(
                                "say where to: --to FOLDER, --into jdbc:sqlite:warehouse.db or --post https://lake.example.com/in"));
        return files(FolderTransport.below(folder), Obj.EMPTY, arguments);
    }

    private static Sink files(Transport transport, Obj config, Arguments arguments) {
        checked(transport, config);
        return FileSink.over(transport, config)
                .content(known(CONTENTS, "format", arguments.value("--format").orElse("ndjson")))
                .layout(known(LAYOUTS, "layout", arguments.value("--layout").orElse("batches")))
                .compression(
                        ExportOptions.compression(arguments.value("--compress").orElse("none")));
    }

    private static Obj post(String url, Arguments arguments) {
        Obj config = Obj.EMPTY.with("url", Value.text(url)).with("method", Value.text("POST"));
        return arguments
                .value("--token")
                .map(name -> config.with("bearerToken", Value.text("{" + name + "}")))
                .orElse(config);
    }

    private static void checked(Transport transport, Obj config) {
        transport.check(config).stream().findFirst().ifPresent(problem -> {
            throw new UsageException("the events cannot go there: " + problem.text());
        });
    }

    private static <E> E known(Map<String, E> all, String kind, String name) {
        E one = all.get(name);
        if (one == null) {
            throw new UsageException("'" + name + "' is no " + kind + "; there are "
                    + all.keySet().stream().sorted().toList());
        }
        return one;
    }

    private static String json(FirehoseHealth health) {
        Map<String, Value> all = new LinkedHashMap<>();
        all.put("stream", Value.text(health.stream()));
        all.put("captured", Value.number(health.captured()));
        all.put("delivered", Value.number(health.delivered()));
        all.put("batches", Value.number(health.batches()));
        all.put("failed", Value.number(health.failed()));
        all.put("dead", Value.number(health.dead()));
        all.put("problem", Value.text(health.why().orElse(null)));
        return ValueJson.write(Obj.of(all));
    }
}
