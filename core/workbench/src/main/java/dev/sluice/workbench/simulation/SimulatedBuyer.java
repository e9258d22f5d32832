package dev.sluice.workbench.simulation;

import dev.sluice.delivery.Bid;
import dev.sluice.delivery.DeliveryPlugin;
import dev.sluice.delivery.DeliveryRequest;
import dev.sluice.delivery.DeliveryResult;
import dev.sluice.delivery.Effect;
import java.util.Map;
import java.util.random.RandomGenerator;

/** All buyers of a simulation: each as its model says. */
final class SimulatedBuyer implements DeliveryPlugin {
    private final Map<String, BuyerModel> models;
    private final SimulatedTime time;
    private final RandomGenerator random;

    SimulatedBuyer(Map<String, BuyerModel> models, SimulatedTime time, RandomGenerator random) {
        this.models = models;
        this.time = time;
        this.random = random;
    }

    private BuyerModel model(DeliveryRequest request) {
        return models.getOrDefault(request.delivery().recipient(), BuyerModel.EAGER);
    }

    @Override
    public DeliveryResult deliver(DeliveryRequest request) {
        BuyerModel model = model(request);
        time.await(model.latency());
        if (request.delivery().deadline().passed()) {
            request.delivery().sending();
            return DeliveryResult.unknown("No reply in time");
        }
        if (random.nextInt(100) >= model.acceptPercent()) {
            return DeliveryResult.failure("Not interested");
        }
        return model.price() == null
                ? DeliveryResult.success()
                : DeliveryResult.success().price(model.price());
    }

    @Override
    public Bid ping(DeliveryRequest request) {
        BuyerModel model = model(request);
        return model.price() == null ? Bid.none("No bid") : Bid.of(model.price());
    }

    @Override
    public Effect effect() {
        return Effect.NONE;
    }
}
