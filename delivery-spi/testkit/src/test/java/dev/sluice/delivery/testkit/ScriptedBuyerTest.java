package dev.sluice.delivery.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.delivery.Bid;
import dev.sluice.delivery.Delivery;
import dev.sluice.delivery.DeliveryPlugin;
import dev.sluice.delivery.DeliveryRequest;
import dev.sluice.delivery.DeliveryResult;
import dev.sluice.delivery.Outcome;
import dev.sluice.delivery.testkit.ScriptedBuyer.Reply;
import dev.sluice.types.Obj;
import dev.sluice.types.Scope;
import dev.sluice.types.Text;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScriptedBuyerTest extends DeliveryPluginContract {
    private final ScriptedBuyer buyer = ScriptedBuyer.accepting();

    @Override
    protected DeliveryPlugin plugin() {
        return buyer;
    }

    @Override
    protected DeliveryPlugin unanswered() {
        return buyer;
    }

    @Override
    protected List<String> keysSeen() {
        return buyer.received().stream().map(ScriptedBuyer.Received::key).toList();
    }

    private static DeliveryRequest request(String key, int attempt) {
        Delivery delivery = Delivery.of("lead_1", "buyer", key).attempt(attempt).build();
        return new DeliveryRequest(
                Obj.EMPTY.with("n", new Text(key)), Scope.EMPTY, Obj.EMPTY, delivery, BigDecimal.TEN);
    }

    @Test
    void replies_come_in_order_and_the_last_one_stays() {
        ScriptedBuyer scripted = ScriptedBuyer.replying(Reply.ERROR, Reply.REJECT, Reply.ACCEPT);

        List<Outcome> outcomes = List.of(1, 2, 3, 4).stream()
                .map(i -> scripted.deliver(request("k" + i, 1)).outcome())
                .toList();

        assertThat(outcomes).containsExactly(Outcome.ERROR, Outcome.FAILURE, Outcome.SUCCESS, Outcome.SUCCESS);
        assertThat(scripted.taken()).containsOnlyKeys("k3", "k4");
        assertThat(scripted.received()).extracting(ScriptedBuyer.Received::key).containsExactly("k1", "k2", "k3", "k4");
    }

    @Test
    void a_lost_reply_has_taken_the_lead_and_a_retry_does_not_take_it_twice() {
        ScriptedBuyer scripted = ScriptedBuyer.replying(Reply.LOSE_REPLY, Reply.ACCEPT);
        DeliveryRequest first = request("key", 1);

        DeliveryResult lost = scripted.deliver(first);
        DeliveryResult retried = scripted.deliver(request("key", 2));

        assertThat(lost.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(first.delivery().mayHaveArrived()).isTrue();
        assertThat(retried.outcome()).isEqualTo(Outcome.SUCCESS);
        assertThat(scripted.taken()).containsOnlyKeys("key");
        assertThat(scripted.received())
                .extracting(ScriptedBuyer.Received::attempt)
                .containsExactly(1, 2);
    }

    @Test
    void an_error_happens_before_anything_is_sent() {
        DeliveryRequest request = request("key", 1);

        ScriptedBuyer.replying(Reply.ERROR).deliver(request);

        assertThat(request.delivery().mayHaveArrived()).isFalse();
    }

    @Test
    void a_slow_reply_waits_by_the_callers_time_and_has_taken_the_lead() {
        List<Duration> waited = new ArrayList<>();
        ScriptedBuyer scripted =
                ScriptedBuyer.replying(Reply.SLOW, Reply.NONSENSE).waiting(waited::add);

        assertThat(scripted.deliver(request("k1", 1)).outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(scripted.deliver(request("k2", 1)).outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(scripted.taken()).containsOnlyKeys("k1");
        assertThat(waited).hasSize(1).allSatisfy(wait -> assertThat(wait).isPositive());
    }

    @Test
    void pings_get_the_bid() {
        Bid bid = Bid.of(new BigDecimal("31.50"));

        assertThat(ScriptedBuyer.accepting().bidding(bid).ping(request("key", 1)))
                .isEqualTo(bid);
        assertThat(ScriptedBuyer.accepting().ping(request("key", 1)).offer()).isEmpty();
    }
}
