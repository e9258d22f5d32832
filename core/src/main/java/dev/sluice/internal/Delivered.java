package dev.sluice.internal;

import dev.sluice.delivery.DeliveryResult;
import dev.sluice.delivery.Outcome;
import dev.sluice.internal.wiring.PluginFault;
import dev.sluice.types.Obj;

/** What a recipient answered, and how long it took. */
public record Delivered(PluginFault.Answer<DeliveryResult> answer, long millis) {
    /** What stands for the answer of a recipient that was not called. */
    static Delivered without(DeliveryResult result) {
        return new Delivered(new PluginFault.Answer<>(result, Obj.EMPTY), 0);
    }

    DeliveryResult result() {
        return answer.value();
    }

    /** What an event's detail holds of it. */
    Obj detail() {
        return result().detail().merge(answer.detail());
    }

    /** This as what leaves open whether an earlier try arrived. */
    Delivered unsure() {
        DeliveryResult result = result();
        if (result.outcome() != Outcome.ERROR) {
            return this;
        }
        DeliveryResult unknown = DeliveryResult.unknown(result.reason().orElse("No answer"));
        for (var fact : result.detail().members().entrySet()) {
            unknown = unknown.detail(fact.getKey(), fact.getValue());
        }
        return with(unknown);
    }

    Delivered with(DeliveryResult result) {
        return result == answer.value()
                ? this
                : new Delivered(new PluginFault.Answer<>(result, answer.detail()), millis);
    }
}
