package dev.sluice.http.internal.script;

import dev.sluice.http.InvalidRequestException;
import dev.sluice.http.internal.script.Script.Assignment;
import dev.sluice.http.internal.script.Script.Branch;
import dev.sluice.http.internal.script.Script.Statement;
import dev.sluice.types.Missing;
import dev.sluice.types.Null;
import dev.sluice.types.Num;
import dev.sluice.types.Text;
import dev.sluice.types.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Reads the words of a script. */
final class ScriptParser {
    private static final int DEEPEST = 50;
    private static final Set<String> ORDER = Set.of("<", "<=", ">", ">=");

    private final List<Token> tokens;
    private int at;
    private int depth;

    ScriptParser(List<Token> tokens) {
        this.tokens = tokens;
    }

    Script script() {
        List<Statement> statements = new ArrayList<>();
        while (peek().kind() != Token.Kind.END) {
            statements.add(statement());
        }
        return new Script(statements);
    }

    /** The one expression that the words are. */
    Expr single() {
        Expr expr = expression();
        if (peek().kind() != Token.Kind.END) {
            throw unexpected(peek());
        }
        return expr;
    }

    private Statement statement() {
        deeper();
        Statement statement = peek().isName("if") ? branch() : assignment();
        while (accept(";")) {
            // Semicolons separate; they may be left out.
        }
        depth--;
        return statement;
    }

    private Statement branch() {
        next();
        expect("(");
        Expr condition = expression();
        expect(")");
        Script then = block();
        if (!peek().isName("else")) {
            return new Branch(condition, then, new Script(List.of()));
        }
        next();
        Script otherwise = peek().isName("if") ? new Script(List.of(statement())) : block();
        return new Branch(condition, then, otherwise);
    }

    private Script block() {
        expect("{");
        List<Statement> statements = new ArrayList<>();
        while (!peek().is("}")) {
            statements.add(statement());
        }
        expect("}");
        return new Script(statements);
    }

    private Statement assignment() {
        Token name = next();
        if (name.kind() != Token.Kind.NAME) {
            throw unexpected(name);
        }
        expect("=");
        return new Assignment(name.text(), expression());
    }

    private Expr expression() {
        deeper();
        Expr left = conjunction();
        while (accept("||")) {
            Expr first = left;
            Expr second = conjunction();
            left = facts -> Value.bool(Truth.of(first.of(facts)) || Truth.of(second.of(facts)));
        }
        depth--;
        return left;
    }

    private Expr conjunction() {
        Expr left = comparison();
        while (accept("&&")) {
            Expr first = left;
            Expr second = comparison();
            left = facts -> Value.bool(Truth.of(first.of(facts)) && Truth.of(second.of(facts)));
        }
        return left;
    }

    private Expr comparison() {
        Expr left = sum();
        String mark = peek().kind() == Token.Kind.MARK ? peek().text() : "";
        if (mark.equals("==") || mark.equals("===")) {
            next();
            Expr right = sum();
            return facts -> Value.bool(Truth.equal(left.of(facts), right.of(facts)));
        }
        if (mark.equals("!=") || mark.equals("!==")) {
            next();
            Expr right = sum();
            return facts -> Value.bool(!Truth.equal(left.of(facts), right.of(facts)));
        }
        return ORDER.contains(mark) ? ordered(left, next().text()) : left;
    }

    private Expr ordered(Expr left, String mark) {
        Expr right = sum();
        Predicate<Integer> holds =
                switch (mark) {
                    case "<" -> order -> order < 0;
                    case "<=" -> order -> order <= 0;
                    case ">" -> order -> order > 0;
                    default -> order -> order >= 0;
                };
        return facts -> Value.bool(
                Truth.compare(left.of(facts), right.of(facts)).filter(holds).isPresent());
    }

    /** Text put together; what is missing adds nothing. */
    private Expr sum() {
        Expr left = unary();
        while (accept("+")) {
            Expr first = left;
            Expr second = unary();
            left = facts -> new Text(first.of(facts).text() + second.of(facts).text());
        }
        return left;
    }

    private Expr unary() {
        if (!accept("!")) {
            return primary();
        }
        deeper();
        Expr inner = unary();
        depth--;
        return facts -> Value.bool(!Truth.of(inner.of(facts)));
    }

    private Expr primary() {
        Token token = next();
        switch (token.kind()) {
            case TEXT -> {
                return constant(new Text(token.text()));
            }
            case NUMBER -> {
                return constant(Num.of(new BigDecimal(token.text())));
            }
            case SEARCH -> {
                int colon = token.text().indexOf(':');
                String kind = token.text().substring(0, colon);
                String search = token.text().substring(colon + 1).strip();
                return facts -> facts.search(kind, search);
            }
            case NAME -> {
                return named(token.text());
            }
            default -> {
                return parenthesis(token);
            }
        }
    }

    private static Expr named(String name) {
        return switch (name) {
            case "true" -> constant(Value.bool(true));
            case "false" -> constant(Value.bool(false));
            case "null" -> constant(Null.NULL);
            case "undefined" -> constant(Missing.MISSING);
            default -> facts -> facts.get(name);
        };
    }

    private Expr parenthesis(Token token) {
        if (!token.is("(")) {
            throw unexpected(token);
        }
        Expr inner = expression();
        expect(")");
        return inner;
    }

    private static Expr constant(Value value) {
        return facts -> value;
    }

    private Token peek() {
        return tokens.get(at);
    }

    private Token next() {
        Token token = tokens.get(at);
        at = Math.min(at + 1, tokens.size() - 1);
        return token;
    }

    private boolean accept(String mark) {
        boolean there = peek().is(mark);
        at += there ? 1 : 0;
        return there;
    }

    private void expect(String mark) {
        Token token = next();
        if (!token.is(mark)) {
            throw new InvalidRequestException(
                    "/response",
                    "expected '" + mark + "' at character " + (token.at() + 1) + ", found '" + token.text() + "'");
        }
    }

    private void deeper() {
        depth++;
        if (depth > DEEPEST) {
            throw new InvalidRequestException("/response", "a script is nested at most " + DEEPEST + " deep");
        }
    }

    private static InvalidRequestException unexpected(Token token) {
        return new InvalidRequestException(
                "/response", "unexpected '" + token.text() + "' at character " + (token.at() + 1));
    }
}
