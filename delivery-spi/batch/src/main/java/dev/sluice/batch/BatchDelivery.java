package dev.sluice.batch;

import dev.sluice.delivery.ConfigProblem;
import dev.sluice.delivery.DeliveryPlugin;
import dev.sluice.delivery.DeliveryRequest;
import dev.sluice.delivery.DeliveryResult;
import dev.sluice.delivery.Effect;
import dev.sluice.delivery.transport.SettingChecks;
import dev.sluice.types.Obj;
import java.util.List;
import java.util.Set;

/**
 * Puts leads into a batch. Setting {@code batch}: the id of one of the flow's batches, or of the host's. Nothing leaves
 * here: the row is kept together with its event, and the batch's own transport brings the file. Test leads succeed and
 * are in no file. Immutable and safe on any thread.
 */
public final class BatchDelivery implements DeliveryPlugin {
    private BatchDelivery() {}

    public static BatchDelivery create() {
        return new BatchDelivery();
    }

    @Override
    public DeliveryResult deliver(DeliveryRequest request) {
        return request.delivery().test()
                ? DeliveryResult.success()
                : DeliveryResult.queued(
                        request.config().get("batch").text(), request.delivery().key());
    }

    @Override
    public Effect effect() {
        return Effect.NONE;
    }

    @Override
    public List<ConfigProblem> check(Obj config) {
        return new SettingChecks(config)
                .known(Set.of("batch"))
                .required("batch")
                .problems();
    }
}
