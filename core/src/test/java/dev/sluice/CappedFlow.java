package dev.sluice;

import dev.sluice.delivery.DeliveryResult;
import dev.sluice.event.Event;
import dev.sluice.event.EventType;
import dev.sluice.flow.CapWindow;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.flow.RecipientStep;
import dev.sluice.flow.TimeUnit;
import dev.sluice.types.Lead;
import java.util.ArrayList;
import java.util.List;

/** Flows with caps, and leads that count under them. */
abstract class CappedFlow {
    static final CapWindow DAILY = CapWindow.each(1, TimeUnit.DAY);
    final StillTime time = new StillTime("2024-01-15T14:30:45.123Z");
    DeliveryResult answer = DeliveryResult.success();
    final Sluice sluice =
            Sluice.builder().time(time).delivery("stub", request -> answer).build();

    static FlowDefinition.Builder flow() {
        return FlowDefinition.builder("f")
                .field("state", "state")
                .field("price", "number")
                .field("ok", "boolean");
    }

    static FlowDefinition.Builder oneSource() {
        return flow().source("a");
    }

    static RecipientStep.Builder buyer(String id) {
        return RecipientStep.to(id, "stub");
    }

    static Lead lead(String source) {
        return Lead.from(source).with("state", "CA").with("ok", "yes");
    }

    static List<String> submit(Flow flow, int times) {
        List<String> told = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            told.add(flow.submit(lead("a")).reason().orElse("ok"));
        }
        return told;
    }

    static List<Event> reached(Submission result) {
        return result.events().stream()
                .filter(event -> event.type().equals(EventType.CAP_REACHED))
                .toList();
    }
}
