package dev.sluice.cli.stub;

import dev.sluice.delivery.DeliveryPlugin;
import dev.sluice.delivery.DeliveryRequest;
import dev.sluice.delivery.DeliveryResult;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A message to oneself: a line in the log at level info, without any of the lead's data. */
final class LogNotifier implements DeliveryPlugin {
    private static final Logger LOG = LoggerFactory.getLogger("dev.sluice.cli.notify");

    @Override
    public DeliveryResult deliver(DeliveryRequest request) {
        LOG.info(
                "{}: lead {}",
                request.delivery().recipient(),
                request.delivery().leadId());
        return DeliveryResult.success();
    }
}
