package dev.sluice.internal.compile;

import dev.sluice.flow.FieldOverride;
import dev.sluice.flow.MappingDefinition;
import dev.sluice.flow.SourceDefinition;
import dev.sluice.internal.Intake;
import dev.sluice.internal.mapping.FieldPlan;
import dev.sluice.internal.mapping.InboundMapping;
import dev.sluice.internal.mapping.OtherNames;
import dev.sluice.internal.mapping.ValueSource;
import dev.sluice.internal.wiring.Wiring;
import dev.sluice.rules.CompiledRules;
import dev.sluice.rules.RuleSet;
import dev.sluice.templates.Template;
import dev.sluice.types.Layout;
import dev.sluice.types.Section;
import dev.sluice.types.Stage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compiles how the names of a source become fields. Inbound templates read raw names, so they know no field. */
final class IntakeCompiler {
    private static final String LEAD_PREFIX = "lead.";

    private final Layout layout;
    private final Map<String, FieldPlan> fields;
    private final Pieces raw;

    IntakeCompiler(Wiring wiring, Layout layout, Map<String, FieldPlan> fields) {
        this.layout = layout;
        this.fields = fields;
        this.raw = new Pieces(rawLayout(layout), wiring, Map.of());
    }

    private static Layout rawLayout(Layout layout) {
        Layout.Builder builder = Layout.builder();
        for (Section section : List.of(Section.SOURCE, Section.FLOW, Section.ACCOUNT, Section.SUBMISSION)) {
            builder.names(section, layout.shape(section).names().toArray(String[]::new));
        }
        return builder.build();
    }

    /** Mappings of the source replace those of the flow that have the same property; the flow's come first. */
    Intake compile(List<MappingDefinition> ofFlow, SourceDefinition source) {
        List<MappingDefinition> ofSource = source.mappings();
        Set<String> replaced = new LinkedHashSet<>();
        ofSource.forEach(mapping -> replaced.add(field(mapping)));
        List<InboundMapping> mappings = new ArrayList<>();
        ofFlow.stream().filter(mapping -> !replaced.contains(field(mapping))).forEach(each -> add(mappings, each));
        ofSource.forEach(each -> add(mappings, each));
        Map<String, Integer> places = new HashMap<>();
        fields.values().forEach(field -> places.put(field.id(), field.place()));
        return new Intake(
                layout.shape(Section.LEAD), List.copyOf(fields.values()), places, otherNames(source), mappings);
    }

    private List<OtherNames> otherNames(SourceDefinition source) {
        List<OtherNames> others = new ArrayList<>();
        for (FieldOverride override : source.fieldOverrides()) {
            FieldPlan field = fields.get(override.field());
            if (field != null && !override.names().isEmpty()) {
                others.add(new OtherNames(field.place(), override.names()));
            }
        }
        return others;
    }

    private static String field(MappingDefinition mapping) {
        String property = mapping.property();
        return property.startsWith(LEAD_PREFIX) ? property.substring(LEAD_PREFIX.length()) : property;
    }

    private void add(List<InboundMapping> mappings, MappingDefinition mapping) {
        FieldPlan field = fields.get(field(mapping));
        if (field != null) {
            CompiledRules when = raw.rules(mapping.ruleSet(), Stage.INBOUND);
            ValueSource source = raw.value(mapping, Stage.INBOUND);
            mappings.add(new InboundMapping(
                    mapping.property(), field.place(), rename(mapping.ruleSet(), source), when, source));
        }
    }

    /** The raw name that a mapping renames, when it does nothing else. */
    private static @Nullable String rename(@Nullable RuleSet when, ValueSource source) {
        if (when != null || !(source instanceof ValueSource.Rendered rendered)) {
            return null;
        }
        Template template = rendered.template();
        if (!template.keepsType() || template.refs().size() != 1) {
            return null;
        }
        String path = template.refs().get(0).path();
        boolean plain = template.source().replaceAll("[{}\\s]", "").equals(path);
        return plain && path.indexOf('.') < 0 && path.indexOf('[') < 0 ? path : null;
    }
}
