package dev.sluice.internal.step;

import dev.sluice.delivery.Outcome;
import dev.sluice.event.EventType;
import dev.sluice.internal.LeadRun;
import dev.sluice.internal.StepPlan;
import dev.sluice.internal.mapping.FieldPlan;
import dev.sluice.internal.mapping.MappingFaults;
import dev.sluice.internal.mapping.ValueSource;
import dev.sluice.rules.CompiledRules;
import dev.sluice.templates.TemplateException;
import dev.sluice.types.Arr;
import dev.sluice.types.At;
import dev.sluice.types.Missing;
import dev.sluice.types.Obj;
import dev.sluice.types.Parsing;
import dev.sluice.types.Pii;
import dev.sluice.types.Scope;
import dev.sluice.types.Section;
import dev.sluice.types.Shape;
import dev.sluice.types.Text;
import dev.sluice.types.Typed;
import dev.sluice.types.Value;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Gives fields of the lead new values, read as their types say. One mapping that fails stops no other. */
public final class SetPlan extends StepPlan {
    private static final Shape FACTS = Shape.of("fields");

    private final List<Assignment> assignments;

    public SetPlan(Position position, List<Assignment> assignments) {
        super(position);
        this.assignments = List.copyOf(assignments);
    }

    /**
     * A value for a field.
     *
     * @param when when it is given; null for always
     */
    public record Assignment(FieldPlan field, @Nullable CompiledRules when, ValueSource source) {
        Value value(Scope scope, At at) {
            boolean applies = when == null || when.decide(scope, at).passed();
            return applies ? source.value(scope, at) : Missing.MISSING;
        }
    }

    @Override
    protected Way perform(LeadRun run, At at) {
        Scope before = run.scope();
        Parsing parsing = Parsing.at(at);
        MappingFaults faults = new MappingFaults();
        Obj lead = before.section(Section.LEAD);
        Set<Text> set = new LinkedHashSet<>();
        Obj secrets = Obj.EMPTY;
        for (Assignment assignment : assignments) {
            Value value = value(assignment, before, at, faults);
            if (!value.isMissing()) {
                FieldPlan field = assignment.field();
                Value parsed = field.parse(value, parsing);
                lead = lead.with(field.id(), parsed);
                set.add(new Text(field.id()));
                secrets = field.pii() == Pii.SECRET ? secrets.with(field.id(), raw(parsed)) : secrets;
            }
        }
        if (!secrets.isBlank()) {
            run.setSecrets(secrets);
        }
        run.scope(before.with(Section.LEAD, lead));
        tell(run, at, Arr.of(List.copyOf(set)), faults);
        return onward();
    }

    private static Value raw(Value parsed) {
        return parsed instanceof Typed typed ? typed.raw() : parsed;
    }

    private static Value value(Assignment assignment, Scope scope, At at, MappingFaults faults) {
        try {
            return assignment.value(scope, at);
        } catch (TemplateException fault) {
            faults.add(assignment.field().id(), fault);
            return Missing.MISSING;
        }
    }

    private void tell(LeadRun run, At at, Arr set, MappingFaults faults) {
        run.data().stepEnded(id(), Outcome.SUCCESS, null);
        run.add(run.event(EventType.SET_APPLIED, at)
                .step(id())
                .outcome(Outcome.SUCCESS)
                .facts(Obj.of(FACTS, set))
                .detail(faults.detail())
                .next(nextId()));
    }
}
