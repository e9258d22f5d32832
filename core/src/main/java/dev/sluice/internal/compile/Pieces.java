package dev.sluice.internal.compile;

import dev.sluice.flow.MappingDefinition;
import dev.sluice.flow.MappingValue;
import dev.sluice.internal.lists.ListText;
import dev.sluice.internal.mapping.FieldPlan;
import dev.sluice.internal.mapping.FieldPrivacy;
import dev.sluice.internal.mapping.OutboundMapping;
import dev.sluice.internal.mapping.ReasonText;
import dev.sluice.internal.mapping.TargetPath;
import dev.sluice.internal.mapping.Transformation;
import dev.sluice.internal.mapping.ValueSource;
import dev.sluice.internal.wiring.Wiring;
import dev.sluice.rules.CompiledRules;
import dev.sluice.rules.Condition;
import dev.sluice.rules.RuleIndex;
import dev.sluice.rules.RuleSet;
import dev.sluice.rules.Rules;
import dev.sluice.templates.Template;
import dev.sluice.templates.Templates;
import dev.sluice.types.Arr;
import dev.sluice.types.Layout;
import dev.sluice.types.Pii;
import dev.sluice.types.Ref;
import dev.sluice.types.Section;
import dev.sluice.types.Stage;
import dev.sluice.types.Text;
import dev.sluice.types.Value;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Compiles the small parts that every place of a flow is made of: rules, templates, reasons, values. Used while a flow opens. */
final class Pieces {
    private final Layout layout;
    private final Templates templates;
    private final UnaryOperator<Rules> ruleSettings;
    private final Map<String, FieldPlan> fields;
    private final Map<Stage, Rules> rules = new EnumMap<>(Stage.class);

    Pieces(Layout layout, Wiring wiring, Map<String, FieldPlan> fields) {
        this.layout = layout;
        this.templates = wiring.templates();
        this.ruleSettings = wiring.ruleSettings();
        this.fields = fields;
    }

    Layout layout() {
        return layout;
    }

    /** The fields with these ids; unknown ones are left out. */
    List<FieldPlan> fields(List<String> ids) {
        return ids.stream().map(fields::get).filter(Objects::nonNull).toList();
    }

    /** The field with this id, which the checks have found. */
    FieldPlan field(String id) {
        FieldPlan field = fields.get(id);
        if (field == null) {
            throw new IllegalStateException("the checks let the unknown field " + id + " pass");
        }
        return field;
    }

    /** The compiled rules; null where there are none to satisfy. */
    @Nullable CompiledRules rules(@Nullable RuleSet ruleSet, Stage stage) {
        return ruleSet == null || ruleSet.rules().isEmpty() ? null : compiled(ruleSet, stage);
    }

    /** Many conditions, to be asked at once. */
    <K> RuleIndex<K> index(Map<K, Condition> conditions, Stage stage) {
        return RuleIndex.<K>using(rules.computeIfAbsent(stage, this::compiler)).withAll(conditions);
    }

    CompiledRules compiled(RuleSet ruleSet, Stage stage) {
        return rules.computeIfAbsent(stage, this::compiler).compile(ruleSet);
    }

    private Rules compiler(Stage stage) {
        return ruleSettings
                .apply(Rules.with(layout, stage, templates))
                .labels(id -> Optional.ofNullable(fields.get(id)).map(FieldPlan::label))
                .privacy(new FieldPrivacy(fields));
    }

    /** A reason that hides what is personal; null for none. */
    @Nullable ReasonText reason(@Nullable String text, Stage stage) {
        if (text == null) {
            return null;
        }
        Template template = templates.compile(text, layout, stage);
        List<FieldPlan> personal = fields.values().stream()
                .filter(field -> field.pii() != Pii.NONE)
                .filter(field -> template.readsAll() || template.refs().stream().anyMatch(ref -> mayRead(ref, field)))
                .toList();
        return new ReasonText(template, personal);
    }

    private static boolean mayRead(Ref ref, FieldPlan field) {
        return ref.section() == Section.LEAD
                && ref.member().map(field.id()::equals).orElse(true);
    }

    /** A text that is looked for in lists. */
    ListText listText(String template, Stage stage) {
        return new ListText(templates.compile(template, layout, stage));
    }

    /** What is sent, or asked, at {@code stage}. */
    OutboundMapping outbound(List<MappingDefinition> definitions, Stage stage) {
        return new OutboundMapping(definitions.stream()
                .map(each -> new OutboundMapping.Entry(
                        each.property(),
                        TargetPath.of(each.property()),
                        rules(each.ruleSet(), stage),
                        value(each, stage),
                        each.required()))
                .toList());
    }

    /** What a mapping fills in. */
    ValueSource value(MappingDefinition mapping, Stage stage) {
        ValueSource source = value(mapping.value(), stage);
        if (mapping.transforms().isEmpty() && mapping.fallback().isMissing()) {
            return source;
        }
        List<Transformation> transformations = mapping.transforms().stream()
                .map(transform -> new Transformation(transform, templates))
                .toList();
        return new ValueSource.Transformed(source, transformations, value(mapping.fallback(), stage));
    }

    private ValueSource value(MappingValue value, Stage stage) {
        if (value instanceof MappingValue.Choice choice) {
            CompiledRules when = compiled(choice.when(), stage);
            return new ValueSource.Chosen(when, value(choice.then(), stage), value(choice.otherwise(), stage));
        }
        return value(((MappingValue.Fixed) value).value(), stage);
    }

    /** What a price, or one value of a mapping, is made of. */
    ValueSource value(Value definition, Stage stage) {
        if (definition instanceof Arr several) {
            List<ValueSource> sources = new ArrayList<>(several.size());
            several.forEach(each -> sources.add(value(each, stage)));
            return new ValueSource.Several(sources);
        }
        if (definition instanceof Text text) {
            Template template = templates.compile(text.value(), layout, stage);
            return template.isConstant() ? new ValueSource.Constant(text) : new ValueSource.Rendered(template);
        }
        return new ValueSource.Constant(definition);
    }
}
