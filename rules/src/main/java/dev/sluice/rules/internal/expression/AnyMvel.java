package dev.sluice.rules.internal.expression;

import dev.sluice.rules.ExpressionException;
import dev.sluice.rules.ExpressionProgram;
import dev.sluice.types.At;
import dev.sluice.types.Ref;
import dev.sluice.types.Scope;
import dev.sluice.types.Value;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mvel2.CompileException;
import org.mvel2.MVEL;

/** MVEL as it is, for text that is as trusted as the host's own code. */
public final class AnyMvel implements ExpressionProgram {
    private final Serializable compiled;

    private AnyMvel(Serializable compiled) {
        this.compiled = compiled;
    }

    /** Compiles any MVEL. */
    public static ExpressionProgram compile(String text) {
        try {
            return new AnyMvel(MVEL.compileExpression(text));
        } catch (CompileException wrong) {
            throw new ExpressionException("MVEL does not understand the expression", Math.max(1, wrong.getColumn()));
        } catch (NoClassDefFoundError absent) {
            throw SafeCompiler.withoutMvel();
        }
    }

    @Override
    public Value evaluate(Scope scope, At at) {
        Map<String, @Nullable Object> names = new HashMap<>();
        scope.tree().members().forEach((name, value) -> names.put(name, value.toJava()));
        Reflective reflective = Reflective.begin();
        try {
            return Value.of(MVEL.executeExpression(compiled, names));
        } catch (RuntimeException failed) {
            return Value.missing();
        } finally {
            reflective.end();
        }
    }

    @Override
    public List<Ref> refs() {
        return List.of();
    }
}
