package dev.sluice.workbench.replay;

import dev.sluice.Sluice;
import dev.sluice.delivery.DeliveryPlugin;
import dev.sluice.delivery.Enricher;
import dev.sluice.flow.FlowDefinition;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What may be chosen for a replay. Changed only by {@link #with}, which leaves this one as it is. */
final class ReplaySettings {
    String account = "default";
    String flow;
    Instant from = Instant.MIN;
    Instant to = Instant.MAX;
    byte @Nullable [] indexKey;
    Map<String, DeliveryPlugin> buyers = new HashMap<>();
    Map<String, Enricher> lookUps = new HashMap<>();
    UnaryOperator<Sluice.Builder> wiring = UnaryOperator.identity();
    LongConsumer progress = leads -> {};
    BooleanSupplier cancelled = () -> false;

    private ReplaySettings(String flow) {
        this.flow = flow;
    }

    /** All leads of the flow that {@code changed} takes the place of. */
    static ReplaySettings of(FlowDefinition changed) {
        return new ReplaySettings(changed.id());
    }

    /** These settings after {@code edit}. */
    ReplaySettings with(Consumer<ReplaySettings> edit) {
        ReplaySettings next = new ReplaySettings(flow);
        next.account = account;
        next.from = from;
        next.to = to;
        next.indexKey = indexKey;
        next.buyers = new HashMap<>(buyers);
        next.lookUps = new HashMap<>(lookUps);
        next.wiring = wiring;
        next.progress = progress;
        next.cancelled = cancelled;
        edit.accept(next);
        return next;
    }

    /** The host's key, or that of an account whose host gave none. */
    byte[] key() {
        return indexKey == null ? ("sluice " + account).getBytes(StandardCharsets.UTF_8) : indexKey;
    }
}
