package dev.sluice.rules.internal.program;

import dev.sluice.rules.ExpressionProgram;
import dev.sluice.templates.Template;
import dev.sluice.templates.TemplateException;
import dev.sluice.types.Arr;
import dev.sluice.types.At;
import dev.sluice.types.Ref;
import dev.sluice.types.Scope;
import dev.sluice.types.Value;
import java.util.List;

/** Where one side of a comparison comes from. */
public sealed interface Side {

    /** The value at this moment. */
    Value read(Scope scope, At at);

    /** Every path that is read. */
    List<Ref> refs();

    /** A value of the definition itself. */
    record Fixed(Value value) implements Side {
        @Override
        public Value read(Scope scope, At at) {
            return value;
        }

        @Override
        public List<Ref> refs() {
            return List.of();
        }
    }

    /** A path. */
    record Variable(Ref ref) implements Side {
        @Override
        public Value read(Scope scope, At at) {
            return ref.read(scope);
        }

        @Override
        public List<Ref> refs() {
            return List.of(ref);
        }
    }

    /** A template; what goes wrong while it runs counts as a missing value. */
    record Rendered(Template template) implements Side {
        @Override
        public Value read(Scope scope, At at) {
            try {
                return template.evaluate(scope, at);
            } catch (TemplateException overLimit) {
                return Value.missing();
            }
        }

        @Override
        public List<Ref> refs() {
            return template.refs();
        }
    }

    /** An expression. */
    record Calculated(ExpressionProgram program) implements Side {
        @Override
        public Value read(Scope scope, At at) {
            return program.evaluate(scope, at);
        }

        @Override
        public List<Ref> refs() {
            return program.refs();
        }
    }

    /** A list in which something is no fixed value. */
    record Elements(List<Side> sides) implements Side {
        @Override
        public Value read(Scope scope, At at) {
            return Arr.of(sides.stream().map(side -> side.read(scope, at)).toList());
        }

        @Override
        public List<Ref> refs() {
            return sides.stream().flatMap(side -> side.refs().stream()).toList();
        }
    }
}
