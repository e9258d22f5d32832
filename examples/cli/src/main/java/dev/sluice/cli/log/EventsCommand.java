package dev.sluice.cli.log;

import dev.sluice.Sluice;
import dev.sluice.Time;
import dev.sluice.audit.LeadSearch;
import dev.sluice.audit.PersonalReading;
import dev.sluice.cli.frame.Arguments;
import dev.sluice.cli.frame.Command;
import dev.sluice.cli.frame.Failure;
import dev.sluice.cli.frame.Shifted;
import dev.sluice.cli.frame.Spans;
import dev.sluice.cli.frame.Streams;
import dev.sluice.cli.frame.Usage;
import dev.sluice.cli.frame.UsageException;
import dev.sluice.cli.open.KeyFile;
import dev.sluice.cli.open.Roles;
import dev.sluice.cli.open.Stores;
import dev.sluice.event.Event;
import dev.sluice.event.EventQuery;
import dev.sluice.event.InvalidQueryException;
import dev.sluice.event.Reader;
import dev.sluice.event.Timeline;
import dev.sluice.json.EventJson;
import dev.sluice.json.EventQueryText;
import dev.sluice.store.Cursor;
import dev.sluice.store.Events;
import dev.sluice.store.Page;
import dev.sluice.store.Store;
import dev.sluice.store.StreamId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** {@code sluice events}: what a store has recorded, of one lead, of all, or of those that a query asks for. */
public final class EventsCommand implements Command {
    private static final int PAGE = 500;
    private static final String LEAD = "--lead";
    private static final String QUERY = "--query";
    private static final String AUDIT = "--audit";
    private static final String SEARCH = "--search";
    private static final int MOST_FOUND = 100;

    private final Time time;

    public EventsCommand(Time time) {
        this.time = time;
    }

    @Override
    public Usage usage() {
        return Roles.in(Shifted.usage(Usage.of("events", "", "the timeline of a lead, or events, from a store"))
                .option(Stores.OPTION, Stores.ADDRESS, "where the events are, such as jdbc:sqlite:leads.db")
                .option(KeyFile.OPTION, "FILE", "the keys that personal values were sealed with")
                .option(LEAD, "ID", "of this lead only, as a table for people")
                .option(QUERY, "TEXT", "those that are asked for: 'type=recipient.*&start=2024-01-15&lead.state=TX'")
                .option(SEARCH, "WORDS", "leads that have all of these words, or beginnings of words, the newest first")
                .option("--last", "SPAN", "with --search: of the time before now; 30d when left out")
                .option(AUDIT, "ID", "a lead's submitter, consent, transformations and deliveries")
                .option("--account", "ID", "of this account; 'default' when left out")
                .option("--snapshot", "SEQ", "with --lead: all its data after this event")
                .option("--diff", "SEQ,SEQ", "with --lead: what is different after the second of two events")
                .flag("--times", "with --lead: how long each event was waited for, and the longest waits")
                .flag("--json", "a JSON object for each event; that is the form when no lead is named")
                .flag("--table", "a table for people; that is the form when a lead is named")
                .flag("--all", "also events that timelines leave out"));
    }

    @Override
    public int run(Arguments arguments, Streams streams) {
        arguments.operands(0, 0);
        if (arguments.value(Stores.OPTION).isEmpty()) {
            throw new UsageException("say where the events are: --store jdbc:sqlite:leads.db");
        }
        Reader reader = Reader.of("sluice events", Roles.of(arguments));
        Optional<EventQuery> query = arguments.value(QUERY).map(EventsCommand::query);
        try (Store store = Stores.open(arguments);
                Sluice sluice = sluice(store, arguments)) {
            if (arguments.value(SEARCH).isPresent()) {
                return search(sluice, reader, arguments, streams);
            }
            Events events = reader.role().seesPersonal() ? PersonalReading.over(sluice, reader) : store.events();
            Optional<String> lead = arguments.value(AUDIT).or(() -> arguments.value(LEAD));
            if (lead.isPresent()) {
                return lead(events, lead.get(), new LeadViews(reader, streams), arguments);
            }
            return query.isPresent()
                    ? found(events, query.get(), each(arguments, reader, streams), arguments, streams)
                    : all(events, each(arguments, reader, streams));
        }
    }

    /** Status 1 when nothing is found. */
    private int search(Sluice sluice, Reader reader, Arguments arguments, Streams streams) {
        Instant now = Shifted.of(arguments, time).instant();
        Instant from = now.minus(Spans.of(arguments.value("--last").orElse("30d")));
        try {
            List<LeadSearch.Hit> hits =
                    LeadSearch.over(sluice, reader).find(arguments.value(SEARCH).orElse(""), from, now, MOST_FOUND);
            hits.forEach(hit -> streams.out()
                    .print(LeadViews.plain(
                                    hit.event().leadId() + "  " + hit.event().at() + "  "
                                            + hit.event().type() + "  " + String.join(" ", hit.paths()))
                            + "\n"));
            return hits.isEmpty() ? 1 : 0;
        } catch (IllegalArgumentException senseless) {
            throw new UsageException(String.valueOf(senseless.getMessage()));
        }
    }

    /** In whose log it is put on record who saw personal values. */
    private Sluice sluice(Store store, Arguments arguments) {
        return Sluice.builder()
                .store(store)
                .account(arguments.value("--account").orElse("default"))
                .time(time)
                .build();
    }

    private static EventQuery query(String text) {
        try {
            return EventQueryText.read(text);
        } catch (InvalidQueryException faults) {
            throw new UsageException("the query cannot be asked\n" + faults.getMessage());
        }
    }

    private static Consumer<Event> each(Arguments arguments, Reader reader, Streams streams) {
        EventJson json = EventJson.seenBy(reader);
        return arguments.has("--table")
                ? event -> streams.out().print(LeadViews.row(event, true))
                : event -> streams.out().print(json.write(event) + "\n");
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

    /** All that is found, or one page where the query says how long it is. */
    private static int found(
            Events events, EventQuery query, Consumer<Event> line, Arguments arguments, Streams streams) {
        try {
            if (!arguments.value(QUERY).orElse("").contains("limit=")) {
                events.each(query, line);
                return 0;
            }
            Page<Event> page = events.find(query);
            page.events().forEach(line);
            if (!page.next().equals(query.after())) {
                streams.err().println("sluice: go on with after=" + page.next().text());
            }
            return 0;
        } catch (IllegalArgumentException foreign) {
            throw new UsageException("the place to go on at was not given by this store: "
                    + query.after().text());
        }
    }

    private static int lead(Events events, String lead, LeadViews views, Arguments arguments) {
        List<Event> stream =
                events.stream(new StreamId(arguments.value("--account").orElse("default"), lead));
        if (stream.isEmpty()) {
            throw new Failure("there is no lead '" + lead + "' in this store");
        }
        Timeline timeline = Timeline.of(stream);
        if (arguments.value(AUDIT).isPresent()) {
            views.audit(timeline, arguments.has("--json"));
        } else if (arguments.value("--snapshot").isPresent()) {
            views.snapshot(event(timeline, arguments.value("--snapshot").get()));
        } else if (arguments.value("--diff").isPresent()) {
            differences(timeline, arguments.value("--diff").get(), views);
        } else if (arguments.has("--times")) {
            views.times(timeline);
        } else {
            views.timeline(timeline, arguments.has("--all"), arguments.has("--json"));
        }
        return 0;
    }

    private static void differences(Timeline timeline, String pair, LeadViews views) {
        String[] both = pair.split(",", -1);
        if (both.length != 2) {
            throw new UsageException("say which two events: --diff 2,5");
        }
        views.differences(event(timeline, both[0]), event(timeline, both[1]));
    }

    private static Event event(Timeline timeline, String seq) {
        try {
            long number = Long.parseLong(seq.strip());
            return timeline.event(number)
                    .orElseThrow(() -> new Failure("the lead has no event " + number + ", but 1 to "
                            + timeline.events().size()));
        } catch (NumberFormatException noNumber) {
            throw new UsageException("'" + seq + "' is no number of an event");
        }
    }
}
