package dev.sluice.rules.internal.expression;

import dev.sluice.rules.Operator;
import dev.sluice.rules.internal.check.Check;
import dev.sluice.types.Arr;
import dev.sluice.types.Ref;
import dev.sluice.types.Scope;
import dev.sluice.types.Value;
import java.util.List;

/** A parsed expression: what it means, independent of who evaluates it. */
sealed interface Term {

    /** The value, by the meaning that this tree defines. */
    Value evaluate(Scope scope, Operations operations);

    /** What is known of the value in advance. */
    Kind kind();

    /** The terms it is made of. */
    default List<Term> parts() {
        return List.of();
    }

    /** A literal. */
    record Literal(Value value, Kind kind) implements Term {
        @Override
        public Value evaluate(Scope scope, Operations operations) {
            return value;
        }
    }

    /** A path. */
    record Variable(Ref ref) implements Term {
        @Override
        public Value evaluate(Scope scope, Operations operations) {
            return ref.read(scope);
        }

        @Override
        public Kind kind() {
            return Kind.ANY;
        }
    }

    /** {@code [a, b, c]} in which something is no literal. */
    record Elements(List<Term> terms) implements Term {
        @Override
        public List<Term> parts() {
            return terms;
        }

        @Override
        public Value evaluate(Scope scope, Operations operations) {
            return Arr.of(
                    terms.stream().map(term -> term.evaluate(scope, operations)).toList());
        }

        @Override
        public Kind kind() {
            return Kind.LIST;
        }
    }

    /** A comparison with a literal, made ready. */
    record Checked(Term left, Check check, boolean inverted) implements Term {
        @Override
        public List<Term> parts() {
            return List.of(left);
        }

        @Override
        public Value evaluate(Scope scope, Operations operations) {
            return Value.bool(operations.holds(check, left.evaluate(scope, operations)) != inverted);
        }

        @Override
        public Kind kind() {
            return Kind.TRUTH;
        }
    }

    /** A comparison of two terms. */
    record Compared(Term left, Operator operator, Term right) implements Term {
        @Override
        public List<Term> parts() {
            return List.of(left, right);
        }

        @Override
        public Value evaluate(Scope scope, Operations operations) {
            return Value.bool(
                    operations.compare(left.evaluate(scope, operations), operator, right.evaluate(scope, operations)));
        }

        @Override
        public Kind kind() {
            return Kind.TRUTH;
        }
    }

    /** {@code a && b}, {@code a || b}. */
    record Joined(Term left, boolean all, Term right) implements Term {
        @Override
        public List<Term> parts() {
            return List.of(left, right);
        }

        @Override
        public Value evaluate(Scope scope, Operations operations) {
            boolean first = operations.truth(left.evaluate(scope, operations));
            return first == all ? Value.bool(operations.truth(right.evaluate(scope, operations))) : Value.bool(first);
        }

        @Override
        public Kind kind() {
            return Kind.TRUTH;
        }
    }

    /** {@code !a}. */
    record Not(Term term) implements Term {
        @Override
        public List<Term> parts() {
            return List.of(term);
        }

        @Override
        public Value evaluate(Scope scope, Operations operations) {
            return Value.bool(!operations.truth(term.evaluate(scope, operations)));
        }

        @Override
        public Kind kind() {
            return Kind.TRUTH;
        }
    }

    /** {@code a ? b : c}. */
    record Choice(Term condition, Term yes, Term no) implements Term {
        @Override
        public List<Term> parts() {
            return List.of(condition, yes, no);
        }

        @Override
        public Value evaluate(Scope scope, Operations operations) {
            return operations.truth(condition.evaluate(scope, operations))
                    ? yes.evaluate(scope, operations)
                    : no.evaluate(scope, operations);
        }

        @Override
        public Kind kind() {
            return yes.kind() == no.kind() ? yes.kind() : Kind.ANY;
        }
    }

    /** A named function, or an arithmetic sign as one. */
    record Call(Function function, List<Term> arguments) implements Term {
        @Override
        public List<Term> parts() {
            return arguments;
        }

        @Override
        public Value evaluate(Scope scope, Operations operations) {
            List<Value> values = arguments.stream()
                    .map(term -> term.evaluate(scope, operations))
                    .toList();
            return operations.call(function, values);
        }

        @Override
        public Kind kind() {
            return function.kind();
        }
    }
}
