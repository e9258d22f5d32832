package dev.sluice.rules;

import dev.sluice.rules.internal.expression.SafeCompiler;
import dev.sluice.types.Layout;
import dev.sluice.types.Stage;

/** The language that anybody may write. */
final class SafeExpressions implements Expressions {
    static final SafeExpressions INSTANCE = new SafeExpressions();

    private SafeExpressions() {}

    @Override
    public ExpressionProgram compile(String text, Layout layout, Stage stage) {
        return SafeCompiler.compile(text, layout, stage);
    }
}
