package dev.sluice.rules.internal.program;

import dev.sluice.rules.ExpressionProgram;
import dev.sluice.rules.Operator;
import dev.sluice.rules.internal.check.Check;
import dev.sluice.rules.internal.check.Checks;
import dev.sluice.types.At;
import dev.sluice.types.Bool;
import dev.sluice.types.Ref;
import dev.sluice.types.Scope;
import java.util.List;

/** One question about a scope. Equal conditions of a program share one test, which is then asked once for each lead. */
public abstract class Test {

    /** The answer. Never throws. */
    abstract boolean holds(Scope scope, At at);

    /** A path against a check that was made when the rules were compiled: nearly every rule. */
    static final class OfPath extends Test {
        final Ref ref;
        final Check check;

        OfPath(Ref ref, Check check) {
            this.ref = ref;
            this.check = check;
        }

        @Override
        boolean holds(Scope scope, At at) {
            return check.holds(ref.read(scope), at);
        }
    }

    /** Any left-hand side against a check that was made when the rules were compiled. */
    static final class OfSide extends Test {
        private final Side left;
        private final Check check;

        OfSide(Side left, Check check) {
            this.left = left;
            this.check = check;
        }

        @Override
        boolean holds(Scope scope, At at) {
            return check.holds(left.read(scope, at), at);
        }
    }

    /** A right-hand side that is known only with the lead: the check is made anew each time. */
    static final class OfBoth extends Test {
        private final Side left;
        private final Operator operator;
        private final Side right;
        private final Checks checks;

        OfBoth(Side left, Operator operator, Side right, Checks checks) {
            this.left = left;
            this.operator = operator;
            this.right = right;
            this.checks = checks;
        }

        @Override
        boolean holds(Scope scope, At at) {
            return checks.holds(left.read(scope, at), operator, right.read(scope, at), at);
        }
    }

    /** Whether an expression gives true. */
    static final class OfExpression extends Test {
        private final ExpressionProgram program;

        OfExpression(ExpressionProgram program) {
            this.program = program;
        }

        @Override
        boolean holds(Scope scope, At at) {
            return program.evaluate(scope, at).plain() == Bool.TRUE;
        }
    }

    /** Whether there is something at every path. */
    static final class OfPresence extends Test {
        private final List<Ref> refs;

        OfPresence(List<Ref> refs) {
            this.refs = refs;
        }

        @Override
        boolean holds(Scope scope, At at) {
            for (Ref ref : refs) {
                if (ref.read(scope).isAbsent()) {
                    return false;
                }
            }
            return true;
        }
    }

    /** Always the same answer: an empty set, a rule that cannot be evaluated. */
    static final class Fixed extends Test {
        private final boolean answer;

        Fixed(boolean answer) {
            this.answer = answer;
        }

        @Override
        boolean holds(Scope scope, At at) {
            return answer;
        }
    }
}
