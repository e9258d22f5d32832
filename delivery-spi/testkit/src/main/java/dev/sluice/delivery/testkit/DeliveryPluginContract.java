package dev.sluice.delivery.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.delivery.Bid;
import dev.sluice.delivery.Deadline;
import dev.sluice.delivery.Delivery;
import dev.sluice.delivery.DeliveryPlugin;
import dev.sluice.delivery.DeliveryRequest;
import dev.sluice.delivery.DeliveryResult;
import dev.sluice.delivery.Outcome;
import dev.sluice.types.At;
import dev.sluice.types.Obj;
import dev.sluice.types.Scope;
import dev.sluice.types.Section;
import dev.sluice.types.Text;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What every {@link DeliveryPlugin} must do. Extend it, wire the plugin to a recipient of your own, and say what that
 * recipient has seen.
 */
public abstract class DeliveryPluginContract {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration TIMEOUT = Duration.ofMillis(300);
    private static final Duration SLACK = Duration.ofSeconds(3);

    /** The plugin, and a recipient that answers. Called once for each test. */
    protected abstract DeliveryPlugin plugin();

    /** The delivery keys that the recipient of {@link #plugin()} has seen in this test, in any order, repeats included. */
    protected abstract List<String> keysSeen();

    /** The plugin and a recipient that never answers; the plugin itself when it has no recipient outside the process. */
    protected abstract DeliveryPlugin unanswered();

    /** Settings that are right; none by default. */
    protected Obj config() {
        return Obj.EMPTY;
    }

    static Stream<Arguments> hostile() {
        return HostileData.all();
    }

    private DeliveryRequest request(Obj lead, String key, Duration timeout) {
        Delivery delivery = Delivery.of("lead_1", "buyer", key)
                .at(At.utc(Instant.parse("2026-03-15T14:30:00Z")))
                .deadline(Deadline.in(timeout, System::nanoTime))
                .build();
        return new DeliveryRequest(
                lead, Scope.EMPTY.with(Section.LEAD, lead), config(), delivery, new BigDecimal("25.00"));
    }

    private DeliveryRequest request(String key) {
        return request(Obj.EMPTY.with("email", new Text("ann@example.com")), key, PATIENCE);
    }

    private static DeliveryResult deliver(DeliveryPlugin plugin, DeliveryRequest request, Duration limit) {
        DeliveryResult result = Limited.call(limit, "deliver", () -> plugin.deliver(request));
        assertThat(result.outcome()).as("an outcome that a delivery can have").isNotEqualTo(Outcome.SKIP);
        return result;
    }

    @Test
    void an_ordinary_lead_is_answered() {
        DeliveryResult result = deliver(plugin(), request("key-1"), PATIENCE);

        assertThat(result.outcome() == Outcome.SUCCESS || result.reason().isPresent())
                .as("success, or a reason")
                .isTrue();
        assertThat(keysSeen()).containsExactly("key-1");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostile")
    void hostile_data_is_answered_and_not_repeated_in_the_reason(String name, Obj lead) {
        DeliveryResult result = deliver(plugin(), request(lead, "key-1", PATIENCE), PATIENCE);

        assertThat(result.reason().orElse("")).as("the reason").doesNotContain(HostileData.PERSONAL);
    }

    @Test
    void a_recipient_that_never_answers_costs_no_more_than_the_deadline() {
        DeliveryPlugin plugin = unanswered();

        deliver(plugin, request(Obj.EMPTY, "key-1", TIMEOUT), TIMEOUT.plus(SLACK));
    }

    @Test
    void a_deadline_that_has_passed_is_answered_at_once() {
        DeliveryPlugin plugin = unanswered();

        deliver(plugin, request(Obj.EMPTY, "key-1", Duration.ZERO), SLACK);
    }

    @Test
    void a_delivery_made_twice_carries_the_same_key_twice() {
        DeliveryPlugin plugin = plugin();

        deliver(plugin, request("key-1"), PATIENCE);
        deliver(plugin, request("key-1"), PATIENCE);
        deliver(plugin, request("key-2"), PATIENCE);

        assertThat(keysSeen()).contains("key-1", "key-2").containsOnly("key-1", "key-2");
    }

    @Test
    void many_deliveries_at_once_keep_their_keys_apart() {
        int count = 16;
        DeliveryPlugin plugin = plugin();
        CyclicBarrier start = new CyclicBarrier(count);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            DeliveryRequest request = request("key-" + i);
            threads.add(new Thread(() -> {
                meet(start);
                plugin.deliver(request);
            }));
        }

        threads.forEach(Thread::start);
        threads.forEach(thread -> Limited.call(PATIENCE, "16 deliveries", () -> {
            thread.join();
            return true;
        }));

        assertThat(keysSeen())
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, count).mapToObj(i -> "key-" + i).toList());
    }

    private static void meet(CyclicBarrier start) {
        try {
            start.await();
        } catch (Exception fault) {
            throw new IllegalStateException(fault);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostile")
    void a_ping_is_answered_by_a_price_or_a_reason(String name, Obj lead) {
        DeliveryPlugin plugin = plugin();

        Bid bid = Limited.call(PATIENCE, "ping", () -> plugin.ping(request(lead, "key-1", PATIENCE)));

        if (bid.offer().isPresent()) {
            assertThat(bid.offer().get()).as("the price").isNotNegative();
        } else {
            assertThat(bid.reason()).as("why there is no bid").isNotBlank().doesNotContain(HostileData.PERSONAL);
        }
    }

    @Test
    void settings_that_are_right_have_no_problems() {
        ConfigChecks.acceptsGood(plugin()::check, config());
    }

    @Test
    void settings_of_any_kind_are_checked_without_breaking() {
        ConfigChecks.survivesAll(plugin()::check, config());
    }

    @Test
    void what_the_plugin_declares_is_there_and_stays_the_same() {
        DeliveryPlugin plugin = plugin();

        assertThat(plugin.effect()).isNotNull().isEqualTo(plugin.effect());
        assertThat(plugin.outputs()).isNotNull().isEqualTo(plugin.outputs());
        DeliveryResult result = deliver(plugin, request("key-1"), PATIENCE);
        if (!plugin.outputs().isEmpty()) {
            assertThat(plugin.outputs()).containsAll(result.appended().members().keySet());
        }
    }

    @Test
    void a_plugin_that_announces_sending_does_so_before_the_lead_leaves() {
        DeliveryPlugin plugin = plugin();
        DeliveryRequest request = request("key-1");

        deliver(plugin, request, PATIENCE);

        assertThat(!plugin.announcesSending()
                        || keysSeen().isEmpty()
                        || request.delivery().mayHaveArrived())
                .as("sending() was called although a lead arrived")
                .isTrue();
    }
}
