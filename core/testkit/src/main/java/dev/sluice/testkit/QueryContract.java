package dev.sluice.testkit;

import static dev.sluice.rules.Conditions.field;
import static dev.sluice.testkit.Samples.AT;
import static dev.sluice.testkit.Samples.stream;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.delivery.Outcome;
import dev.sluice.event.Event;
import dev.sluice.event.EventQuery;
import dev.sluice.event.EventQuery.Order;
import dev.sluice.event.EventType;
import dev.sluice.store.Cursor;
import dev.sluice.store.Page;
import dev.sluice.store.Store;
import dev.sluice.store.StreamId;
import dev.sluice.types.Obj;
import dev.sluice.types.Scope;
import dev.sluice.types.Section;
import dev.sluice.types.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Finding events by what they are. */
interface QueryContract {
    List<EventType> TYPES = List.of(
            EventType.SOURCE_ACCEPTED,
            EventType.RECIPIENT_DELIVERED,
            EventType.RECIPIENT_FAILED,
            EventType.STEP_SKIPPED,
            EventType.named("recipient.vanished"));
    List<String> REASONS = List.of("Daily cap reached (100/100)", "50%_off \u00c9tat", "!", "K\u212a", "it's");

    Store store();

    private void append(StreamId stream, List<Event> events) {
        new Writing(store()).append(stream, events);
    }

    /** Leads of a few events each, whose times go back now and then. */
    private List<Event> mixed(int leads, long seed) {
        Random random = new Random(seed);
        List<Event> all = new ArrayList<>();
        for (int i = 0; i < leads; i++) {
            StreamId stream = new StreamId(i % 7 == 0 ? "other" : Samples.ACCOUNT, "lead_q" + i);
            List<Event> events =
                    lead(stream, AT.plusSeconds(random.nextInt(600)).toEpochMilli(), random);
            append(stream, events);
            all.addAll(events);
        }
        return all;
    }

    private static List<Event> lead(StreamId stream, long at, Random random) {
        List<Event> events = new ArrayList<>();
        Scope before = null;
        for (int seq = 1; seq <= 1 + random.nextInt(4); seq++) {
            Scope now = Scope.EMPTY.with(
                    Section.LEAD, Obj.EMPTY.with("state", Value.text(one(List.of("TX", "CA", "NV"), random))));
            boolean more = random.nextInt(3) > 0;
            events.add(Event.of(stream, seq, one(TYPES, random), Instant.ofEpochMilli(at + seq))
                    .context(new Event.Context(
                            "flow" + random.nextInt(2), 1, "hash", "web" + random.nextInt(2), false, "1"))
                    .step(more ? "s" + random.nextInt(2) : null)
                    .entity(more ? "buyer" + random.nextInt(3) : null)
                    .outcome(more ? one(List.of(Outcome.SUCCESS, Outcome.FAILURE, Outcome.ERROR), random) : null)
                    .reason(more ? one(REASONS, random) : null)
                    .snapshot(now, before)
                    .build());
            before = now;
        }
        return events;
    }

    private static <T> T one(List<T> some, Random random) {
        return some.get(random.nextInt(some.size()));
    }

    private List<Event> found(EventQuery query) {
        List<Event> found = new ArrayList<>();
        store().events().each(query, found::add);
        return found;
    }

    private void assertFinds(EventQuery query, List<Event> all) {
        List<Event> wanted = new ArrayList<>(all.stream().filter(query::test).toList());
        if (query.order() == Order.NEWEST_FIRST) {
            Collections.reverse(wanted);
        }
        SameEvents.assertSame(found(query), wanted);
        assertThat(searched(query).stream().map(QueryContract::columns))
                .containsExactlyElementsOf(
                        wanted.stream().map(QueryContract::columns).toList());
    }

    private List<Event> searched(EventQuery query) {
        List<Event> found = new ArrayList<>();
        EventQuery next = query;
        Page<Event> page = store().events().findColumns(next);
        found.addAll(page.events());
        while (!page.next().equals(next.after())) {
            next = next.after(page.next());
            page = store().events().findColumns(next);
            found.addAll(page.events());
        }
        return found;
    }

    /** What is searched of an event. */
    private static List<Object> columns(Event event) {
        return List.of(
                event.id(),
                event.stream(),
                event.type(),
                event.at(),
                event.context().flow(),
                event.context().source(),
                event.context().test(),
                event.step(),
                event.entity(),
                event.outcome(),
                event.reason(),
                event.cost(),
                event.revenue(),
                event.durationMs());
    }

    @Test
    default void each_criterion_finds_what_fits_and_nothing_else() {
        List<Event> all = mixed(40, 1);
        List<Consumer<EventQuery.Builder>> criteria = List.of(
                query -> {},
                query -> query.account("other"),
                query -> query.account("nobody"),
                query -> query.flow("flow1"),
                query -> query.lead("lead_q5"),
                query -> query.lead("lead_unknown"),
                query -> query.type(EventType.RECIPIENT_FAILED),
                query -> query.type("recipient.*"),
                query -> query.type("*.*ed").type("source.accepted"),
                query -> query.type("nothing.*"),
                query -> query.type("nothing"),
                query -> query.type("recipient.failed").type("step.skipped"),
                query -> query.type("lead.failed"),
                query -> query.start(AT.plusSeconds(300)),
                query -> query.end(AT.plusSeconds(300)),
                query -> query.start(AT.plusSeconds(200)).end(AT.plusSeconds(201)),
                query -> query.start(AT.minus(Duration.ofDays(9_000))).end(AT.plus(Duration.ofDays(9_000))),
                query -> query.start(AT.plus(Duration.ofDays(9_000))),
                query -> query.outcome(Outcome.FAILURE).outcome(Outcome.ERROR),
                query -> query.entity("buyer1"),
                query -> query.entity("buyer1").type("recipient.*").outcome(Outcome.SUCCESS),
                query -> query.step("s1"),
                query -> query.source("web0"),
                query -> query.where(field("lead.state").isEqualTo("TX")),
                query -> query.type("recipient.*").where(field("lead.state").isIncludedIn("TX", "NV")));
        for (Consumer<EventQuery.Builder> criterion : criteria) {
            EventQuery.Builder query = EventQuery.builder().limit(3);
            criterion.accept(query);
            assertFinds(query.build(), all);
            assertFinds(query.newestFirst().build(), all);
        }
    }

    @Test
    default void reasons_are_found_by_part_of_them_whatever_signs_they_hold() {
        List<Event> all = mixed(20, 2);
        for (String part : List.of(
                "CAP REACHED",
                "%",
                "_",
                "!",
                "(",
                "\u00c9tat",
                "\u00e9tat",
                "k",
                "'",
                "' or 1=1 --",
                "\\",
                "(100/100")) {
            assertFinds(EventQuery.builder().reason(part).build(), all);
        }
    }

    @Test
    default void names_that_are_hostile_find_nothing() {
        List<Event> all = mixed(5, 3);
        assertFinds(EventQuery.builder().build(), all);
        for (String name : List.of("' or '1'='1", "x; drop table event", "%", "*", "\ud83d\ude00", "x".repeat(1_000))) {
            assertThat(found(EventQuery.builder().flow(name).build())).isEmpty();
            assertThat(found(EventQuery.builder().lead(name).build())).isEmpty();
            assertThat(found(EventQuery.builder()
                            .entity(name)
                            .step(name)
                            .source(name)
                            .build()))
                    .isEmpty();
        }
    }

    @Test
    default void pages_follow_each_other_without_gaps_and_repetitions() {
        List<Event> all = mixed(40, 4);
        Random random = new Random(5);
        for (int i = 0; i < 30; i++) {
            EventQuery.Builder query = EventQuery.builder().limit(1 + random.nextInt(9));
            any(random, () -> query.type(one(List.of("recipient.*", "step.skipped", "*"), random)));
            any(random, () -> query.outcome(one(List.of(Outcome.values()), random)));
            any(random, () -> query.entity("buyer" + random.nextInt(3)));
            any(random, () -> query.start(AT.plusSeconds(random.nextInt(600))));
            any(random, () -> query.end(AT.plusSeconds(600 + random.nextInt(60))));
            any(random, () -> query.where(field("lead.state").isEqualTo("CA")));
            any(random, query::newestFirst);
            assertFinds(query.build(), all);
        }
    }

    private static void any(Random random, Runnable criterion) {
        if (random.nextInt(3) == 0) {
            criterion.run();
        }
    }

    @Test
    default void a_page_holds_no_more_than_was_asked_for() {
        mixed(20, 6);
        EventQuery query = EventQuery.builder().limit(4).build();

        Page<Event> first = store().events().find(query);
        Page<Event> second = store().events().find(query.after(first.next()));

        assertThat(first.events()).hasSizeBetween(1, 4);
        assertThat(second.events()).hasSizeBetween(1, 4).doesNotContainAnyElementsOf(first.events());
    }

    @Test
    default void who_goes_on_later_finds_what_was_written_meanwhile() {
        append(stream("a"), Samples.events(stream("a"), 1, 2));
        EventQuery query = EventQuery.builder().type("filter.*").build();
        Cursor end = end(query);

        append(stream("b"), Samples.events(stream("b"), 1, 1));

        SameEvents.assertSame(found(query.after(end)), Samples.events(stream("b"), 1, 1));
    }

    private Cursor end(EventQuery query) {
        EventQuery next = query;
        Page<Event> page = store().events().find(next);
        while (!page.next().equals(next.after())) {
            next = next.after(page.next());
            page = store().events().find(next);
        }
        return page.next();
    }

    @Test
    default void a_query_that_is_followed_misses_nothing_while_writers_run() {
        int writers = 4;
        int leads = 15;
        AtomicInteger running = new AtomicInteger(writers);

        List<List<Event>> results = Race.run(writers + 1, i -> i == 0 ? follower(running) : writer(i, leads, running));

        assertThat(results.get(0))
                .hasSize(writers * leads)
                .extracting(Event::id)
                .doesNotHaveDuplicates();
    }

    private Callable<List<Event>> writer(int number, int leads, AtomicInteger running) {
        return () -> {
            for (int i = 0; i < leads; i++) {
                StreamId lead = stream(number + "_" + i);
                append(lead, Samples.events(lead, 1, 2));
                append(lead, skipped(lead));
            }
            running.decrementAndGet();
            return List.of();
        };
    }

    private static List<Event> skipped(StreamId lead) {
        return List.of(
                Event.of(lead, 3, EventType.STEP_SKIPPED, AT.plusMillis(3)).build());
    }

    private Callable<List<Event>> follower(AtomicInteger running) {
        EventQuery query =
                EventQuery.builder().type("step.*").start(AT).limit(5).build();
        return () -> {
            List<Event> read = new ArrayList<>();
            Cursor place = Cursor.START;
            boolean last = false;
            while (!last) {
                last = running.get() == 0;
                place = follow(query.after(place), read);
            }
            return read;
        };
    }

    private Cursor follow(EventQuery from, List<Event> into) {
        EventQuery next = from;
        Page<Event> page = store().events().find(next);
        into.addAll(page.events());
        while (!page.next().equals(next.after())) {
            next = next.after(page.next());
            page = store().events().find(next);
            into.addAll(page.events());
        }
        return page.next();
    }
}
