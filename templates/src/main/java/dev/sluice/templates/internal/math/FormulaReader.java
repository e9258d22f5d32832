package dev.sluice.templates.internal.math;

import dev.sluice.templates.internal.number.Numbers;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

/** Reads a formula by descending from the loosest operator to the tightest. */
final class FormulaReader {
    private static final int MAX_LENGTH = 2_000;
    private static final int MAX_DEPTH = 50;
    private static final Map<String, IntPredicate> COMPARISONS = Map.of(
            "==",
            s -> s == 0,
            "!=",
            s -> s != 0,
            "<=",
            s -> s <= 0,
            ">=",
            s -> s >= 0,
            "<",
            s -> s < 0,
            ">",
            s -> s > 0);
    private static final Map<String, BigDecimal> CONSTANTS =
            Map.of("PI", BigDecimal.valueOf(Math.PI), "E", BigDecimal.valueOf(Math.E));

    private final Scanner scanner;
    private final List<String> variables = new ArrayList<>();
    private int depth;

    FormulaReader(String text) {
        if (text.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("the formula is longer than " + MAX_LENGTH + " characters");
        }
        this.scanner = new Scanner(text);
    }

    Formula read() {
        Part part = choice();
        scanner.expectEnd();
        return new Formula(part.term(), part.logical(), variables);
    }

    /** A part with what is known of it: whether it is a truth, and its text if it can be compared as text. */
    private record Part(Term term, boolean logical, Wording wording) {
        static Part number(Term term) {
            return new Part(term, false, Wording.NONE);
        }

        static Part truth(Term term) {
            return new Part(term, true, Wording.NONE);
        }
    }

    private Part choice() {
        if (++depth > MAX_DEPTH) {
            throw scanner.fault("is nested deeper than " + MAX_DEPTH);
        }
        Part condition = either();
        Part result = condition;
        if (scanner.skip("?")) {
            Part then = choice();
            scanner.expect(":");
            Part otherwise = choice();
            Term term = Functions.choice(List.of(condition.term(), then.term(), otherwise.term()));
            result = new Part(term, then.logical() || otherwise.logical(), Wording.NONE);
        }
        depth--;
        return result;
    }

    private Part either() {
        Part left = both();
        while (scanner.skip("||") || scanner.skipWord("or")) {
            Term a = left.term();
            Term b = both().term();
            left = Part.truth(v -> Term.truth(a.holds(v) || b.holds(v)));
        }
        return left;
    }

    private Part both() {
        Part left = comparison();
        while (scanner.skip("&&") || scanner.skipWord("and")) {
            Term a = left.term();
            Term b = comparison().term();
            left = Part.truth(v -> Term.truth(a.holds(v) && b.holds(v)));
        }
        return left;
    }

    private Part comparison() {
        Part left = sum();
        for (String operator = operator(); !operator.isEmpty(); operator = operator()) {
            left = compare(left, sum(), operator);
        }
        return left;
    }

    private Part compare(Part left, Part right, String operator) {
        IntPredicate test = COMPARISONS.getOrDefault(operator, s -> false);
        if (left.wording().literal() || right.wording().literal()) {
            Wording a = left.wording();
            Wording b = right.wording();
            return Part.truth(v -> Term.truth(test.test(a.text(v).compareTo(b.text(v)))));
        }
        return Part.truth(left.term().with(right.term(), (a, b) -> Term.truth(test.test(a.compareTo(b)))));
    }

    private String operator() {
        for (String operator : List.of("==", "!=", "<=", ">=", "<", ">")) {
            if (scanner.skip(operator)) {
                return operator;
            }
        }
        return "";
    }

    private Part sum() {
        Part left = product();
        while (true) {
            if (scanner.skip("+")) {
                left = Part.number(left.term().with(product().term(), Decimals::add));
            } else if (scanner.skip("-")) {
                left = Part.number(left.term().with(product().term(), Decimals::subtract));
            } else {
                return left;
            }
        }
    }

    private Part product() {
        Part left = signed();
        while (true) {
            if (scanner.skip("*")) {
                left = Part.number(left.term().with(signed().term(), Decimals::multiply));
            } else if (scanner.skip("/")) {
                left = Part.number(left.term().with(signed().term(), Decimals::divide));
            } else if (scanner.skip("%")) {
                left = Part.number(left.term().with(signed().term(), Decimals::remainder));
            } else {
                return left;
            }
        }
    }

    private Part signed() {
        if (++depth > MAX_DEPTH) {
            throw scanner.fault("is nested deeper than " + MAX_DEPTH);
        }
        Part part;
        if (scanner.skip("-")) {
            part = Part.number(signed().term().then(BigDecimal::negate));
        } else if (scanner.skip("+")) {
            part = signed();
        } else if (scanner.skipNot()) {
            part = Part.truth(signed().term().then(a -> Term.truth(a.signum() == 0)));
        } else {
            part = power();
        }
        depth--;
        return part;
    }

    private Part power() {
        Part base = primary();
        return scanner.skip("^") ? Part.number(base.term().with(signed().term(), Decimals::power)) : base;
    }

    private Part primary() {
        if (scanner.skip("(")) {
            Part inner = choice();
            scanner.expect(")");
            return inner;
        }
        if (scanner.atDigit()) {
            return Part.number(Term.constant(scanner.number()));
        }
        if (scanner.atQuote()) {
            String text = scanner.quoted();
            return new Part(v -> null, false, Wording.literal(text));
        }
        String name = scanner.name();
        return scanner.skip("(") ? call(name) : variable(name);
    }

    private Part call(String name) {
        if (name.equals("random")) {
            return random();
        }
        Functions.Function function = Functions.named(name);
        if (function == null) {
            throw scanner.fault("has no function " + name);
        }
        List<Term> terms = terms();
        if (terms.size() < function.least() || terms.size() > function.most()) {
            throw scanner.fault("gives " + name + " " + terms.size() + " values, not " + function.least());
        }
        return Part.number(function.maker().of(terms));
    }

    /** A share of the lead's own random number, so that the same lead gives the same result again. */
    private Part random() {
        List<Term> terms = terms();
        if (terms.size() > 1) {
            throw scanner.fault("gives random more than 1 value");
        }
        Term most = terms.isEmpty() ? Term.constant(BigDecimal.ONE) : terms.get(0);
        Term share =
                variable("random").term().then(a -> a.subtract(BigDecimal.ONE).movePointLeft(2));
        return Part.number(share.with(most, Decimals::multiply));
    }

    private List<Term> terms() {
        List<Term> terms = new ArrayList<>();
        if (scanner.skip(")")) {
            return terms;
        }
        do {
            terms.add(choice().term());
        } while (scanner.skip(","));
        scanner.expect(")");
        return terms;
    }

    private Part variable(String name) {
        BigDecimal constant = CONSTANTS.get(name);
        if (constant != null) {
            return Part.number(Term.constant(constant));
        }
        if (name.equals("true") || name.equals("false")) {
            return Part.truth(Term.constant(Term.truth(name.equals("true"))));
        }
        int at = variables.indexOf(name);
        int slot = at < 0 ? variables.size() : at;
        if (at < 0) {
            variables.add(name);
        }
        return new Part(v -> Numbers.of(v[slot]), false, Wording.variable(slot));
    }
}
