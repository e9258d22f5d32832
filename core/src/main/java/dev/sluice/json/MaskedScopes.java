package dev.sluice.json;

import dev.sluice.event.Event;
import dev.sluice.flow.FieldDefinition;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.types.FieldType;
import dev.sluice.types.FieldTypes;
import dev.sluice.types.Lead;
import dev.sluice.types.MaskStyle;
import dev.sluice.types.Obj;
import dev.sluice.types.Pii;
import dev.sluice.types.Scope;
import dev.sluice.types.Section;
import dev.sluice.types.Typed;
import dev.sluice.types.Value;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Shows of personal values only their masks: fields as they or their types say, and all of what nothing declares, such
 * as appended data. What steps say of their outcome is never personal.
 */
final class MaskedScopes implements ScopeView {
    private static final Set<String> OUTCOMES = Set.of("outcome", "reason");
    private static final Set<String> SUBMISSION = Set.of("timestamp", "id", "test");

    private record Privacy(Pii pii, MaskStyle style) {}

    private final Map<String, Privacy> fields;

    private MaskedScopes(Map<String, Privacy> fields) {
        this.fields = fields;
    }

    /** As the types say. */
    static MaskedScopes byType() {
        return new MaskedScopes(Map.of());
    }

    /** As the fields of {@code flow} or else their types say. */
    static MaskedScopes of(FlowDefinition flow, FieldTypes types) {
        Map<String, Privacy> declared = new HashMap<>();
        for (FieldDefinition field : flow.allFields()) {
            Pii own = field.pii();
            types.named(field.type())
                    .map(FieldType::pii)
                    .map(standard -> new Privacy(own == null ? standard : own, field.mask()))
                    .ifPresent(privacy -> declared.put(field.id(), privacy));
        }
        return new MaskedScopes(Map.copyOf(declared));
    }

    @Override
    public Scope of(Scope scope) {
        return scope.with(Section.LEAD, each(scope.section(Section.LEAD), this::field))
                .with(Section.APPENDED, each(scope.section(Section.APPENDED), MaskedScopes::answer))
                .with(Section.DECISIONS, each(scope.section(Section.DECISIONS), (name, value) -> Masks.all(value)))
                .with(Section.SUBMISSION, each(scope.section(Section.SUBMISSION), MaskedScopes::submission));
    }

    private interface Show {
        Value of(String name, Value value);
    }

    private static Obj each(Obj obj, Show show) {
        Obj shown = obj;
        for (int i = 0; i < obj.shape().size(); i++) {
            shown = shown.withAt(i, show.of(obj.shape().name(i), obj.at(i)));
        }
        return shown;
    }

    private Value field(String name, Value value) {
        Privacy privacy = privacy(name, value);
        return name.equals("id") || privacy.pii() == Pii.NONE ? value : Masks.all(value, privacy.style());
    }

    private Privacy privacy(String name, Value value) {
        Privacy declared = fields.get(name);
        if (declared != null) {
            return declared;
        }
        return new Privacy(value instanceof Typed typed ? typed.type().pii() : Pii.PERSONAL, MaskStyle.PARTIAL);
    }

    private static Value answer(String key, Value answer) {
        return answer instanceof Obj obj
                ? each(obj, (name, value) -> OUTCOMES.contains(name) ? value : Masks.all(value))
                : Masks.all(answer);
    }

    private static Value submission(String name, Value value) {
        return SUBMISSION.contains(name) ? value : Masks.all(value);
    }

    @Override
    public Obj input(Lead lead) {
        return each(Obj.of(lead.data()), (name, value) -> Masks.all(value, style(name)));
    }

    private MaskStyle style(String name) {
        Privacy declared = fields.get(name);
        return declared == null ? MaskStyle.PARTIAL : declared.style();
    }

    @Override
    public Obj detail(Event event) {
        return Obj.EMPTY;
    }
}
