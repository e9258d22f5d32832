package dev.sluice.internal;

import dev.sluice.delivery.DeliveryPlugin;
import dev.sluice.event.Event;
import dev.sluice.flow.RecipientStep;
import dev.sluice.flow.Schedule;
import dev.sluice.internal.caps.CapSet;
import dev.sluice.internal.mapping.OutboundMapping;
import dev.sluice.internal.wiring.PluginFault;
import dev.sluice.rules.CompiledRules;
import dev.sluice.types.At;
import dev.sluice.types.Obj;
import dev.sluice.types.Shape;
import dev.sluice.types.Text;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A recipient, compiled: one that is a step of its own, or a candidate of a distribution.
 *
 * @param criteria which leads it gets; null for all
 * @param schedule when it takes leads
 * @param variable what templates read as {@code recipient}
 * @param further whether it is tried again
 */
public record RecipientPlan(
        RecipientStep step,
        DeliveryPlugin plugin,
        @Nullable CompiledRules criteria,
        Schedule schedule,
        CapSet caps,
        SaleTerms terms,
        OutboundMapping mapping,
        Obj variable,
        Further further) {
    /** Why a recipient is passed over that takes no leads at this time. */
    public static final String CLOSED = "Outside hours of operation";

    private static final Shape VARIABLE = Shape.of("id", "name");

    public static Obj variable(RecipientStep step) {
        return Obj.of(VARIABLE, new Text(step.id()), new Text(step.recipientName()));
    }

    public String id() {
        return step.id();
    }

    /** Why it takes no leads at this moment; null when it does. */
    public @Nullable String closed(At at) {
        return schedule.isOpen(at.instant()) ? closedByPlugin() : CLOSED;
    }

    private @Nullable String closedByPlugin() {
        return PluginFault.guard(step.plugin(), () -> plugin.closed(step.config()), fault -> Optional.<String>empty())
                .value()
                .orElse(null);
    }

    /** An event of a delivery to this recipient. */
    Event.Builder event(LeadRun run, Event.Builder builder, int generation) {
        String entity =
                step.entity() == null ? run.source().entityId() : step.entity().id();
        return builder.step(id()).entity(entity).generation(generation).attempt(1);
    }
}
