package dev.sluice;

import static dev.sluice.rules.Conditions.allOf;
import static dev.sluice.rules.Conditions.field;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.sluice.caps.PingLimitStatus;
import dev.sluice.delivery.Outcome;
import dev.sluice.event.Event;
import dev.sluice.event.EventType;
import dev.sluice.flow.AcceptanceCriteria;
import dev.sluice.flow.Cap;
import dev.sluice.flow.FieldDefinition;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.flow.PingLimit;
import dev.sluice.flow.Pings;
import dev.sluice.flow.Pricing;
import dev.sluice.flow.SourceDefinition;
import dev.sluice.flow.TimeUnit;
import dev.sluice.flow.Window;
import dev.sluice.store.Changes;
import dev.sluice.store.CounterKey;
import dev.sluice.store.Cursor;
import dev.sluice.store.MemoryStore;
import dev.sluice.store.Reads;
import dev.sluice.store.StateCheck;
import dev.sluice.store.StreamId;
import dev.sluice.store.View;
import dev.sluice.store.Write;
import dev.sluice.types.Lead;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PingsTest {
    private final StillTime time = new StillTime("2026-03-02T15:00:00Z");
    private final MemoryStore store = MemoryStore.create();
    private final Sluice sluice = Sluice.builder().time(time).store(store).build();

    private static FlowDefinition.Builder flow() {
        return FlowDefinition.builder("f")
                .field(FieldDefinition.of("email", "email").mandatory())
                .field(FieldDefinition.of("state", "state").mandatory())
                .source(SourceDefinition.of("s").pricing(Pricing.fixed("12.50")))
                .source("free")
                .acceptance(AcceptanceCriteria.of(allOf(field("state").isIncludedIn("TX", "CA"))))
                .pings(Pings.upTo());
    }

    private static Lead ping() {
        return Lead.from("s").with("state", "TX");
    }

    private static Lead post(PingResult bid) {
        return ping().with("email", "a@b.com").with("ping_id", bid.pingId().orElseThrow());
    }

    @Test
    void a_ping_gets_a_bid_without_a_lead_and_without_what_is_personal() {
        PingResult bid = sluice.open(flow().build()).ping(ping());

        assertThat(bid.outcome()).isEqualTo(Outcome.SUCCESS);
        assertThat(bid.price()).isEqualByComparingTo("12.50");
        assertThat(bid.validUntil()).hasValue(time.instant().plus(Duration.ofMinutes(5)));
        assertThat(bid.reply().content().text())
                .isEqualTo("{\"outcome\":\"success\",\"price\":12.5,\"ping_id\":\""
                        + bid.pingId().orElseThrow() + "\"}");
    }

    @Test
    void one_event_in_a_stream_of_its_own_is_all_that_is_kept_and_nothing_that_was_sent() {
        Flow flow = sluice.open(flow().build());
        String canary = "canary-7c1e";

        PingResult bid = flow.ping(Lead.from("s")
                .with("state", "TX")
                .with("email", canary + "@example.com")
                .with(canary, "x")
                .detail("ip", canary));
        flow.ping(Lead.from("s").with("state", canary));

        List<Event> events = store.events().after(Cursor.START, 10).events();
        assertThat(events).extracting(event -> event.type().text()).containsOnly("ping.received");
        assertThat(events).hasSize(2).allSatisfy(event -> {
            assertThat(event.stream().id()).startsWith("ping_");
            assertThat(event.seq()).isEqualTo(1);
            assertThat(dev.sluice.json.EventJson.clear().write(event)).doesNotContain(canary);
        });
        assertThat(store.events().stream(new StreamId("default", bid.pingId().orElseThrow())))
                .hasSize(1);
    }

    @Test
    void nothing_above_zero_is_no_bid() {
        PingResult none = sluice.open(flow().build()).ping(Lead.from("free").with("state", "TX"));

        assertThat(none.outcome()).isEqualTo(Outcome.FAILURE);
        assertThat(none.reason()).hasValue("no bid");
        assertThat(none.price()).isZero();
        assertThat(none.validUntil()).isEmpty();
    }

    @Test
    void a_gate_refuses_a_ping_as_it_would_a_lead() {
        PingResult none = sluice.open(flow().build()).ping(Lead.from("s").with("state", "NV"));
        PingResult blank = sluice.open(flow().build()).ping(Lead.from("s"));

        assertThat(none.reason()).hasValue("State must be included in TX, CA");
        assertThat(blank.reason()).as("a field that is not personal").hasValue("Missing required field: state");
    }

    @Test
    void a_flow_that_answers_no_pings_says_so_and_keeps_nothing() {
        Flow flow = sluice.open(flow().pings(Pings.NONE).build());

        assertThat(flow.ping(ping()).refusal()).hasValue(Refusal.PINGS_DISABLED);
        assertThat(flow.ping(Lead.from("nobody")).refusal()).hasValue(Refusal.SOURCE_UNKNOWN);
        assertThat(store.events().after(Cursor.START, 10).events()).isEmpty();
    }

    @Test
    void caps_are_read_and_never_counted() {
        Flow flow = sluice.open(flow().cap(Cap.of("day", 1, TimeUnit.DAY)).build());

        for (int i = 0; i < 5; i++) {
            assertThat(flow.ping(ping()).outcome()).isEqualTo(Outcome.SUCCESS);
        }
        PingResult bid = flow.ping(ping());
        assertThat(flow.submit(post(bid)).outcome()).isEqualTo(Outcome.SUCCESS);
        assertThat(flow.ping(ping()).reason()).hasValue("Cap reached");
    }

    @Test
    void limits_count_every_ping_that_is_looked_at_and_begin_anew_with_their_window() {
        Flow flow = sluice.open(
                flow().pings(Pings.upTo(PingLimit.of(3, 1, TimeUnit.HOUR))).build());

        assertThat(flow.ping(ping()).outcome()).isEqualTo(Outcome.SUCCESS);
        assertThat(flow.ping(Lead.from("s").with("state", "NV")).outcome()).isEqualTo(Outcome.FAILURE);
        assertThat(flow.ping(ping()).outcome()).isEqualTo(Outcome.SUCCESS);
        PingResult fourth = flow.ping(ping());
        assertThat(fourth.reason()).hasValue("Ping limit reached");
        assertThat(fourth.isLimited()).isTrue();
        assertThat(fourth.events().get(0).facts().text()).contains("\"ping_limit_reached\":true");
        assertThat(flow.ping(ping().test()).outcome()).as("a test").isEqualTo(Outcome.SUCCESS);
        time.pass(Duration.ofHours(1));
        assertThat(flow.ping(ping()).outcome()).isEqualTo(Outcome.SUCCESS);
    }

    @Test
    void a_sources_limit_holds_beside_the_flows() {
        SourceDefinition limited = SourceDefinition.builder("s2")
                .pricing(Pricing.fixed("1"))
                .pingLimits(List.of(PingLimit.of(1, 1, TimeUnit.DAY)))
                .build();
        Flow flow = sluice.open(flow().source(limited)
                .pings(Pings.upTo(PingLimit.of(2, 1, TimeUnit.DAY)))
                .build());
        Lead other = Lead.from("s2").with("state", "TX");

        assertThat(flow.ping(other).isLimited()).isFalse();
        assertThat(flow.ping(other).isLimited()).as("by the source's").isTrue();
        assertThat(flow.ping(ping()).isLimited())
                .as("the refused one did not count")
                .isFalse();
        assertThat(flow.ping(ping()).isLimited()).as("by the flow's").isTrue();
        assertThat(StateCheck.of(sluice.store(), "default").differences())
                .as("counted again from the events")
                .isEmpty();
    }

    @Test
    void a_count_that_no_ping_tells_of_is_found() {
        Flow flow = sluice.open(
                flow().pings(Pings.upTo(PingLimit.of(3, 1, TimeUnit.HOUR))).build());
        flow.ping(ping());
        CounterKey limit = sluice.store()
                .inventory("default")
                .counters()
                .keySet()
                .iterator()
                .next();

        sluice.store().write(new Write<Boolean>() {
            @Override
            public Reads reads() {
                return Reads.counters(List.of(limit));
            }

            @Override
            public Boolean decide(View view, Changes changes) {
                changes.add(limit, 1);
                return true;
            }
        });

        assertThat(StateCheck.of(sluice.store(), "default").differences())
                .extracting(StateCheck.Difference::counted, StateCheck.Difference::kept)
                .containsExactly(tuple("1 + 0", "2 + 0"));
    }

    @Test
    void the_status_tells_of_every_limit_what_it_let_through_and_refused() {
        Flow flow = sluice.open(flow().pings(Pings.upTo(
                        new PingLimit("hourly", 2, new Window(1, TimeUnit.HOUR), null),
                        PingLimit.of(100, 1, TimeUnit.DAY)))
                .build());
        for (int i = 0; i < 5; i++) {
            flow.ping(ping());
        }

        assertThat(flow.pingLimits())
                .extracting(Object::toString)
                .containsExactly("pings/flow/f/0: 2/2", "pings/flow/f/1: 2/100");
        PingLimitStatus hourly = flow.pingLimits().get(0);
        assertThat(hourly.name()).isEqualTo("hourly");
        assertThat(hourly.refused()).isEqualTo(3);
        assertThat(hourly.isReached()).isTrue();
        assertThat(hourly.resetsAt()).isEqualTo(hourly.startedAt().plus(Duration.ofHours(1)));
        assertThat(flow.pingLimits().get(1).isReached()).isFalse();
        time.set(hourly.resetsAt().toString());
        assertThat(flow.pingLimits().get(0).answered()).isZero();
        assertThat(sluice.open(flow().pings(Pings.NONE).build()).pingLimits()).isEmpty();
    }

    @Test
    void of_64_threads_exactly_as_many_as_the_limit_are_looked_at() throws Exception {
        Flow flow = sluice.open(
                flow().pings(Pings.upTo(PingLimit.of(100, 1, TimeUnit.DAY))).build());
        ExecutorService threads = Executors.newFixedThreadPool(64);
        try {
            Callable<Boolean> one = () -> !flow.ping(ping()).isLimited();
            int passed = 0;
            for (Future<Boolean> answer :
                    threads.invokeAll(IntStream.range(0, 640).mapToObj(i -> one).toList())) {
                passed += answer.get() ? 1 : 0;
            }
            assertThat(passed).isEqualTo(100);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void a_lead_gets_the_price_of_its_ping_whatever_it_costs_by_now() {
        PingResult bid = sluice.open(flow().build()).ping(ping());
        Flow dearer =
                sluice.open(flow().sources(List.of(SourceDefinition.of("s").pricing(Pricing.fixed("99"))))
                        .build());

        Submission answer = dearer.submit(post(bid));

        assertThat(answer.price()).isEqualByComparingTo("12.50");
        assertThat(answer.events().get(1).type()).isEqualTo(EventType.SOURCE_ACCEPTED);
        assertThat(answer.events().get(1).facts().get("ping_id").text())
                .isEqualTo(bid.pingId().orElseThrow());
        assertThat(dearer.submit(ping().with("email", "c@d.com")).price()).isEqualByComparingTo("99");
    }

    @Test
    void a_bid_holds_once_and_until_it_expires() {
        Flow flow = sluice.open(flow().build());
        PingResult used = flow.ping(ping());
        PingResult late = flow.ping(ping());
        assertThat(flow.submit(post(used)).outcome()).isEqualTo(Outcome.SUCCESS);

        assertRefused(flow.submit(post(used)), "Quote was used before", "used");
        time.pass(Duration.ofMinutes(5));
        assertRefused(flow.submit(post(late)), "Quote has expired", "expired");
    }

    @Test
    void forged_and_foreign_bids_are_unknown() {
        Flow flow = sluice.open(flow().build());
        Flow other = sluice.open(FlowDefinition.builder("g")
                .source(SourceDefinition.of("s").pricing(Pricing.fixed("1")))
                .pings(Pings.upTo())
                .build());
        PingResult foreign = other.ping(Lead.from("s"));
        PingResult refused = flow.ping(Lead.from("free").with("state", "TX"));
        PingResult ofAnother = flow.ping(ping());
        PingResult tested = flow.ping(ping().test());

        assertRefused(flow.submit(post(foreign)), "Quote is unknown", "unknown");
        assertRefused(flow.submit(post(refused)), "Quote is unknown", "unknown");
        assertRefused(flow.submit(post(tested)), "Quote is unknown", "unknown");
        assertRefused(
                flow.submit(Lead.from("free")
                        .with("state", "TX")
                        .with("email", "a@b.com")
                        .with("ping_id", ofAnother.pingId().orElseThrow())),
                "Quote is unknown",
                "unknown");
        for (String forged : List.of("ping_0", "lead_1", "x".repeat(100_000), "ping_\u0000")) {
            assertRefused(
                    flow.submit(ping().with("email", "a@b.com").with("ping_id", forged)),
                    "Quote is unknown",
                    "unknown");
        }
    }

    @Test
    void a_bid_is_a_price_and_no_place_under_a_cap_and_a_refused_lead_may_try_again() {
        Flow flow = sluice.open(flow().cap(Cap.of("day", 1, TimeUnit.DAY)).build());
        PingResult first = flow.ping(ping());
        PingResult second = flow.ping(ping());

        assertThat(flow.submit(post(first)).outcome()).isEqualTo(Outcome.SUCCESS);
        assertThat(flow.submit(post(second)).reason()).hasValue("Cap reached");
        Flow wider = sluice.open(flow().build());
        assertThat(wider.submit(post(second)).price()).isEqualByComparingTo(new BigDecimal("12.50"));
    }

    @Test
    void of_64_leads_that_name_one_bid_exactly_one_gets_it() throws Exception {
        Flow flow = sluice.open(flow().build());
        PingResult bid = flow.ping(ping());
        ExecutorService threads = Executors.newFixedThreadPool(64);
        try {
            Callable<Submission> one = () -> flow.submit(post(bid));
            int taken = 0;
            for (Future<Submission> answer :
                    threads.invokeAll(IntStream.range(0, 64).mapToObj(i -> one).toList())) {
                taken += answer.get().outcome() == Outcome.SUCCESS ? 1 : 0;
            }
            assertThat(taken).isEqualTo(1);
        } finally {
            threads.shutdownNow();
        }
    }

    private static void assertRefused(Submission answer, String reason, String kind) {
        assertThat(answer.outcome()).isEqualTo(Outcome.FAILURE);
        assertThat(answer.reason()).hasValue(reason);
        Event last = answer.events().get(answer.events().size() - 1);
        assertThat(last.type()).isEqualTo(EventType.SOURCE_REJECTED);
        assertThat(last.facts().get("quote").text()).isEqualTo(kind);
    }
}
