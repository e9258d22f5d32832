package dev.sluice.rules.internal.expression;

import dev.sluice.rules.ExpressionException;
import dev.sluice.rules.ExpressionProgram;
import dev.sluice.types.Layout;
import dev.sluice.types.Stage;

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
}
