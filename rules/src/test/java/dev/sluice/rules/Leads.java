package dev.sluice.rules;

import dev.sluice.templates.Templates;
import dev.sluice.types.At;
import dev.sluice.types.FieldType;
import dev.sluice.types.FieldTypes;
import dev.sluice.types.Layout;
import dev.sluice.types.Obj;
import dev.sluice.types.Parsing;
import dev.sluice.types.Scope;
import dev.sluice.types.Section;
import dev.sluice.types.Stage;
import dev.sluice.types.Value;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;

/** Leads for tests: fields with types, the layout that declares them, the scope that holds their parsed values. */
final class Leads {
    static final At NOW = At.utc(Instant.parse("2026-03-15T12:00:00Z"));

    private final Map<String, FieldType> types = new LinkedHashMap<>();
    private At at = NOW;

    Leads field(String name, String type) {
        types.put(
                name.startsWith("lead.") ? name.substring(5) : name,
                FieldTypes.standard().named(type).orElseThrow());
        return this;
    }

    Leads at(String instant, String zone) {
        at = new At(Instant.parse(instant), ZoneId.of(zone));
        return this;
    }

    At at() {
        return at;
    }

    Layout layout() {
        Layout.Builder layout = Layout.builder();
        types.forEach(layout::field);
        return layout.build();
    }

    Rules rules() {
        return Rules.with(layout(), Stage.ANY, Templates.standard());
    }

    /** The scope of nested data; what stands under {@code lead}, or bare under a field's name, is parsed by its type. */
    Scope scope(Map<String, ?> tree) {
        return scope((Obj) Value.of(tree));
    }

    Scope scope(Obj tree) {
        Scope scope = Scope.of(tree);
        for (Map.Entry<String, FieldType> field : types.entrySet()) {
            for (Section section : new Section[] {Section.LEAD, Section.VARS}) {
                Value raw = scope.section(section).get(field.getKey());
                if (!raw.isMissing()) {
                    Value parsed = field.getValue().read(raw, Parsing.at(at));
                    scope = scope.with(section, scope.section(section).with(field.getKey(), Value.missing()));
                    scope = scope.with(Section.LEAD, scope.section(Section.LEAD).with(field.getKey(), parsed));
                }
            }
        }
        return scope.with(Section.LEAD, scope.section(Section.LEAD).shapedAs(layout().shape(Section.LEAD)));
    }

    /** Whether {@code lead} satisfies {@code rule}, both as JSON with single quotes. */
    boolean holds(String rule, String lead) {
        return decide(rule, lead).passed();
    }

    Decision decide(String rule, String lead) {
        return rules().compile(Json.condition(Json.read(rule))).decide(scope((Obj) Json.value(Json.read(lead))), at);
    }
}
