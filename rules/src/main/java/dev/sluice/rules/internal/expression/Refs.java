package dev.sluice.rules.internal.expression;

import dev.sluice.types.Ref;
import java.util.ArrayList;
import java.util.List;

/** Collects the paths of a term. */
final class Refs {
    private final List<Ref> refs = new ArrayList<>();

    private Refs() {}

    static List<Ref> of(Term term) {
        Refs collected = new Refs();
        collected.collect(term);
        return List.copyOf(collected.refs);
    }

    private void collect(Term term) {
        if (term instanceof Term.Variable variable) {
            refs.add(variable.ref());
        } else {
            term.parts().forEach(this::collect);
        }
    }
}
