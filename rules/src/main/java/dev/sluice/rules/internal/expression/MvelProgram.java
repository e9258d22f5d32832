package dev.sluice.rules.internal.expression;

import dev.sluice.rules.ExpressionProgram;
import dev.sluice.types.At;
import dev.sluice.types.Ref;
import dev.sluice.types.Scope;
import dev.sluice.types.Value;
import java.io.Serializable;
import java.util.List;
import org.mvel2.MVEL;

/** An expression that passed the grammar, evaluated by MVEL. */
final class MvelProgram implements ExpressionProgram {
    private final Term term;
    private final List<Ref> refs;
    private final Object[] constants;
    private final Term[] variables;
    private final Serializable compiled;

    MvelProgram(Term term, List<Ref> refs) {
        MvelText text = new MvelText(term);
        this.term = term;
        this.refs = refs;
        this.constants = text.constants();
        this.variables = text.variables();
        this.compiled = MVEL.compileExpression(text.text());
    }

    /** What MVEL makes of it; should MVEL itself break, the tree that its text was made from answers. */
    @Override
    public Value evaluate(Scope scope, At at) {
        try {
            return byMvel(scope, at);
        } catch (RuntimeException unexpected) {
            return term.evaluate(scope, new Operations(at));
        }
    }

    Value byMvel(Scope scope, At at) {
        MvelVariables names = new MvelVariables(constants, variables, scope, new Operations(at));
        Reflective reflective = Reflective.begin();
        try {
            Object result = MVEL.executeExpression(compiled, names);
            return result instanceof Boolean truth ? Value.bool(truth) : (Value) result;
        } finally {
            reflective.end();
        }
    }

    @Override
    public List<Ref> refs() {
        return refs;
    }
}
