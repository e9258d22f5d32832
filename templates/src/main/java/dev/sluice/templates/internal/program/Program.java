package dev.sluice.templates.internal.program;

import dev.sluice.templates.Escape;
import dev.sluice.templates.Limits;
import dev.sluice.types.At;
import dev.sluice.types.Ref;
import dev.sluice.types.Scope;
import dev.sluice.types.Text;
import dev.sluice.types.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A template ready to run. Immutable and safe on any thread.
 *
 * @param single what the whole template is when it is one variable or one helper call
 * @param constant whether the text is the same for all data
 * @param locals the number of slots for names between bars
 * @param refs every path that is read from the top of the data
 * @param readsAll whether all data is read at once
 */
public record Program(
        Body body,
        @Nullable Expr single,
        boolean constant,
        int locals,
        List<Ref> refs,
        boolean readsAll,
        Limits limits) {

    /** Writes the text to the end of {@code out}. */
    public void render(Scope scope, At at, Escape escape, StringBuilder out) {
        body.run(new Frame(scope, at, escape, this, out.length()), out);
    }

    /** The text. */
    public String text(Scope scope, At at, Escape escape) {
        StringBuilder out = new StringBuilder(body.likelyLength());
        render(scope, at, escape, out);
        return out.toString();
    }

    /** The value of a single variable or call, else the text. */
    public Value evaluate(Scope scope, At at, Escape escape) {
        if (single instanceof RefExpr path) {
            return path.ref().read(scope);
        }
        if (single != null) {
            return single.value(new Frame(scope, at, escape, this, 0));
        }
        return new Text(text(scope, at, escape));
    }
}
