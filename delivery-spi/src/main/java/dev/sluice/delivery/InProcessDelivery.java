package dev.sluice.delivery;

import static java.util.Objects.requireNonNull;

import dev.sluice.types.Obj;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A plugin that is known to touch nothing outside this process. */
record InProcessDelivery(DeliveryPlugin plugin) implements DeliveryPlugin {
    InProcessDelivery {
        requireNonNull(plugin, "plugin");
    }

    @Override
    public DeliveryResult deliver(DeliveryRequest request) {
        return plugin.deliver(request);
    }

    @Override
    public Bid ping(DeliveryRequest request) {
        return plugin.ping(request);
    }

    @Override
    public Effect effect() {
        return Effect.NONE;
    }

    @Override
    public boolean announcesSending() {
        return plugin.announcesSending();
    }

    @Override
    public List<ConfigProblem> check(Obj config) {
        return plugin.check(config);
    }

    @Override
    public Optional<String> closed(Obj config) {
        return plugin.closed(config);
    }

    @Override
    public Set<String> outputs() {
        return plugin.outputs();
    }
}
