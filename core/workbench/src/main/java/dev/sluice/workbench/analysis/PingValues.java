package dev.sluice.workbench.analysis;

import dev.sluice.flow.DistributeStep;
import dev.sluice.flow.FieldDefinition;
import dev.sluice.flow.MappingDefinition;
import dev.sluice.flow.SetStep;
import dev.sluice.flow.StepDefinition;
import dev.sluice.flow.Strategy;
import dev.sluice.flow.check.Check;
import dev.sluice.flow.check.FlowVisitor;
import dev.sluice.flow.check.FlowWalk;
import dev.sluice.flow.check.Found;
import dev.sluice.flow.check.Place;
import dev.sluice.flow.check.Reads;
import dev.sluice.flow.check.Subject;
import dev.sluice.types.FieldType;
import dev.sluice.types.Pii;
import dev.sluice.types.Section;
import dev.sluice.types.Stage;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Public fields that go out with pings and are filled from personal ones. */
final class PingValues implements Check {
    @Override
    public void check(Subject subject, Found found) {
        Set<String> pinged = pinged(subject);
        if (pinged.isEmpty()) {
            return;
        }
        Map<String, String> filled = filled(subject, pinged);
        Reads.of(subject, (place, ref) -> {
            String field = filled.entrySet().stream()
                    .filter(each -> place.pointer().startsWith(each.getKey() + "/value"))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElse(null);
            boolean inLead = ref.section() == Section.LEAD && !ref.isPart();
            if (field != null && inLead && isPersonal(subject, ref.member().orElse(""))) {
                found.warning(
                        "personal_ping_value",
                        place.pointer(),
                        "'" + field + "' goes out with pings to all who may bid, and is filled from '" + ref.path()
                                + "', which tells who the lead is; leave one of them out");
            }
        });
    }

    private static Set<String> pinged(Subject subject) {
        Set<String> pinged = new HashSet<>();
        FlowWalk.through(subject.flow(), new FlowVisitor() {
            @Override
            public void step(Place place, StepDefinition step) {
                if (step instanceof DistributeStep distribution
                        && distribution.strategy() instanceof Strategy.PingPost auction) {
                    pinged.addAll(auction.pingFields());
                }
            }
        });
        pinged.removeIf(field -> isPersonal(subject, field));
        return pinged;
    }

    /** The mappings that fill fields of pings, by place. */
    private static Map<String, String> filled(Subject subject, Set<String> pinged) {
        Map<String, String> filled = new HashMap<>();
        FlowWalk.through(subject.flow(), new FlowVisitor() {
            @Override
            public void mapping(Place place, MappingDefinition mapping) {
                String field = SetStep.field(mapping.property());
                boolean fillsLead = place.stage() == Stage.INBOUND || place.stage() == Stage.STEP;
                if (fillsLead && pinged.contains(field)) {
                    filled.put(place.pointer(), field);
                }
            }
        });
        return filled;
    }

    private static boolean isPersonal(Subject subject, String id) {
        return subject.flow().allFields().stream()
                .filter(field -> field.id().equals(id))
                .anyMatch(field -> privacy(subject, field) != Pii.NONE);
    }

    private static Pii privacy(Subject subject, FieldDefinition field) {
        Pii own = field.pii();
        return own == null
                ? subject.types().named(field.type()).map(FieldType::pii).orElse(Pii.PERSONAL)
                : own;
    }
}
