package dev.sluice.export.internal;

import dev.sluice.event.Event;
import dev.sluice.event.EventQuery;
import dev.sluice.event.EventType;
import dev.sluice.event.Reader;
import dev.sluice.json.EventQueryText;
import dev.sluice.store.Events;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes of a query what is read. */
public final class Sources {
    private static final int PAGE = 500;
    private static final Set<String> PAGING = Set.of("sort", "limit", "after");
    private static final Set<String> WHICH_LEADS =
            Set.of("flow_id", "flow", "lead_id", "lead", "source_id", "source", "start", "end");
    private static final Set<String> WHEN = Set.of("start", "end");

    private final Events log;
    private final String account;

    public Sources(Events log, String account) {
        this.log = log;
        this.account = account;
    }

    /**
     * The events that {@code text} asks for, without an end.
     *
     * @param most how many are wanted at a time
     * @throws dev.sluice.event.InvalidQueryException if the query is none
     */
    public Source<Event> stream(String text, Reader reader, int most) {
        EventQuery query = EventQueryText.read(without(text, PAGING) + account() + "&limit=" + Math.min(PAGE, most));
        return new Source<>(log, query, Optional::of, EventRows.seenBy(reader));
    }

    /**
     * The events that {@code text} asks for.
     *
     * @throws dev.sluice.event.InvalidQueryException if the query is none
     */
    public Source<Event> events(String text, ColumnChoice columns, Reader reader, Instant asOf) {
        EventQuery query = query(without(text, PAGING), asOf);
        Rows<Event> rows = EventRows.seenBy(reader);
        return new Source<>(rows.areFixed(columns) ? new Searched(log) : log, query, Optional::of, rows);
    }

    /**
     * The leads that {@code text} asks for.
     *
     * @throws dev.sluice.event.InvalidQueryException if the query is none
     */
    public Source<?> leads(String text, ColumnChoice columns, Reader reader, Instant asOf) {
        query(without(text, PAGING), asOf);
        EventQuery submitted = query(only(text, WHICH_LEADS) + "&type=" + EventType.SOURCE_SUBMITTED.text(), asOf);
        EventQuery wanted = query(without(without(text, PAGING), WHEN), asOf);
        Rows<LeadSoFar> rows = LeadRows.seenBy(reader);
        Events read = rows.areFixed(columns) && !wanted.hasRules() ? new Searched(log) : log;
        return new Source<>(read, submitted, event -> lead(read, event, wanted, asOf), rows);
    }

    private static Optional<LeadSoFar> lead(Events log, Event first, EventQuery wanted, Instant asOf) {
        List<Event> events = log.stream(first.stream()).stream()
                .filter(event -> !event.at().isAfter(asOf))
                .toList();
        if (events.isEmpty()) {
            return Optional.empty();
        }
        LeadSoFar lead = new LeadSoFar(events);
        boolean asked = wanted.types().isEmpty()
                ? wanted.test(lead.decisive())
                : events.stream().anyMatch(wanted::test);
        return asked ? Optional.of(lead) : Optional.empty();
    }

    /** Always of this account, the oldest first, and of nothing after {@code asOf}. */
    private EventQuery query(String text, Instant asOf) {
        EventQuery asked = EventQueryText.read(text);
        Instant end = asked.end().filter(asOf::isAfter).orElse(asOf);
        return EventQueryText.read(text + account() + "&end=" + end + "&limit=" + PAGE);
    }

    private String account() {
        return "&account_id=" + URLEncoder.encode(account, StandardCharsets.UTF_8);
    }

    private static String only(String text, Set<String> names) {
        return parts(text).stream().filter(part -> names.contains(name(part))).collect(Collectors.joining("&"));
    }

    private static String without(String text, Set<String> names) {
        return parts(text).stream().filter(part -> !names.contains(name(part))).collect(Collectors.joining("&"));
    }

    private static List<String> parts(String text) {
        return Arrays.asList((text.startsWith("?") ? text.substring(1) : text).split("&", -1));
    }

    private static String name(String part) {
        int equals = part.indexOf('=');
        return equals < 0 ? part : part.substring(0, equals);
    }
}
