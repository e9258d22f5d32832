package dev.sluice.json.internal.part;

import dev.sluice.flow.Pricing.Service;
import dev.sluice.json.internal.tree.Members;
import dev.sluice.json.internal.tree.Node;
import dev.sluice.json.internal.tree.Out;
import dev.sluice.json.internal.tree.Vocabulary;
import dev.sluice.types.Obj;

/** A pricing service of the host, by its name. */
public final class PricingServiceForm {
    public static final Vocabulary KEYS = Vocabulary.of("a pricing service", "serviceId", "fallbackPrice", "timeoutMs")
            .alias("timeout", "timeoutMs");

    private PricingServiceForm() {}

    static Service read(Node node) {
        Members members = node.members(KEYS);
        return new Service(
                members.text("serviceId"),
                members.orNull("fallbackPrice", Node::decimal),
                members.or("timeoutMs", Node::duration, Service.DEFAULT_TIMEOUT));
    }

    public static Obj write(Service service) {
        return new Out()
                .text("serviceId", service.name())
                .optional("fallbackPrice", service.fallback(), Out::decimal)
                .unless(Service.DEFAULT_TIMEOUT, "timeoutMs", service.timeout(), Out::duration)
                .done();
    }
}
