package dev.sluice.testkit.flow;

import dev.sluice.Time;
import dev.sluice.delivery.Bid;
import dev.sluice.delivery.DeliveryPlugin;
import dev.sluice.delivery.DeliveryRequest;
import dev.sluice.delivery.DeliveryResult;
import java.time.Duration;

/** A buyer that takes its time, on the clock of the test. */
final class SlowBuyer implements DeliveryPlugin {
    private final Time time;
    private final Duration delay;
    private final DeliveryPlugin buyer;

    SlowBuyer(Time time, Duration delay, DeliveryPlugin buyer) {
        this.time = time;
        this.delay = delay;
        this.buyer = buyer;
    }

    @Override
    public DeliveryResult deliver(DeliveryRequest request) {
        pass();
        if (request.delivery().deadline().passed()) {
            request.delivery().sending();
            return DeliveryResult.unknown("no reply in time, by script");
        }
        return buyer.deliver(request);
    }

    @Override
    public Bid ping(DeliveryRequest request) {
        pass();
        return request.delivery().deadline().passed() ? Bid.none("no bid in time, by script") : buyer.ping(request);
    }

    private void pass() {
        try {
            time.await(delay);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
