package dev.sluice.rules;

import dev.sluice.types.Layout;
import dev.sluice.types.Stage;

/** Compiles the text of expressions. */
public interface Expressions {

    /**
     * Compiles {@code text}, whose paths are read at {@code stage} from scopes of {@code layout}.
     *
     * @throws ExpressionException when the text is refused
     */
    ExpressionProgram compile(String text, Layout layout, Stage stage);
}
