package dev.sluice.templates.internal.syntax;

import dev.sluice.templates.internal.syntax.Expression.Call;
import dev.sluice.templates.internal.syntax.Expression.Constant;
import dev.sluice.templates.internal.syntax.Expression.Name;
import dev.sluice.types.Bool;
import dev.sluice.types.Missing;
import dev.sluice.types.Null;
import dev.sluice.types.Num;
import dev.sluice.types.Text;
import dev.sluice.types.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the inside of one tag, from a place in the source onwards. */
final class ExpressionReader {
    private final Source source;
    private final int maxDepth;
    private int at;

    ExpressionReader(Source source, int at, int maxDepth) {
        this.source = source;
        this.at = at;
        this.maxDepth = maxDepth;
    }

    /** Where the next character stands. */
    int at() {
        return at;
    }

    /** A name with arguments up to something that is neither. */
    Call call() {
        return call(0);
    }

    private Call call(int depth) {
        skipSpace();
        int start = at;
        if (source.at(at) == '(') {
            throw source.fault(at, "a name is expected here, not a sub-expression");
        }
        Name name = asName(operand(depth));
        List<Expression> arguments = new ArrayList<>();
        Map<String, Expression> named = new LinkedHashMap<>();
        while (beginsArgument()) {
            argument(depth, arguments, named);
        }
        return new Call(name, arguments, named, start);
    }

    private boolean beginsArgument() {
        skipSpace();
        char c = source.at(at);
        return c != '}' && c != '~' && c != ')' && c != '|' && c != '\0' && !atParameters();
    }

    private void argument(int depth, List<Expression> arguments, Map<String, Expression> named) {
        int start = at;
        Expression operand = operand(depth);
        if (source.at(at) == '=') {
            at++;
            skipSpace();
            named.put(keyword(operand, start), operand(depth));
        } else if (named.isEmpty()) {
            arguments.add(operand);
        } else {
            throw source.fault(start, "arguments without a name stand before named ones");
        }
    }

    private String keyword(Expression operand, int start) {
        if (operand instanceof Name name && name.isSimple()) {
            return name.head();
        }
        throw source.fault(start, "a name is expected before =");
    }

    /** A literal stands for a variable of that name where a name is expected. */
    private static Name asName(Expression operand) {
        if (operand instanceof Name name) {
            return name;
        }
        Constant literal = (Constant) operand;
        return new Name(literal.spelling(), 0, false, false, List.of(literal.spelling()), literal.offset());
    }

    private Expression operand(int depth) {
        char c = source.at(at);
        if (c == '(') {
            return nested(depth + 1);
        }
        if (c == '"' || c == '\'') {
            return text(c);
        }
        Expression literal = literal();
        return literal == null ? new NameReader(source, at).read(this) : literal;
    }

    private Expression nested(int depth) {
        int start = at++;
        if (depth > maxDepth) {
            throw source.fault(start, "sub-expressions are nested deeper than " + maxDepth);
        }
        Call call = call(depth);
        if (source.at(at) != ')') {
            throw source.fault(start, "this ( is not closed");
        }
        at++;
        return new Call(call.name(), call.arguments(), call.named(), start);
    }

    private Expression text(char quote) {
        int start = at++;
        StringBuilder text = new StringBuilder();
        for (; source.at(at) != quote; at++) {
            if (at >= source.length()) {
                throw source.fault(start, "this text is not closed");
            }
            if (source.at(at) == '\\' && source.at(at + 1) == quote) {
                at++;
            }
            text.append(source.at(at));
        }
        at++;
        return new Constant(new Text(text.toString()), text.toString(), start);
    }

    private @Nullable Constant literal() {
        int end = at;
        while (Letters.isPlain(source.at(end)) || source.at(end) == '.') {
            end++;
        }
        String word = source.text().substring(at, end);
        Value value = endsLiteral(source.at(end)) ? literal(word) : null;
        if (value == null) {
            return null;
        }
        int start = at;
        at = end;
        return new Constant(value, word, start);
    }

    private static boolean endsLiteral(char c) {
        return c == '~' || c == '}' || c == ')' || c == ']' || Letters.isSpace(c);
    }

    private static @Nullable Value literal(String word) {
        return switch (word) {
            case "true" -> Bool.TRUE;
            case "false" -> Bool.FALSE;
            case "null" -> Null.NULL;
            case "undefined" -> Missing.MISSING;
            default -> Letters.isNumber(word) ? Num.of(new BigDecimal(word)) : null;
        };
    }

    /** The names between bars, if there are any. */
    List<String> parameters() {
        List<String> names = new ArrayList<>();
        skipSpace();
        if (!atParameters()) {
            return names;
        }
        int start = at;
        at = source.text().indexOf('|', at) + 1;
        do {
            skipSpace();
            names.add(parameter(start));
            skipSpace();
        } while (source.at(at) != '|');
        at++;
        return names;
    }

    private String parameter(int start) {
        int from = at;
        while (Letters.isPlain(source.at(at))) {
            at++;
        }
        if (from == at) {
            throw source.fault(start, "the names between | and | are not closed");
        }
        return source.text().substring(from, at);
    }

    private boolean atParameters() {
        if (!source.has("as", at) || !Letters.isSpace(source.at(at + 2))) {
            return false;
        }
        int i = at + 2;
        while (Letters.isSpace(source.at(i))) {
            i++;
        }
        return source.at(i) == '|';
    }

    void skipSpace() {
        while (Letters.isSpace(source.at(at))) {
            at++;
        }
    }

    void moveTo(int offset) {
        at = offset;
    }
}
