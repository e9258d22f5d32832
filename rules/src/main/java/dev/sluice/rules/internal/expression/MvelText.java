package dev.sluice.rules.internal.expression;

import dev.sluice.types.Bool;
import java.util.ArrayList;
import java.util.List;

/**
 * A term as text for MVEL. It is made of names that are numbered here, of calls of {@link Operations}, and of
 * {@code && || ! ? :} and parentheses; nothing that the author of the expression wrote is in it, literals least of all.
 */
final class MvelText {
    /** The name of the {@link Operations}. */
    static final String OPERATIONS = "o_";
    /** Begins the names of constants, {@code k0}, {@code k1}, ... */
    static final char CONSTANT = 'k';
    /** Begins the names of terms that are evaluated when MVEL asks for them, {@code v0}, {@code v1}, ... */
    static final char VARIABLE = 'v';

    private final List<Object> constants = new ArrayList<>();
    private final List<Term> variables = new ArrayList<>();
    private final StringBuilder out = new StringBuilder();

    MvelText(Term term) {
        constants.add(Bool.TRUE);
        constants.add(Bool.FALSE);
        if (term.kind() == Kind.TRUTH) {
            truth(term);
        } else {
            value(term);
        }
    }

    String text() {
        return out.toString();
    }

    Object[] constants() {
        return constants.toArray();
    }

    Term[] variables() {
        return variables.toArray(Term[]::new);
    }

    /** Writes what gives a boolean. */
    private void truth(Term term) {
        if (term instanceof Term.Joined joined) {
            join(joined);
        } else if (term instanceof Term.Not not) {
            out.append("!(");
            truth(not.term());
            out.append(')');
        } else if (term instanceof Term.Checked checked) {
            call(checked.inverted() ? "!" : "", "holds", constant(checked.check()));
            argument(checked.left());
            out.append(')');
        } else if (term instanceof Term.Compared compared) {
            call("", "compare", "");
            value(compared.left());
            out.append(", ").append(constant(compared.operator())).append(", ");
            value(compared.right());
            out.append(')');
        } else {
            call("", "truth", "");
            value(term);
            out.append(')');
        }
    }

    private void join(Term.Joined joined) {
        side(joined.left(), joined.all());
        out.append(joined.all() ? " && " : " || ");
        side(joined.right(), joined.all());
    }

    /** Terms joined in the same way stand in a row, so that a long row does not nest. */
    private void side(Term term, boolean all) {
        if (term instanceof Term.Joined joined && joined.all() == all) {
            join(joined);
        } else {
            out.append('(');
            truth(term);
            out.append(')');
        }
    }

    private void call(String before, String method, String first) {
        out.append(before)
                .append(OPERATIONS)
                .append('.')
                .append(method)
                .append('(')
                .append(first);
    }

    private void argument(Term term) {
        out.append(", ");
        value(term);
    }

    /** Writes what gives a value. */
    private void value(Term term) {
        if (term instanceof Term.Literal literal) {
            out.append(constant(literal.value()));
        } else if (term instanceof Term.Variable || term instanceof Term.Elements) {
            out.append(variable(term));
        } else if (term instanceof Term.Choice choice) {
            choice(choice);
        } else if (term instanceof Term.Call call) {
            String method =
                    switch (call.arguments().size()) {
                        case 0 -> "nullary";
                        case 1 -> "unary";
                        default -> "binary";
                    };
            call("", method, constant(call.function()));
            call.arguments().forEach(this::argument);
            out.append(')');
        } else {
            out.append('(');
            truth(term);
            out.append(" ? k0 : k1)");
        }
    }

    private void choice(Term.Choice choice) {
        out.append("((");
        truth(choice.condition());
        out.append(") ? ");
        value(choice.yes());
        out.append(" : ");
        value(choice.no());
        out.append(')');
    }

    private String constant(Object constant) {
        constants.add(constant);
        return CONSTANT + Integer.toString(constants.size() - 1);
    }

    private String variable(Term term) {
        variables.add(term);
        return VARIABLE + Integer.toString(variables.size() - 1);
    }
}
