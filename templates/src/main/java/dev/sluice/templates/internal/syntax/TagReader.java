package dev.sluice.templates.internal.syntax;

import dev.sluice.templates.TemplateException;
import dev.sluice.templates.internal.syntax.Expression.Call;
import dev.sluice.templates.internal.syntax.Token.Kind;
import dev.sluice.templates.internal.syntax.Token.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads one tag from its opening to its closing braces. */
final class TagReader {
    private final Source source;
    private final int maxDepth;
    private int start;
    private int at;
    private boolean trimBefore;
    private boolean trimAfter;

    TagReader(Source source, int maxDepth) {
        this.source = source;
        this.maxDepth = maxDepth;
    }

    /** Where the tag that was read last ends. */
    int end() {
        return at;
    }

    Tag read(int open) {
        start = open;
        trimAfter = false;
        if (source.has("{{{{", open)) {
            at = open + 4;
            trimBefore = false;
            return expression(Kind.OPEN_RAW, "}}}}");
        }
        at = open + 2;
        trimBefore = skip("~");
        return afterTrim();
    }

    private Tag afterTrim() {
        if (source.at(at) == '!') {
            return comment();
        }
        if (skip("{")) {
            return expression(Kind.PRINT_RAW, "}");
        }
        if (skip("#>")) {
            return expression(Kind.OPEN_PARTIAL, "");
        }
        if (skip("#*")) {
            return expression(Kind.OPEN_INLINE, "");
        }
        if (skip("*")) {
            throw source.fault(start, "decorators other than #*inline do not exist");
        }
        return source.at(at) == '^' ? caret() : byFirst();
    }

    private Tag byFirst() {
        Kind kind =
                switch (source.at(at)) {
                    case '#' -> Kind.OPEN;
                    case '/' -> Kind.CLOSE;
                    case '>' -> Kind.PARTIAL;
                    case '&' -> Kind.PRINT_RAW;
                    default -> Kind.PRINT;
                };
        if (kind == Kind.PRINT) {
            return otherwise();
        }
        at++;
        return expression(kind, "");
    }

    private Tag caret() {
        at++;
        return closesAfterSpace(at) ? finish(Kind.ELSE, null, List.of(), "") : expression(Kind.OPEN_INVERSE, "");
    }

    private Tag otherwise() {
        int word = afterSpace(at);
        if (!source.has("else", word) || continuesWord(word + 4)) {
            return expression(Kind.PRINT, "");
        }
        at = word + 4;
        return closesAfterSpace(at) ? finish(Kind.ELSE, null, List.of(), "") : expression(Kind.ELSE_CHAIN, "");
    }

    private boolean continuesWord(int i) {
        char c = source.at(i);
        return Letters.isPlain(c) || c == '.' || c == '/' || c == '=' || c == '[';
    }

    private boolean closesAfterSpace(int from) {
        int i = afterSpace(from);
        return source.has("}}", i) || source.has("~}}", i);
    }

    private int afterSpace(int from) {
        int i = from;
        while (Letters.isSpace(source.at(i))) {
            i++;
        }
        return i;
    }

    private Tag comment() {
        boolean dashes = source.has("!--", at);
        int end = source.text().indexOf(dashes ? "--" : "}}", at + (dashes ? 3 : 1));
        while (dashes && end >= 0 && !source.has("--}}", end) && !source.has("--~}}", end)) {
            end = source.text().indexOf("--", end + 1);
        }
        if (end < 0) {
            throw source.fault(start, "this comment is not closed");
        }
        trimAfter = source.at(dashes ? end + 2 : end - 1) == '~';
        at = dashes ? end + (trimAfter ? 5 : 4) : end + 2;
        return new Tag(Kind.COMMENT, null, List.of(), trimBefore, trimAfter, "", start);
    }

    private Tag expression(Kind kind, String braces) {
        ExpressionReader reader = new ExpressionReader(source, at, maxDepth);
        Call call = reader.call();
        List<String> parameters = reader.parameters();
        at = reader.at();
        return finish(kind, call, parameters, braces);
    }

    private Tag finish(Kind kind, @Nullable Call call, List<String> parameters, String braces) {
        at = afterSpace(at);
        if (!skip(braces)) {
            throw notClosed(braces);
        }
        if (!braces.equals("}}}}")) {
            if (braces.isEmpty() && (source.has("}}}", at) || source.has("}~}}", at))) {
                throw source.fault(at, "}}} closes {{{ only: put a space before the brace that belongs to the text");
            }
            trimAfter = skip("~");
            if (!skip("}}")) {
                throw notClosed("}}");
            }
        }
        return new Tag(kind, call, parameters, trimBefore, trimAfter, "", start);
    }

    private TemplateException notClosed(String braces) {
        return at >= source.length()
                ? source.fault(start, "this tag is not closed: " + braces + " is missing")
                : source.fault(at, "'" + source.at(at) + "' is not expected here: " + braces + " closes the tag");
    }

    private boolean skip(String word) {
        if (!source.has(word, at)) {
            return false;
        }
        at += word.length();
        return true;
    }
}
