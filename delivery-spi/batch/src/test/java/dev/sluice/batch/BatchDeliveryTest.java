package dev.sluice.batch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.delivery.ConfigProblem;
import dev.sluice.delivery.Delivery;
import dev.sluice.delivery.DeliveryRequest;
import dev.sluice.delivery.DeliveryResult;
import dev.sluice.delivery.Effect;
import dev.sluice.delivery.Outcome;
import dev.sluice.types.Obj;
import dev.sluice.types.Scope;
import dev.sluice.types.Value;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BatchDeliveryTest {
    private static final Obj NIGHTLY = (Obj) Value.of(Map.of("batch", "nightly"));

    private final BatchDelivery plugin = BatchDelivery.create();

    private DeliveryResult deliver(boolean test) {
        Delivery delivery =
                Delivery.of("lead_1", "premier", "lead_1:premier:1").test(test).build();
        return plugin.deliver(new DeliveryRequest(Obj.EMPTY, Scope.EMPTY, NIGHTLY, delivery, BigDecimal.ZERO));
    }

    @Test
    void a_lead_waits_in_its_batch_under_the_key_of_its_delivery() {
        assertThat(deliver(false).batch()).hasValue("nightly");
        assertThat(deliver(false).reference()).hasValue("lead_1:premier:1");
        assertThat(plugin.effect()).isEqualTo(Effect.NONE);
    }

    @Test
    void a_test_lead_succeeds_and_is_in_no_file() {
        assertThat(deliver(true).outcome()).isEqualTo(Outcome.SUCCESS);
        assertThat(deliver(true).batch()).isEmpty();
    }

    @Test
    void settings_name_a_batch_and_nothing_else() {
        assertThat(plugin.check(NIGHTLY)).isEmpty();
        assertThat(plugin.check((Obj) Value.of(Map.of("bach", "nightly"))))
                .extracting(ConfigProblem::pointer)
                .containsExactly("/bach", "/batch");
    }
}
