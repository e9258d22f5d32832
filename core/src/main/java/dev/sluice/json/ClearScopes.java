package dev.sluice.json;

import dev.sluice.event.Event;
import dev.sluice.types.Lead;
import dev.sluice.types.Obj;
import dev.sluice.types.Pii;
import dev.sluice.types.Scope;
import dev.sluice.types.Section;
import dev.sluice.types.Typed;
import dev.sluice.types.Value;

/** Shows everything but secrets. */
final class ClearScopes implements ScopeView {
    @Override
    public Scope of(Scope scope) {
        Obj lead = scope.section(Section.LEAD);
        for (int i = 0; i < lead.shape().size(); i++) {
            lead = lead.withAt(i, withoutSecret(lead.at(i)));
        }
        return scope.with(Section.LEAD, lead);
    }

    private static Value withoutSecret(Value value) {
        boolean secret = value instanceof Typed typed && typed.type().pii() == Pii.SECRET && !typed.masked();
        return secret ? Masks.of((Typed) value) : value;
    }

    @Override
    public Obj input(Lead lead) {
        return Obj.of(lead.data());
    }

    @Override
    public Obj detail(Event event) {
        return event.detail();
    }
}
