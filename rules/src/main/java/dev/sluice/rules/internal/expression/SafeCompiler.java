package dev.sluice.rules.internal.expression;

import dev.sluice.rules.ExpressionException;
import dev.sluice.rules.ExpressionProgram;
import dev.sluice.types.At;
import dev.sluice.types.Layout;
import dev.sluice.types.Ref;
import dev.sluice.types.Scope;
import dev.sluice.types.Stage;
import dev.sluice.types.Value;
import java.util.List;

/** From the text of an expression to its program. */
public final class SafeCompiler {
    private SafeCompiler() {}

    /** Checks {@code text} against the grammar, then hands what it means to MVEL. */
    public static ExpressionProgram compile(String text, Layout layout, Stage stage) {
        Term term = Parser.parse(text, layout, stage);
        try {
            return new MvelProgram(term, Refs.of(term));
        } catch (NoClassDefFoundError absent) {
            throw withoutMvel();
        }
    }

    static ExpressionException withoutMvel() {
        return new ExpressionException(
                "expressions need MVEL: add the dependency org.mvel:mvel2 (2.6 or later) to your application", 1);
    }

    /** The same meaning without MVEL: what tests compare with. */
    static ExpressionProgram interpret(String text, Layout layout, Stage stage) {
        Term term = Parser.parse(text, layout, stage);
        List<Ref> refs = Refs.of(term);
        return new ExpressionProgram() {
            @Override
            public Value evaluate(Scope scope, At at) {
                return term.evaluate(scope, new Operations(at));
            }

            @Override
            public List<Ref> refs() {
                return refs;
            }
        };
    }
}
