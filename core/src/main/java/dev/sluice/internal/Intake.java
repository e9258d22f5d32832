package dev.sluice.internal;

import dev.sluice.internal.mapping.FieldPlan;
import dev.sluice.internal.mapping.HiddenWords;
import dev.sluice.internal.mapping.InboundMapping;
import dev.sluice.internal.mapping.NamesInOrder;
import dev.sluice.internal.mapping.OtherNames;
import dev.sluice.templates.TemplateException;
import dev.sluice.types.At;
import dev.sluice.types.Lead;
import dev.sluice.types.Missing;
import dev.sluice.types.Obj;
import dev.sluice.types.Parsing;
import dev.sluice.types.Pii;
import dev.sluice.types.Scope;
import dev.sluice.types.Section;
import dev.sluice.types.Shape;
import dev.sluice.types.Text;
import dev.sluice.types.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes fields of what a source sent: names that are fields, or stand for one, pass through, mappings run in their order over the raw
 * values, defaults fill what is missing, then every field is parsed by its type. Bad data is marked, never refused;
 * names that no field takes stay in the first event only.
 */
public final class Intake {
    private final Shape shape;
    private final FieldPlan[] fields;
    private final Map<String, Integer> places;
    private final List<OtherNames> otherNames;
    private final List<InboundMapping> mappings;
    private final Set<String> secretNames;
    private final Set<String> personalNames;
    private final Set<String> declaredNames;
    private volatile @Nullable NamesInOrder usual;

    public Intake(
            Shape shape,
            List<FieldPlan> fields,
            Map<String, Integer> places,
            List<OtherNames> otherNames,
            List<InboundMapping> mappings) {
        this.shape = shape;
        this.fields = fields.toArray(FieldPlan[]::new);
        this.places = Map.copyOf(places);
        this.otherNames = List.copyOf(otherNames);
        this.mappings = List.copyOf(mappings);
        this.secretNames = secretNames(fields);
        this.personalNames = fields.stream()
                .filter(field -> field.pii() != Pii.NONE && field.type().pii() == Pii.NONE)
                .map(FieldPlan::id)
                .collect(Collectors.toUnmodifiableSet());
        this.declaredNames =
                Stream.concat(secretNames.stream(), personalNames.stream()).collect(Collectors.toUnmodifiableSet());
    }

    private Set<String> secretNames(List<FieldPlan> fields) {
        Set<String> names = new HashSet<>();
        for (FieldPlan field : fields) {
            if (field.pii() == Pii.SECRET) {
                names.add(field.id());
                otherNames.stream()
                        .filter(others -> others.place() == field.place())
                        .forEach(others -> names.addAll(others.names()));
                mappings.stream()
                        .filter(mapping -> mapping.place() == field.place())
                        .forEach(mapping -> names.addAll(mapping.source().rawNames()));
            }
        }
        return Set.copyOf(names);
    }

    /** All names that it makes something of. */
    public Set<String> understood() {
        Set<String> names = new HashSet<>(places.keySet());
        otherNames.forEach(others -> names.addAll(others.names()));
        mappings.forEach(mapping -> names.addAll(mapping.source().rawNames()));
        return names;
    }

    /** Secret fields, and the raw names that they are filled from. */
    Set<String> secretNames() {
        return secretNames;
    }

    /** Fields that are private although values of their types are not. */
    Set<String> personalNames() {
        return personalNames;
    }

    /** What is personal in a lead. */
    HiddenWords personal(LeadRun run) {
        return HiddenWords.of(
                        declaredNames,
                        run.scope().section(Section.LEAD),
                        run.lead().data())
                .except(run.leadId());
    }

    /** The values of secret fields, by their ids. */
    Obj secrets(LeadRun run) {
        if (secretNames.isEmpty()) {
            return Obj.EMPTY;
        }
        Scope before = run.scope();
        read(run, run.at());
        Obj lead = run.scope().section(Section.LEAD);
        run.scope(before);
        Obj secrets = Obj.EMPTY;
        for (FieldPlan field : fields) {
            secrets = secretNames.contains(field.id()) ? secrets.with(field.id(), lead.get(field.id())) : secrets;
        }
        return secrets;
    }

    /** Values of fields, read as their types say. */
    Obj parsed(Obj raw, At at) {
        Obj read = raw;
        for (FieldPlan field : fields) {
            Value given = raw.get(field.id());
            read = given.isMissing() ? read : read.with(field.id(), field.parse(given, Parsing.at(at)));
        }
        return read;
    }

    /** Puts the lead's fields into its data, as they are at this moment. */
    public void read(LeadRun run, At at) {
        Obj.Builder values = passThrough(run.lead());
        map(run, at, values);
        parse(Parsing.at(at), values);
        values.set(0, new Text(run.leadId()));
        run.scope(run.scope().with(Section.LEAD, values.build()));
    }

    private Obj.Builder passThrough(Lead lead) {
        Obj.Builder values = Obj.builder(shape);
        NamesInOrder usual = usualNames(lead);
        for (int i = 0; i < lead.size(); i++) {
            int place = usual.place(i, lead.name(i));
            if (place >= 0) {
                values.set(place, lead.value(i));
            }
        }
        for (OtherNames others : otherNames) {
            values.set(others.place(), others.valueOr(values.at(others.place()), lead));
        }
        return values;
    }

    /** Leads of one source look alike: the first one's names are looked up once. */
    private NamesInOrder usualNames(Lead lead) {
        NamesInOrder known = usual;
        if (known == null) {
            known = NamesInOrder.of(lead, places);
            usual = known;
        }
        return known;
    }

    private void map(LeadRun run, At at, Obj.Builder values) {
        Scope raw = null;
        for (InboundMapping mapping : mappings) {
            Value value = mapping.direct(run.lead());
            if (value == null) {
                raw = raw == null ? rawScope(run) : raw;
                value = value(mapping, raw, run, at);
            }
            if (!value.isMissing()) {
                values.set(mapping.place(), value);
            }
        }
    }

    /** One mapping that fails stops no other. */
    private static Value value(InboundMapping mapping, Scope raw, LeadRun run, At at) {
        try {
            return mapping.value(raw, at);
        } catch (TemplateException fault) {
            run.mappingFaults().add(mapping.property(), fault);
            return Missing.MISSING;
        }
    }

    private static Scope rawScope(LeadRun run) {
        return run.scope().with(Section.LEAD, Obj.of(run.lead().data()));
    }

    private void parse(Parsing parsing, Obj.Builder values) {
        for (FieldPlan field : fields) {
            Value given = values.at(field.place());
            values.set(field.place(), field.parse(given.isBlank() ? orDefault(field, given) : given, parsing));
        }
    }

    private static Value orDefault(FieldPlan field, Value given) {
        Value fallback = field.defaultValue();
        return fallback.isMissing() ? given : fallback;
    }
}
