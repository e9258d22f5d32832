package dev.sluice.flow.check.internal.fields;

import dev.sluice.flow.DistributeStep;
import dev.sluice.flow.EnhancementStep;
import dev.sluice.flow.ListStep;
import dev.sluice.flow.RecipientStep;
import dev.sluice.flow.StepDefinition;
import dev.sluice.flow.Strategy;
import dev.sluice.flow.check.Check;
import dev.sluice.flow.check.FlowVisitor;
import dev.sluice.flow.check.FlowWalk;
import dev.sluice.flow.check.Found;
import dev.sluice.flow.check.Place;
import dev.sluice.flow.check.Subject;

/** Ids, keys and names of plugins that are blank. */
final class EmptyNames implements Check {
    @Override
    public void check(Subject subject, Found found) {
        for (Named named : Named.all(subject.flow())) {
            blank(named.id(), named.pointer() + "/id", "the id of a " + named.kind(), found);
        }
        FlowWalk.through(subject.flow(), new FlowVisitor() {
            @Override
            public void step(Place place, StepDefinition step) {
                if (step instanceof EnhancementStep enhancement) {
                    blank(enhancement.enricher(), place.pointer() + "/plugin", "the name of a plugin", found);
                    blank(enhancement.key(), place.pointer() + "/key", "a key", found);
                } else if (step instanceof RecipientStep recipient) {
                    blank(recipient.plugin(), place.pointer() + "/plugin", "the name of a plugin", found);
                    blank(recipient.key(), place.pointer() + "/key", "a key", found);
                } else if (step instanceof ListStep list) {
                    blank(list.key(), place.pointer() + "/key", "a key", found);
                } else if (step instanceof DistributeStep distribution
                        && distribution.strategy() instanceof Strategy.Score score
                        && score.scorer() != null) {
                    blank(score.scorer().plugin(), place.pointer() + "/scorer/plugin", "the name of a scorer", found);
                }
            }
        });
    }

    private static void blank(String text, String pointer, String what, Found found) {
        if (text.isBlank()) {
            found.error("empty_name", pointer, what + " may not be blank; write one");
        }
    }
}
