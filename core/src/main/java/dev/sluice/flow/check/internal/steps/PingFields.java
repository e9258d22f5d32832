package dev.sluice.flow.check.internal.steps;

import dev.sluice.flow.DistributeStep;
import dev.sluice.flow.FieldDefinition;
import dev.sluice.flow.StepDefinition;
import dev.sluice.flow.Strategy;
import dev.sluice.flow.check.Check;
import dev.sluice.flow.check.FlowVisitor;
import dev.sluice.flow.check.FlowWalk;
import dev.sluice.flow.check.Found;
import dev.sluice.flow.check.Place;
import dev.sluice.flow.check.Subject;
import dev.sluice.internal.names.Nearest;
import dev.sluice.types.FieldType;
import dev.sluice.types.Pii;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Pings that would carry what the flow has not, or what tells who a lead is. */
final class PingFields implements Check {
    @Override
    public void check(Subject subject, Found found) {
        FlowWalk.through(subject.flow(), new FlowVisitor() {
            @Override
            public void step(Place place, StepDefinition step) {
                if (step instanceof DistributeStep distribution
                        && distribution.strategy() instanceof Strategy.PingPost auction) {
                    for (int i = 0; i < auction.pingFields().size(); i++) {
                        field(subject, auction.pingFields().get(i), place.pointer() + "/pingFields/" + i, found);
                    }
                }
            }
        });
    }

    private static void field(Subject subject, String id, String pointer, Found found) {
        Collection<FieldDefinition> fields = subject.flow().allFields();
        Optional<FieldDefinition> field =
                fields.stream().filter(each -> each.id().equals(id)).findFirst();
        if (field.isEmpty()) {
            List<String> known = fields.stream().map(FieldDefinition::id).toList();
            found.error(
                    "unknown_ping_field", pointer, "the flow has no field '" + id + "'; " + Nearest.advice(id, known));
        } else if (privacy(subject, field.get()) != Pii.NONE) {
            found.error(
                    "personal_ping_field",
                    pointer,
                    "a ping goes to all who may bid, and '" + id + "' tells who the lead is; leave it out");
        }
    }

    private static Pii privacy(Subject subject, FieldDefinition field) {
        Pii own = field.pii();
        return own == null
                ? subject.types().named(field.type()).map(FieldType::pii).orElse(Pii.NONE)
                : own;
    }
}
