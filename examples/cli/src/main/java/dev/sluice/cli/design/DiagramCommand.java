package dev.sluice.cli.design;

import dev.sluice.cli.frame.Arguments;
import dev.sluice.cli.frame.Command;
import dev.sluice.cli.frame.Failure;
import dev.sluice.cli.frame.Streams;
import dev.sluice.cli.frame.Usage;
import dev.sluice.cli.frame.UsageException;
import dev.sluice.cli.open.Flows;
import dev.sluice.cli.open.KeyFile;
import dev.sluice.cli.open.Stores;
import dev.sluice.event.Event;
import dev.sluice.store.Events;
import dev.sluice.store.Store;
import dev.sluice.store.StreamId;
import dev.sluice.workbench.page.Diagram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** {@code sluice diagram}: a flow as a picture. */
public final class DiagramCommand implements Command {
    private static final String FORMAT = "--format";
    private static final String OUT = "--out";
    private static final String LEAD = "--lead";
    private static final String COUNTS = "--counts";
    private static final String ACCOUNT = "--account";

    @Override
    public Usage usage() {
        return Usage.of("diagram", "FLOW.json", "a flow as a picture, with a lead's path or with counts from a store")
                .option(
                        FORMAT,
                        "mermaid|svg",
                        "what it is written as; by the name of the file when left out, else mermaid")
                .option(OUT, "FILE", "where it is written; standard output when left out")
                .option(Stores.OPTION, Stores.ADDRESS, "where the events are, such as jdbc:sqlite:leads.db")
                .option(KeyFile.OPTION, "FILE", "the keys that personal values were sealed with")
                .option(LEAD, "ID", "with --store: the path of this lead stands out")
                .flag(COUNTS, "with --store: how many leads went along each arrow, and how many percent did not")
                .option(ACCOUNT, "ID", "of this account; 'default' when left out");
    }

    @Override
    public int run(Arguments arguments, Streams streams) {
        Diagram plain = Diagram.of(Flows.read(Path.of(arguments.operands(1, 1).get(0))));
        boolean svg = isSvg(arguments);
        Diagram diagram = withEvents(plain, arguments);
        write(svg ? diagram.svg() : diagram.mermaid(), arguments.value(OUT), streams);
        return 0;
    }

    private static boolean isSvg(Arguments arguments) {
        boolean named = arguments.value(OUT).orElse("").endsWith(".svg");
        String format = arguments.value(FORMAT).orElse(named ? "svg" : "mermaid");
        return switch (format) {
            case "svg" -> true;
            case "mermaid" -> false;
            default -> throw new UsageException("a diagram is mermaid or svg, not '" + format + "'");
        };
    }

    private static Diagram withEvents(Diagram plain, Arguments arguments) {
        if (arguments.value(LEAD).isEmpty() && !arguments.has(COUNTS)) {
            return plain;
        }
        if (arguments.value(Stores.OPTION).isEmpty()) {
            throw new UsageException("say where the events are: --store jdbc:sqlite:leads.db");
        }
        String account = arguments.value(ACCOUNT).orElse("default");
        try (Store store = Stores.open(arguments)) {
            Events events = store.events();
            Diagram counted = arguments.has(COUNTS) ? plain.counted(events, account) : plain;
            return arguments
                    .value(LEAD)
                    .map(lead -> counted.along(stream(events, account, lead)))
                    .orElse(counted);
        }
    }

    private static List<Event> stream(Events events, String account, String lead) {
        List<Event> stream = events.stream(new StreamId(account, lead));
        if (stream.isEmpty()) {
            throw new Failure("there is no lead '" + lead + "' in this store");
        }
        return stream;
    }

    private static void write(String text, Optional<String> file, Streams streams) {
        if (file.isEmpty()) {
            streams.out().print(text);
            return;
        }
        try {
            Files.writeString(Path.of(file.get()), text);
        } catch (IOException unwritable) {
            throw new UsageException("cannot write " + unwritable.getMessage());
        }
    }
}
