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

    @Override
    public Value evaluate(Scope scope, At at) {
        Operations operations = new Operations(at);
        MvelVariables names = new MvelVariables(constants, variables, scope, operations);
        Object result;
        Reflective reflective = Reflective.begin();
        try {
            result = MVEL.executeExpression(compiled, names);
        } catch (RuntimeException unexpected) {
            return term.evaluate(scope, operations);
        } finally {
            reflective.end();
        }
        if (result instanceof Boolean truth) {
            return Value.bool(truth);
        }
        return result instanceof Value value ? value : term.evaluate(scope, operations);
    }

    @Override
    public List<Ref> refs() {
        return refs;
    }
}
