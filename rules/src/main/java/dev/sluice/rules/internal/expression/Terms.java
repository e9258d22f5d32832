package dev.sluice.rules.internal.expression;

import dev.sluice.rules.ExpressionException;
import dev.sluice.rules.Operator;
import dev.sluice.rules.internal.check.Check;
import dev.sluice.rules.internal.check.Checks;
import dev.sluice.types.FieldType;
import dev.sluice.types.InvalidPathException;
import dev.sluice.types.Layout;
import dev.sluice.types.Num;
import dev.sluice.types.Stage;
import dev.sluice.types.Value;
import java.util.ArrayList;
import java.util.List;

/** Makes the terms of a parser, refusing what can be seen in advance to make no sense. */
final class Terms {
    static final Term ZERO = new Term.Literal(Value.number(0), Kind.NUMBER);
    private static final Checks CHECKS = new Checks(text -> false);
    private static final int MAX_ARGUMENTS = 50;

    private final Layout layout;
    private final Stage stage;

    Terms(Layout layout, Stage stage) {
        this.layout = layout;
        this.stage = stage;
    }

    void mustBe(Kind wanted, Term term, Token where) {
        if (!term.kind().maybe(wanted)) {
            throw new ExpressionException(
                    "expected " + wanted.words() + ", found " + term.kind().words(), where.column());
        }
    }

    Term joined(Term left, Token leftAt, boolean all, Term right, Token rightAt) {
        mustBe(Kind.TRUTH, left, leftAt);
        mustBe(Kind.TRUTH, right, rightAt);
        return new Term.Joined(left, all, right);
    }

    Term calculated(Function function, Term left, Term right, Token sign) {
        if (function == Function.ADD) {
            boolean senseless = left.kind() == Kind.TRUTH
                    || right.kind() == Kind.TRUTH
                    || left.kind() == Kind.LIST
                    || right.kind() == Kind.LIST;
            if (senseless) {
                throw new ExpressionException("'+' adds numbers and joins texts", sign.column());
            }
        } else {
            mustBe(Kind.NUMBER, left, sign);
            mustBe(Kind.NUMBER, right, sign);
        }
        return new Term.Call(function, List.of(left, right));
    }

    Term negative(Term term, Token sign) {
        if (term instanceof Term.Literal literal && literal.value() instanceof Num num) {
            return new Term.Literal(Value.number(num.value().negate()), Kind.NUMBER);
        }
        return calculated(Function.SUBTRACT, ZERO, term, sign);
    }

    Term compared(Term left, Operator operator, Term right, Token sign) {
        if (!(right instanceof Term.Literal literal)) {
            return new Term.Compared(left, operator, right);
        }
        FieldType type = left instanceof Term.Variable variable
                ? variable.ref().ownType().orElse(null)
                : null;
        Check check = CHECKS.of(operator, literal.value(), type);
        Check.Fault fault = check.fault();
        if (fault != null) {
            throw new ExpressionException(fault.text(), sign.column());
        }
        return new Term.Checked(left, check, Checks.inverted(operator));
    }

    static Term list(List<Term> elements) {
        List<Value> values = new ArrayList<>(elements.size());
        for (Term element : elements) {
            if (!(element instanceof Term.Literal literal)) {
                return new Term.Elements(List.copyOf(elements));
            }
            values.add(literal.value());
        }
        return new Term.Literal(Value.list(values), Kind.LIST);
    }

    Term variable(List<String> words, Token head) {
        StringBuilder path = new StringBuilder(words.get(0));
        for (String word : words.subList(1, words.size())) {
            boolean plain = word.chars().allMatch(c -> c == '_' || Character.isLetterOrDigit(c));
            path.append(plain ? "." + word : "[" + word + "]");
        }
        try {
            return new Term.Variable(layout.compile(path.toString(), stage));
        } catch (InvalidPathException wrong) {
            throw new ExpressionException(String.valueOf(wrong.getMessage()), head.column());
        }
    }

    Term call(Token name, List<Term> arguments) {
        if (name.text().equals("matches")) {
            return matches(name, arguments);
        }
        Function function = Function.named(name.text())
                .orElseThrow(() -> new ExpressionException(
                        "no function is called '" + name.text() + "'; there are " + Function.names(), name.column()));
        List<Term> complete = complete(function, arguments);
        boolean foldable = function == Function.MIN || function == Function.MAX || function == Function.COALESCE;
        int count = complete.size();
        if (count != function.arguments() && !(foldable && count > 2 && count <= MAX_ARGUMENTS)) {
            throw new ExpressionException(
                    name.text() + " takes " + function.arguments() + " arguments, not " + count, name.column());
        }
        complete.forEach(argument -> checkArgument(function, argument, name));
        return folded(function, complete);
    }

    private static List<Term> complete(Function function, List<Term> arguments) {
        return function == Function.ROUND && arguments.size() == 1 ? List.of(arguments.get(0), ZERO) : arguments;
    }

    private void checkArgument(Function function, Term argument, Token name) {
        if (argument.kind() == Kind.LIST) {
            throw new ExpressionException(name.text() + " takes no list", name.column());
        }
        if (function.kind() == Kind.NUMBER && function != Function.NUMBER && function != Function.LENGTH) {
            mustBe(Kind.NUMBER, argument, name);
        }
    }

    private static Term folded(Function function, List<Term> arguments) {
        if (arguments.size() <= 2) {
            return new Term.Call(function, List.copyOf(arguments));
        }
        Term folded = arguments.get(arguments.size() - 1);
        for (int i = arguments.size() - 2; i >= 0; i--) {
            folded = new Term.Call(function, List.of(arguments.get(i), folded));
        }
        return folded;
    }

    private Term matches(Token name, List<Term> arguments) {
        if (arguments.size() != 2
                || !(arguments.get(1) instanceof Term.Literal literal)
                || literal.kind() != Kind.TEXT) {
            throw new ExpressionException("matches takes a value and a pattern in quotes", name.column());
        }
        return compared(arguments.get(0), Operator.MATCHES_PATTERN, literal, name);
    }
}
