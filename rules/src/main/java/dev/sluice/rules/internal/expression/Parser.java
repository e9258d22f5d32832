package dev.sluice.rules.internal.expression;

import static dev.sluice.rules.Operator.DOES_NOT_INCLUDE;
import static dev.sluice.rules.Operator.INCLUDES;
import static dev.sluice.rules.Operator.IS_EQUAL_TO;
import static dev.sluice.rules.Operator.IS_GREATER_THAN;
import static dev.sluice.rules.Operator.IS_GREATER_THAN_OR_EQUAL_TO;
import static dev.sluice.rules.Operator.IS_INCLUDED_IN;
import static dev.sluice.rules.Operator.IS_LESS_THAN;
import static dev.sluice.rules.Operator.IS_LESS_THAN_OR_EQUAL_TO;
import static dev.sluice.rules.Operator.IS_NOT_EQUAL_TO;
import static dev.sluice.rules.Operator.IS_NOT_INCLUDED_IN;

import dev.sluice.rules.ExpressionException;
import dev.sluice.rules.Operator;
import dev.sluice.types.Layout;
import dev.sluice.types.Stage;
import dev.sluice.types.Text;
import dev.sluice.types.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The grammar of expressions; what it does not name cannot be written.
 *
 * <pre>
 * choice     = either [ "?" choice ":" choice ]
 * either     = both { ("||" | "or") both }
 * both       = comparison { ("&amp;&amp;" | "and") comparison }
 * comparison = sum [ ("==" | "!=" | "&lt;" | "&lt;=" | "&gt;" | "&gt;=" | [ "not" ] "in" | [ "not" ] "contains") sum ]
 * sum        = product { ("+" | "-") product }
 * product    = factor { ("*" | "/" | "%") factor }
 * factor     = ("!" | "not" | "-") factor | number | text | "true" | "false" | "null"
 *            | "[" [ choice { "," choice } ] "]" | "(" choice ")" | function "(" [ choice { "," choice } ] ")" | path
 * path       = name { "." name | "[" ( digits | text ) "]" }
 * </pre>
 */
final class Parser {
    static final int MAX_DEPTH = 50;
    private static final int MAX_CHAIN = 100;
    private static final Map<String, Operator> COMPARISONS = Map.of(
            "==", IS_EQUAL_TO,
            "!=", IS_NOT_EQUAL_TO,
            "<", IS_LESS_THAN,
            "<=", IS_LESS_THAN_OR_EQUAL_TO,
            ">", IS_GREATER_THAN,
            ">=", IS_GREATER_THAN_OR_EQUAL_TO);

    private final List<Token> tokens;
    private final Layout layout;
    private final Terms terms;
    private int at;
    private int depth;

    private Parser(List<Token> tokens, Layout layout, Stage stage) {
        this.tokens = tokens;
        this.layout = layout;
        this.terms = new Terms(layout, stage);
    }

    static Term parse(String text, Layout layout, Stage stage) {
        Parser parser = new Parser(Lexer.tokens(text), layout, stage);
        Term term = parser.choice();
        if (parser.next().kind() != Token.Kind.END) {
            throw parser.unexpected();
        }
        return term;
    }

    private Token next() {
        return tokens.get(at);
    }

    private Token take() {
        return tokens.get(at++);
    }

    private boolean took(String sign) {
        boolean found = next().is(sign);
        at += found ? 1 : 0;
        return found;
    }

    private boolean tookWord(String word) {
        boolean found = next().isWord(word);
        at += found ? 1 : 0;
        return found;
    }

    private void expect(String sign) {
        if (!took(sign)) {
            throw new ExpressionException("expected '" + sign + "', found " + next().named(), next().column());
        }
    }

    private ExpressionException unexpected() {
        return new ExpressionException(next().named() + " is not expected here", next().column());
    }

    private Term choice() {
        if (++depth > MAX_DEPTH) {
            throw new ExpressionException(
                    "the expression is nested deeper than " + MAX_DEPTH + " levels", next().column());
        }
        Token start = next();
        Term condition = either();
        if (took("?")) {
            terms.mustBe(Kind.TRUTH, condition, start);
            Term yes = choice();
            expect(":");
            condition = new Term.Choice(condition, yes, choice());
        }
        depth--;
        return condition;
    }

    private Term either() {
        Token start = next();
        Term left = both();
        while (took("||") || tookWord("or")) {
            left = terms.joined(left, start, false, both(), tokens.get(at - 1));
        }
        return left;
    }

    private Term both() {
        Token start = next();
        Term left = comparison();
        while (took("&&") || tookWord("and")) {
            left = terms.joined(left, start, true, comparison(), tokens.get(at - 1));
        }
        return left;
    }

    private Term comparison() {
        Term left = sum();
        Token sign = next();
        Operator operator = operator();
        if (operator == null) {
            return left;
        }
        Term compared = terms.compared(left, operator, sum(), sign);
        Token second = next();
        if (operator() != null) {
            throw new ExpressionException("comparisons cannot be chained; join two with '&&'", second.column());
        }
        return compared;
    }

    private @Nullable Operator operator() {
        Operator sign = next().kind() == Token.Kind.SIGN ? COMPARISONS.get(next().text()) : null;
        if (sign != null) {
            at++;
            return sign;
        }
        boolean not = next().isWord("not") && at + 1 < tokens.size();
        Token word = not ? tokens.get(at + 1) : next();
        if (!word.isWord("in") && !word.isWord("contains")) {
            return null;
        }
        at += not ? 2 : 1;
        return word.isWord("in") ? (not ? IS_NOT_INCLUDED_IN : IS_INCLUDED_IN) : not ? DOES_NOT_INCLUDE : INCLUDES;
    }

    private Term sum() {
        Term left = product();
        for (int length = 1; next().is("+") || next().is("-"); length++) {
            Token sign = inChain(length);
            left = terms.calculated(sign.is("+") ? Function.ADD : Function.SUBTRACT, left, product(), sign);
        }
        return left;
    }

    private Term product() {
        Term left = factor();
        for (int length = 1; next().is("*") || next().is("/") || next().is("%"); length++) {
            Token sign = inChain(length);
            Function function = sign.is("*") ? Function.MULTIPLY : sign.is("/") ? Function.DIVIDE : Function.REMAINDER;
            left = terms.calculated(function, left, factor(), sign);
        }
        return left;
    }

    private Token inChain(int length) {
        if (length > MAX_CHAIN) {
            throw new ExpressionException("at most " + MAX_CHAIN + " signs may follow each other", next().column());
        }
        return take();
    }

    private Term factor() {
        if (++depth > MAX_DEPTH) {
            throw new ExpressionException(
                    "the expression is nested deeper than " + MAX_DEPTH + " levels", next().column());
        }
        Term factor = signedOrPlain();
        depth--;
        return factor;
    }

    private Term signedOrPlain() {
        Token sign = next();
        if (took("!") || tookWord("not")) {
            Term term = factor();
            terms.mustBe(Kind.TRUTH, term, sign);
            return new Term.Not(term);
        }
        if (took("-")) {
            return terms.negative(factor(), sign);
        }
        return plain();
    }

    private Term plain() {
        Token token = next();
        switch (token.kind()) {
            case NUMBER -> {
                take();
                return new Term.Literal(Value.number(new BigDecimal(token.text())), Kind.NUMBER);
            }
            case TEXT -> {
                take();
                return new Term.Literal(new Text(token.text()), Kind.TEXT);
            }
            case NAME -> {
                return named();
            }
            default -> {
                return bracketed();
            }
        }
    }

    private Term bracketed() {
        if (took("(")) {
            Term inner = choice();
            expect(")");
            return inner;
        }
        if (took("[")) {
            return Terms.list(list("]"));
        }
        throw unexpected();
    }

    private List<Term> list(String closing) {
        List<Term> elements = new ArrayList<>();
        while (!took(closing)) {
            if (!elements.isEmpty()) {
                expect(",");
            }
            elements.add(choice());
        }
        return elements;
    }

    private Term named() {
        Token name = take();
        switch (name.text()) {
            case "true":
                return new Term.Literal(Value.bool(true), Kind.TRUTH);
            case "false":
                return new Term.Literal(Value.bool(false), Kind.TRUTH);
            case "null":
                return new Term.Literal(Value.text(null), Kind.NULL);
            default:
                return took("(") ? terms.call(name, list(")")) : path(name);
        }
    }

    private Term path(Token head) {
        Names.checkHead(head.text(), head.column(), layout);
        List<String> words = new ArrayList<>(List.of(head.text()));
        while (next().is(".") || next().is("[")) {
            if (took(".")) {
                Token member = take();
                if (member.kind() != Token.Kind.NAME && member.kind() != Token.Kind.NUMBER) {
                    throw new ExpressionException("expected a name, found " + member.named(), member.column());
                }
                words.add(member(member));
            } else {
                take();
                Token index = take();
                if (index.kind() != Token.Kind.TEXT && index.kind() != Token.Kind.NUMBER) {
                    throw new ExpressionException(
                            "in brackets stands a number or a text, not " + index.named(), index.column());
                }
                words.add(member(index));
                expect("]");
            }
        }
        if (next().is("(")) {
            throw new ExpressionException(
                    "methods cannot be called; functions are " + Function.names(), next().column());
        }
        return terms.variable(words, head);
    }

    private static String member(Token token) {
        Names.checkMember(token.text(), token.column());
        return token.text();
    }
}
