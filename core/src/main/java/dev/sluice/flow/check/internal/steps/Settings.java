package dev.sluice.flow.check.internal.steps;

import dev.sluice.flow.EnhancementStep;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.flow.LookUp;
import dev.sluice.flow.RecipientStep;
import dev.sluice.flow.StepDefinition;
import dev.sluice.flow.check.FlowVisitor;
import dev.sluice.flow.check.FlowWalk;
import dev.sluice.flow.check.Place;
import dev.sluice.internal.names.Pointer;
import dev.sluice.types.Arr;
import dev.sluice.types.Obj;
import dev.sluice.types.Text;
import dev.sluice.types.Value;
import java.util.List;

/** Shows every text in the settings of plugins, with the name that it stands under. Settings are as deep as JSON may be. */
final class Settings {
    private final Sink sink;

    private Settings(Sink sink) {
        this.sink = sink;
    }

    /** Sees a text. */
    @FunctionalInterface
    interface Sink {
        /** @param name the nearest member that the text stands in */
        void see(String pointer, String name, String text);
    }

    static void of(FlowDefinition flow, Sink sink) {
        Settings settings = new Settings(sink);
        List<LookUp> lookUps = flow.decisions().lookUps();
        for (int i = 0; i < lookUps.size(); i++) {
            settings.value(
                    "/purchasingDecisions/lookUps/" + i + "/config",
                    "",
                    lookUps.get(i).config());
        }
        for (int i = 0; i < flow.batches().size(); i++) {
            settings.value(
                    "/batches/" + i + "/transport/config",
                    "",
                    flow.batches().get(i).config());
        }
        FlowWalk.through(flow, new FlowVisitor() {
            @Override
            public void step(Place place, StepDefinition step) {
                if (step instanceof RecipientStep recipient) {
                    settings.value(place.pointer() + "/config", "", recipient.config());
                } else if (step instanceof EnhancementStep enhancement) {
                    settings.value(place.pointer() + "/config", "", enhancement.config());
                }
            }
        });
    }

    private void value(String pointer, String name, Value value) {
        if (value instanceof Text text) {
            sink.see(pointer, name, text.value());
        } else if (value instanceof Obj obj) {
            obj.members().forEach((key, member) -> value(Pointer.below(pointer, key), key, member));
        } else if (value instanceof Arr arr) {
            for (int i = 0; i < arr.size(); i++) {
                value(Pointer.below(pointer, i), name, arr.at(i));
            }
        }
    }
}
