package dev.sluice.cli;

import dev.sluice.cli.run.Columns;
import dev.sluice.event.Event;
import dev.sluice.json.EventJson;
import dev.sluice.store.Cursor;
import dev.sluice.store.Events;
import dev.sluice.store.Page;
import dev.sluice.store.Store;
import dev.sluice.store.StreamId;
import java.util.List;
import java.util.function.Consumer;

/** {@code sluice events}: what a store has recorded, of one lead or of all. */
final class EventsCommand implements Command {
    private static final int PAGE = 500;

    @Override
    public Usage usage() {
        return Usage.of("events", "", "the timeline of a lead, or all events, from a store")
                .option(Stores.OPTION, Stores.ADDRESS, "where the events are, such as jdbc:sqlite:leads.db")
                .option("--lead", "ID", "of this lead only, as a table for people")
                .option("--account", "ID", "of this account; 'default' when left out")
                .flag("--json", "a JSON object for each event; that is the form when no lead is named")
                .flag("--all", "also events that timelines leave out")
                .flag("--clear", "personal values as they are instead of masks");
    }

    @Override
    public int run(Arguments arguments, Streams streams) {
        arguments.operands(0, 0);
        String url = arguments
                .value(Stores.OPTION)
                .orElseThrow(() -> new UsageException("say where the events are: --store jdbc:sqlite:leads.db"));
        EventJson json = arguments.has("--clear") ? EventJson.clear() : EventJson.masked();
        try (Store store = Stores.open(url)) {
            Consumer<Event> line = event -> streams.out().print(json.write(event) + "\n");
            return arguments.value("--lead").isPresent()
                    ? lead(store.events(), arguments, streams, line)
                    : all(store.events(), line);
        }
    }

    private static int all(Events events, Consumer<Event> line) {
        Cursor cursor = Cursor.START;
        for (Page<Event> page = events.after(cursor, PAGE);
                !page.events().isEmpty();
                page = events.after(page.next(), PAGE)) {
            page.events().forEach(line);
        }
        return 0;
    }

    private static int lead(Events events, Arguments arguments, Streams streams, Consumer<Event> line) {
        String lead = arguments.value("--lead").orElseThrow();
        List<Event> timeline =
                events.stream(new StreamId(arguments.value("--account").orElse("default"), lead));
        if (timeline.isEmpty()) {
            throw new Failure("there is no lead '" + lead + "' in this store");
        }
        List<Event> shown = arguments.has("--all")
                ? timeline
                : timeline.stream().filter(event -> event.type().inTimeline()).toList();
        shown.forEach(arguments.has("--json") ? line : event -> streams.out().print(row(event)));
        return 0;
    }

    private static String row(Event event) {
        String step = event.step().map(id -> " " + id).orElse("");
        String outcome = event.outcome().map(how -> " " + how.text()).orElse("");
        String reason = event.reason().map(why -> ": " + why).orElse("");
        String row = Columns.right(Long.toString(event.seq()), 3) + "  "
                + Columns.left(event.at().toString(), 26)
                + Columns.left(event.type().text() + step, 34) + outcome + reason;
        return row.stripTrailing() + "\n";
    }
}
