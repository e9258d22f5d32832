package dev.sluice.workbench.analysis;

import dev.sluice.flow.FieldDefinition;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.flow.MappingDefinition;
import dev.sluice.flow.SetStep;
import dev.sluice.flow.SourceDefinition;
import dev.sluice.flow.StepDefinition;
import dev.sluice.flow.check.Check;
import dev.sluice.flow.check.FlowVisitor;
import dev.sluice.flow.check.FlowWalk;
import dev.sluice.flow.check.Found;
import dev.sluice.flow.check.Place;
import dev.sluice.flow.check.Reads;
import dev.sluice.flow.check.Subject;
import dev.sluice.types.Section;
import dev.sluice.types.Stage;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a recipient or look-up sends that no source brings: a field that only sources have that are disabled; and a mapping
 * without which nothing is sent, of a field that other sources than its own never bring.
 */
final class FieldsOfSources implements Check {
    @Override
    public void check(Subject subject, Found found) {
        Map<String, Set<String>> sources = sources(subject.flow());
        Set<String> enabled = subject.flow().sources().stream()
                .filter(SourceDefinition::enabled)
                .map(SourceDefinition::id)
                .collect(Collectors.toCollection(HashSet::new));
        Set<String> required = required(subject.flow());
        Reads.of(subject, (place, ref) -> {
            String field = ref.declared() && ref.section() == Section.LEAD
                    ? ref.member().orElse("")
                    : "";
            Set<String> bringing = sources.get(field);
            if (bringing != null && place.stage() == Stage.DELIVERY) {
                judge(field, bringing, enabled, required, place, found);
            }
        });
    }

    private static void judge(
            String field, Set<String> bringing, Set<String> enabled, Set<String> required, Place place, Found found) {
        if (bringing.stream().noneMatch(enabled::contains)) {
            found.warning(
                    "no_source_brings_field",
                    place.pointer(),
                    "'" + field + "' is a field of " + String.join(", ", bringing)
                            + " alone, which sends nothing; enable the source or add the field to the flow");
        } else if (!bringing.containsAll(enabled) && required.stream().anyMatch(place.pointer()::startsWith)) {
            Set<String> others = new HashSet<>(enabled);
            others.removeAll(bringing);
            found.warning(
                    "no_source_brings_field",
                    place.pointer(),
                    "nothing is sent without '" + field + "', which leads from "
                            + others.stream().sorted().collect(Collectors.joining(", "))
                            + " never have; add the field to the flow, or rules on source.id to the step");
        }
    }

    /** The sources of each field that is no field of the flow and that no step sets. */
    private static Map<String, Set<String>> sources(FlowDefinition flow) {
        Map<String, Set<String>> sources = new HashMap<>();
        for (SourceDefinition source : flow.sources()) {
            source.fields().forEach(field -> sources.computeIfAbsent(field.id(), id -> new TreeSet<>())
                    .add(source.id()));
        }
        flow.fields().stream().map(FieldDefinition::id).forEach(sources::remove);
        FlowWalk.through(flow, new FlowVisitor() {
            @Override
            public void step(Place place, StepDefinition step) {
                if (step instanceof SetStep set) {
                    set.mappings().forEach(each -> sources.remove(SetStep.field(each.property())));
                }
            }
        });
        return sources;
    }

    /** Where required mappings of unconditional steps stand. */
    private static Set<String> required(FlowDefinition flow) {
        Set<String> pointers = new HashSet<>();
        FlowWalk.through(flow, new FlowVisitor() {
            private final Set<String> conditional = new HashSet<>();

            @Override
            public void step(Place place, StepDefinition step) {
                if (step.ruleSet() != null) {
                    conditional.add(place.pointer() + "/");
                }
            }

            @Override
            public void mapping(Place place, MappingDefinition mapping) {
                boolean always =
                        mapping.ruleSet() == null && conditional.stream().noneMatch(place.pointer()::startsWith);
                if (mapping.required() && always && mapping.fallback().isMissing()) {
                    pointers.add(place.pointer() + "/");
                }
            }
        });
        return Set.copyOf(pointers);
    }
}
